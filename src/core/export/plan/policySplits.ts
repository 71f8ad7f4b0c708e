import { listConstructs } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { policyNamesOf } from './policyNames.ts'
import { readPolicyText } from './readPolicyText.ts'

/** How what is made with a policy that names others by their ids is made after them. */
export interface PolicySplits {
  /** Endpoints and keys that others wait for while their policy waits for those: they get it afterwards. */
  readonly later: ReadonlySet<ConstructId>
  /** Whether the holder, made with its policy, may wait for that other construct. */
  readonly may: (holder: ConstructId, id: ConstructId) => boolean
}

const known = new WeakMap<Design, PolicySplits>()

/** Found once for a design. */
export function policySplitsOf(design: Design): PolicySplits {
  const found = known.get(design) ?? findSplits(design)
  known.set(design, found)
  return found
}

function findSplits(design: Design): PolicySplits {
  const names = policyNamesOf(design)
  const waits = new Map<ConstructId, ReadonlySet<ConstructId>>()
  const later = new Set<ConstructId>()
  const constructs = listConstructs(design)
  for (const construct of constructs) {
    const { texts, others } = heldBy(construct)
    const reading = { names, holder: construct.id, may: () => true }
    const named = texts.flatMap((text) => (text === null ? [] : [...readPolicyText(text, reading).named]))
    if (named.length + others.length > 0) waits.set(construct.id, new Set([...named, ...others]))
  }
  const reaches = (from: ConstructId, to: ConstructId, seen = new Set<ConstructId>()): boolean =>
    from === to ||
    (!seen.has(from) &&
      !!seen.add(from) &&
      !later.has(from) &&
      [...(waits.get(from) ?? [])].some((next) => reaches(next, to, seen)))
  const may = (holder: ConstructId, id: ConstructId): boolean => later.has(holder) || !reaches(id, holder)
  // What an endpoint is may change after it is made, and so may what a key is; of the rest nothing else is left
  for (const isOf of [isEndpoint, isKey])
    for (const construct of constructs)
      if (isOf(construct) && [...(waits.get(construct.id) ?? [])].some((id) => !may(construct.id, id)))
        later.add(construct.id)
  return { later, may }
}

const isEndpoint = ({ kind }: Construct): boolean => kind === 'interface-endpoint' || kind === 'gateway-endpoint'
const isKey = (one: Construct): boolean => one.kind === 'policy-resource' && one.arn.split(':')[2] === 'kms'

/** Policies that a construct is made with, and what else it waits for of those that have some. */
function heldBy(construct: Construct): {
  readonly texts: readonly (string | null)[]
  readonly others: readonly ConstructId[]
} {
  switch (construct.kind) {
    case 'interface-endpoint':
    case 'gateway-endpoint':
    case 'dynamodb-table':
      return { texts: [construct.policy], others: [] }
    case 'api-gateway-api':
      return { texts: [construct.policy], others: construct.endpoints }
    case 'policy-resource':
      return { texts: isKey(construct) ? [construct.policy] : [], others: [] }
    case 'iam-user':
      return { texts: construct.boundary.map((one) => one.document), others: [] }
    case 's3-access-point':
      return { texts: [construct.policy], others: [] }
    case 'iam-role':
      return { texts: [construct.trustPolicy, ...construct.boundary.map((one) => one.document)], others: [] }
    case 'client':
      return { texts: [], others: [construct.role, construct.executionRole].filter((id) => id !== null) }
    default:
      return { texts: [], others: [] }
  }
}
