import { constructOfKind, listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { ChangeEdit } from '../edit.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../kinds/registry.ts'
import { deletionProblem } from './deletionProblem.ts'

/** What somebody does to a connection, or (`finish`, `expire`) what AWS does by and by. */
export type LifeCycleAction = 'accept' | 'reject' | 'delete' | 'finish' | 'expire'

interface Transition {
  readonly action: LifeCycleAction
  readonly from: readonly string[]
  readonly to: string
}

const ENDPOINT: readonly Transition[] = [
  { action: 'accept', from: ['pendingAcceptance'], to: 'pending' },
  { action: 'reject', from: ['pendingAcceptance', 'available'], to: 'rejected' },
  { action: 'expire', from: ['pendingAcceptance'], to: 'expired' },
  { action: 'finish', from: ['pending'], to: 'available' },
  { action: 'finish', from: ['deleting'], to: 'deleted' },
  {
    action: 'delete',
    from: ['pendingAcceptance', 'pending', 'available', 'partial', 'rejected', 'failed', 'expired'],
    to: 'deleting',
  },
]
const ATTACHMENT: readonly Transition[] = [
  { action: 'finish', from: ['initiating'], to: 'pendingAcceptance' },
  { action: 'accept', from: ['pendingAcceptance'], to: 'pending' },
  { action: 'reject', from: ['pendingAcceptance'], to: 'rejected' },
  { action: 'finish', from: ['pending', 'modifying'], to: 'available' },
  { action: 'delete', from: ['available'], to: 'deleting' },
  { action: 'finish', from: ['deleting'], to: 'deleted' },
]

/**
 * The states that AWS knows and the ways between them. A rejected endpoint is dead: only its owner deletes it, nobody accepts it again.
 * Sources: EC2 API, State of VpcEndpoint; AWS PrivateLink guide, accept or reject connection requests; VPC peering guide, life cycle
 * of a connection; Transit Gateway guide, attachments.
 */
export const LIFE_CYCLES = {
  'interface-endpoint': ENDPOINT,
  'gateway-load-balancer-endpoint': ENDPOINT,
  'endpoint-service': [
    { action: 'finish', from: ['pending'], to: 'available' },
    { action: 'delete', from: ['available', 'failed'], to: 'deleting' },
    { action: 'finish', from: ['deleting'], to: 'deleted' },
  ],
  'peering-connection': [
    { action: 'finish', from: ['initiating-request'], to: 'pending-acceptance' },
    { action: 'accept', from: ['pending-acceptance'], to: 'provisioning' },
    { action: 'reject', from: ['pending-acceptance'], to: 'rejected' },
    { action: 'expire', from: ['pending-acceptance'], to: 'expired' },
    { action: 'finish', from: ['provisioning'], to: 'active' },
    { action: 'delete', from: ['pending-acceptance', 'active'], to: 'deleting' },
    { action: 'finish', from: ['deleting'], to: 'deleted' },
  ],
  'transit-gateway-attachment': ATTACHMENT,
  'transit-gateway-peering': ATTACHMENT,
} as const satisfies { readonly [K in ConstructKind]?: readonly Transition[] }

type LivingKind = keyof typeof LIFE_CYCLES
export type Living = ConstructOf<LivingKind>

/** Whether a construct has a life cycle that others have a say in. */
const isLiving = (construct: Construct): construct is Living => Object.hasOwn(LIFE_CYCLES, construct.kind)

/** One thing that can be done to a construct now: the edit, or why AWS refuses it. */
export interface LifeCycleStep {
  readonly action: LifeCycleAction
  /** Whose hand it takes. */
  readonly by: 'provider' | 'consumer' | 'aws'
  readonly to: string
  readonly sentence: string
  readonly edit: ChangeEdit | null
}

/** What can be done to the construct in its present state, in the order accept, reject, expire, finish, delete. */
export function lifeCycleSteps(design: Design, construct: Construct): readonly LifeCycleStep[] {
  if (!isLiving(construct)) return []
  const ways: readonly Transition[] = LIFE_CYCLES[construct.kind]
  return ways
    .filter(({ action, from }) => from.includes(construct.state) && isMeant(design, construct, action))
    .map(({ action, to }) => {
      const problem = action === 'delete' ? deletionProblem(design, construct) : null
      const edit = {
        kind: 'change',
        of: construct.kind,
        id: construct.id,
        fields: { state: to },
      } as ChangeEdit
      return {
        action,
        by: action === 'delete' ? 'consumer' : action === 'finish' || action === 'expire' ? 'aws' : 'provider',
        to,
        sentence: problem ?? sentenceFor(construct, action),
        edit: problem ? null : edit,
      }
    })
}

/** The endpoints that lead to a drawn service, whatever their state. */
export const endpointsOf = (
  design: Design,
  service: ConstructId,
): readonly ConstructOf<'interface-endpoint' | 'gateway-load-balancer-endpoint'>[] =>
  [...listOfKind(design, 'interface-endpoint'), ...listOfKind(design, 'gateway-load-balancer-endpoint')].filter(
    ({ endpointService }) => endpointService === service,
  )

/** AWS's own services accept nothing and reject nobody: only endpoints for somebody's endpoint service are accepted and rejected. */
function isMeant(design: Design, construct: Living, action: LifeCycleAction): boolean {
  if (construct.kind !== 'interface-endpoint' && construct.kind !== 'gateway-load-balancer-endpoint') return true
  if (action !== 'accept' && action !== 'reject') return true
  const isDrawn =
    construct.endpointService !== null &&
    constructOfKind(design, construct.endpointService, 'endpoint-service') !== null
  return isDrawn || /\.vpce-svc-/.test(construct.service)
}

function sentenceFor({ name, state }: Living, action: LifeCycleAction): string {
  switch (action) {
    case 'accept':
      return `Accept ${name}`
    case 'reject':
      return `Reject ${name}`
    case 'expire':
      return `Let the request of ${name} expire`
    case 'delete':
      return `Delete ${name}`
    case 'finish':
      return state === 'deleting' ? `${name} is gone` : `${name} comes into being`
  }
}
