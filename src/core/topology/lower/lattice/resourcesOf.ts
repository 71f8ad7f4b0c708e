import type { ConstructId, ConstructOf } from '../../../model/kinds/registry.ts'
import type { Building } from '../building.ts'

export type Configuration = ConstructOf<'resource-configuration'>

/** The resources that a configuration stands for: itself, or the children of a group. Source: VPC Lattice guide, types of resource configurations. */
export function resourcesOf({ byKind }: Building, id: ConstructId): readonly Configuration[] {
  const all = byKind['resource-configuration']
  const one = all.find((configuration) => configuration.id === id)
  if (one?.type !== 'group') return one ? [one] : []
  return all.filter(({ type, group }) => type === 'child' && group === id)
}
