import { isObject, isTreeList, type Tree } from './resource.ts'

/** Logical names that a tree refers to; a `Ref` may also hold a name of AWS's own, such as `AWS::Region`. */
export function namesIn(tree: Tree): string[] {
  if (isTreeList(tree)) return tree.flatMap(namesIn)
  if (!isObject(tree)) return []
  const { Ref: name, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = tree
  if (typeof name === 'string') return [name]
  if (isTreeList(attribute)) return attribute.slice(0, 1).filter((one) => typeof one === 'string')
  // `${AWS::Region}` is no name of the template's own, `${!X}` is text
  if (typeof text === 'string') return namesInText(text)
  if (isTreeList(text)) {
    const [words, chosen] = text
    const own = isObject(chosen) ? chosen : {}
    return [...namesInText(`${words}`).filter((name) => !(name in own)), ...Object.values(own).flatMap(namesIn)]
  }
  return Object.values(tree).flatMap(namesIn)
}

const namesInText = (text: string): string[] =>
  [...text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g)].map((match) => match[1]!)
