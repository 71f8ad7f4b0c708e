import type { Way } from './deployment.ts'
import type { Lab } from './lab.ts'
import { judged, type Outcome } from './outcome.ts'

/** What moto cannot do, or does otherwise than AWS: what is left out for it, and why. The export is never changed for it. */
interface Gap {
  /** The designs that it concerns; empty = all. */
  readonly designs: readonly string[]
  /** The ways that are not tried at all. */
  readonly ways: readonly Way[]
  readonly why: string
  /** Differences that come of it, and are passed over. */
  readonly unlike?: RegExp
  /** A call that moto refuses. Once it does not, the gap is gone, and the line has to go. */
  readonly probe?: readonly string[]
}

const BOTH: readonly Way[] = ['cli', 'cloudformation']
const US = ['--region', 'us-east-1'] as const

export const GAPS: readonly Gap[] = [
  {
    designs: [],
    ways: [],
    why: 'moto does not give load balancers what their targets are known by: what goes through them cannot be told',
    unlike: /imported: cannot-tell, -, UNKNOWN_RESOURCE, [^\n]*decided by (nlb|alb|gwlb)/,
  },
  {
    designs: ['oddments', 'twoAccounts'],
    ways: BOTH,
    why: 'moto has no Route 53 Profiles; the calls are read by the AWS CLI’s own model instead (parseCommands.tools.test.ts)',
    probe: ['route53profiles', 'list-profiles', ...US],
  },
  {
    designs: ['transitHub'],
    ways: ['cli'],
    why: 'moto has no references of transit gateway tables to prefix lists; the calls are read by the AWS CLI’s own model instead',
    probe: [
      'ec2',
      'get-transit-gateway-prefix-list-references',
      '--transit-gateway-route-table-id',
      'tgw-rtb-0',
      ...US,
    ],
  },
  {
    designs: ['privateService'],
    ways: BOTH,
    why: 'moto has no notifications of endpoint services; the calls are read by the AWS CLI’s own model instead',
    probe: ['ec2', 'describe-vpc-endpoint-connection-notifications', ...US],
  },
  {
    designs: ['network-firewall'],
    ways: BOTH,
    why: 'moto has no rule groups of Network Firewall; the calls are read by the AWS CLI’s own model instead',
    probe: ['network-firewall', 'list-rule-groups', ...US],
  },
  {
    designs: ['sharedResources'],
    ways: BOTH,
    why: 'moto has no resource gateways of VPC Lattice; the calls are read by the AWS CLI’s own model instead',
    probe: ['vpc-lattice', 'list-resource-gateways', ...US],
  },
]

export const gapFor = (design: string, way: Way): Gap | undefined =>
  GAPS.find(({ designs, ways }) => designs.includes(design) && ways.includes(way))

/** Whether words of a difference come of a gap. */
export const isUnlike = (design: string, words: string): boolean =>
  GAPS.some(({ designs, unlike }) => (designs.length === 0 || designs.includes(design)) && unlike?.test(words))

/** Asks whether the gaps are still there. */
export async function probeGaps(lab: Lab): Promise<ReadonlyMap<string, Outcome>> {
  const account = '111122223333'
  await lab.begin([], [account])
  const gone = GAPS.flatMap(({ probe, why }) => {
    if (!probe || !lab.knows(account, probe)) return []
    return [`moto answers aws ${probe.join(' ')} now: try without the gap “${why}”`]
  })
  return new Map([['gaps', judged(gone)]])
}
