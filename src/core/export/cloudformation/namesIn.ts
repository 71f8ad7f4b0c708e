import type { Tree, TreeObject } from './resource.ts'

/** Logical names that a tree refers to. */
export function namesIn(tree: Tree): string[] {
  if (typeof tree !== 'object') return []
  if (Array.isArray(tree)) return tree.flatMap(namesIn)
  const { Ref: name, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = tree as TreeObject
  if (typeof name === 'string') return [name]
  if (Array.isArray(attribute)) return [attribute[0] as string]
  // `${AWS::Region}` is no name of the template's own, `${!X}` is text
  if (typeof text === 'string') return [...text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g)].map((match) => match[1]!)
  return Object.values(tree).flatMap(namesIn)
}
