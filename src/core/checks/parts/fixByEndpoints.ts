import type { Edit } from '../../model/edit.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { ClientNeed } from '../../needs/needsOf.ts'
import { planEndpoints } from '../../needs/planEndpoints.ts'
import type { CheckContext, Fix } from '../check.ts'

/** The endpoints that clients miss, as a fix. None by the rules of an earlier day, on which the service may not have been there. */
export function fixByEndpoints(
  { design, topology }: Pick<CheckContext, 'design' | 'topology'>,
  clients: readonly ConstructId[],
  needs: readonly ClientNeed[],
  titleOf: (bringsGroup: boolean) => string,
): readonly Fix[] {
  if (design.rulesAsOf !== 'latest') return []
  const [edit, ...more] = planEndpoints(topology, clients, needs)
  if (!edit) return []
  const bringsGroup = [edit, ...more].some(isNewGroup)
  return [{ title: titleOf(bringsGroup), safety: 'review', edits: [edit, ...more] }]
}

const isNewGroup = (edit: Edit): boolean => edit.kind === 'add' && edit.construct.kind === 'security-group'
