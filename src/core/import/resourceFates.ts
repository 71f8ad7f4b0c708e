import { groupBy } from '../base/groupBy.ts'
import { describeFilePlace, type ImportedResource, type ImportPlace, type ResourceFate } from './report.ts'

/** What each fate is called, as a heading; those first that ask for something. */
export const FATE_HEADINGS: Readonly<Record<ResourceFate, string>> = {
  left: 'Resources left out of the design',
  unread: 'Resources whose part in the network is not known',
  construct: 'Resources that are constructs',
  part: 'Resources that are part of others',
  off: 'Resources that are not there: their condition is false, or the plan takes them away',
  aside: 'Resources kept aside: no packet meets them',
}

/** Those of one fate by their type, the most frequent first. */
export function fatesByType(
  resources: readonly ImportedResource[],
  fate: ResourceFate,
): readonly { readonly type: string; readonly resources: readonly ImportedResource[] }[] {
  const same = groupBy(
    resources.filter((one) => one.fate === fate),
    ({ type }) => type,
  )
  return [...same]
    .map(([type, list]) => ({ type, resources: list }))
    .sort((a, b) => b.resources.length - a.resources.length || (a.type < b.type ? -1 : 1))
}

/** What could not be worked out: a reason with the properties that wait for it, those first that most do. */
export function openByReason(resources: readonly ImportedResource[]): readonly {
  readonly reason: string
  readonly values: readonly { readonly name: string; readonly place: ImportPlace }[]
}[] {
  const values = resources.flatMap(({ id, place, open }) =>
    open.map(({ property, reason }) => ({ reason, name: `${id}.${property}`, place })),
  )
  return [...groupBy(values, ({ reason }) => reason)]
    .map(([reason, list]) => ({ reason, values: list.map(({ name, place }) => ({ name, place })) }))
    .sort((a, b) => b.values.length - a.values.length)
}

/** What became of every resource, as lines of text. */
export function fateLines(resources: readonly ImportedResource[]): readonly string[] {
  const lines: string[] = []
  for (const fate of Object.keys(FATE_HEADINGS) as ResourceFate[]) {
    const types = fatesByType(resources, fate)
    if (types.length === 0) continue
    lines.push('', `${FATE_HEADINGS[fate]}:`)
    for (const { type, resources: list } of types)
      for (const { id, place } of list) lines.push(`- ${type} ${id} (${standsIn(place)})`)
  }
  const open = openByReason(resources)
  if (open.length > 0) lines.push('', 'Values that could not be worked out:')
  for (const { reason, values } of open)
    for (const { name, place } of values) lines.push(`- ${name}: ${reason} (${standsIn(place)})`)
  return lines
}

/** The name is said already. */
const standsIn = (place: ImportPlace): string => describeFilePlace({ ...place, key: null })
