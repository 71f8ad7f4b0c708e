import {
  type Addable,
  addables,
  type ConstructKind,
  type Definition,
  definitions,
  readAddable,
  wordsOfAddable,
} from '../../core/model/index.ts'

type GroupId = Definition<ConstructKind>['group']

export interface PaletteGroup {
  readonly id: GroupId
  readonly title: string
  readonly kinds: readonly Addable[]
}

const TITLES: Readonly<Record<GroupId, string>> = {
  places: 'Places',
  clients: 'Clients',
  endpoints: 'Endpoints',
  'load-balancing': 'Load balancing',
  gateways: 'Routing',
  connections: 'Connections',
  dns: 'DNS',
  filters: 'Filters',
  'on-premises': 'On premises',
  services: 'Services and hosts',
}

/** The kinds by group, those whose title or summary (empty where it is not known yet) has all the words of the filter. */
export function paletteGroups(filter: string, summaryOf: (kind: ConstructKind) => string): readonly PaletteGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (addable: Addable) => {
    const { kind, form } = readAddable(addable)
    const text = `${addable} ${wordsOfAddable(addable).title} ${form === null ? summaryOf(kind) : ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return (Object.keys(TITLES) as GroupId[])
    .map((id) => ({
      id,
      title: TITLES[id],
      kinds: addables.filter((one) => definitions[readAddable(one).kind].group === id && fits(one)),
    }))
    .filter(({ kinds }) => kinds.length > 0)
}
