import { isSection } from '../template/section.ts'
import type { Frame } from './frame.ts'

/** Resources that wait for each other, which AWS refuses to deploy: the first circle that there is, its first once more at its end; null = none. */
export function findCircle(frame: Frame): readonly string[] | null {
  const resources = frame.resources()
  const links = new Map(
    [...resources].map(([id, { properties, dependsOn }]) => [
      id,
      [...new Set([...dependsOn, ...namesIn(properties)])].filter((name) => resources.has(name)),
    ]),
  )
  const done = new Set<string>()
  for (const start of links.keys()) {
    const way: { readonly id: string; next: number }[] = [{ id: start, next: 0 }]
    const onWay = new Set([start])
    while (way.length > 0) {
      const at = way.at(-1)!
      const id = done.has(at.id) ? undefined : links.get(at.id)![at.next++]
      if (id === undefined) {
        done.add(at.id)
        onWay.delete(at.id)
        way.pop()
      } else if (onWay.has(id)) return [...way.slice(way.findIndex((one) => one.id === id)).map((one) => one.id), id]
      else if (!done.has(id)) {
        way.push({ id, next: 0 })
        onWay.add(id)
      }
    }
  }
  return null
}

/** Names that functions in a value refer to. */
function* namesIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  if (isSection(node)) {
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = node
    if (typeof Ref === 'string') yield Ref
    const target: unknown = Array.isArray(attribute) ? attribute[0] : attribute
    if (typeof target === 'string') yield target.split('.')[0]!
    const pattern: unknown = Array.isArray(text) ? text[0] : text
    if (typeof pattern === 'string') for (const [, name] of pattern.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g)) yield name!
  }
  for (const one of Object.values(node)) yield* namesIn(one)
}
