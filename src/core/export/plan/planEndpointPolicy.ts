import type { ConstructOf } from '../../model/kinds/registry.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, type Planning } from './planning.ts'
import { isLater, type PolicyPlan, planPolicy } from './planPolicy.ts'

/** The policy of an endpoint, or the part that puts it where others wait for the endpoint while it waits for them. */
export function planEndpointPolicy(
  planning: Planning,
  construct: ConstructOf<'gateway-endpoint' | 'interface-endpoint'>,
): Pick<PolicyPlan, 'needs'> & { readonly policy: PolicyPlan['policy'] | null; readonly parts: readonly Part[] } {
  if (construct.policy === null) return { policy: null, needs: [], parts: [] }
  const plan = planPolicy(planning, construct, construct.policy, 'made')
  if (!isLater(planning, construct)) return { ...plan, parts: [] }
  addRemark(
    planning,
    construct,
    'its policy names what waits for the endpoint itself, so it is put afterwards. Until then the endpoint lets everything pass.',
  )
  const endpoint = keyOf(construct)
  const { policy, needs } = plan
  const part = makePart('endpoint-policy', construct, 'policy', [endpoint, ...needs], { endpoint, policy })
  return { policy: null, needs: [], parts: [part] }
}
