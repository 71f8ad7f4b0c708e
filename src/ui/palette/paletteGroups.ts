import { type ConstructKind, constructKinds, type Definition, definitions } from '../../core/model/index.ts'

type GroupId = Definition<ConstructKind>['group']

export interface PaletteGroup {
  readonly id: GroupId
  readonly title: string
  readonly kinds: readonly ConstructKind[]
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
  const fits = (kind: ConstructKind) => {
    const text = `${kind} ${definitions[kind].title} ${summaryOf(kind)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return (Object.keys(TITLES) as GroupId[])
    .map((id) => ({
      id,
      title: TITLES[id],
      kinds: constructKinds.filter((kind) => definitions[kind].group === id && fits(kind)),
    }))
    .filter(({ kinds }) => kinds.length > 0)
}
