import type { ConstructKind, Design } from '../../src/core/model/index.ts'
import type { Way } from './deployment.ts'
import type { Lab } from './lab.ts'
import { judged, type Outcome } from './outcome.ts'

/** What moto cannot do, or does otherwise than AWS: what is left out for it, and why. The export is never changed for it. */
interface Gap {
  /** The designs that it concerns; empty = all. */
  readonly designs: readonly string[]
  /** The ways that are not tried at all; none where kinds are left out of the drawing, and the rest of it is deployed. */
  readonly ways: readonly Way[]
  readonly without?: readonly ConstructKind[]
  readonly why: string
  /** A call that moto refuses. Once it does not, the gap is gone, and the line has to go. */
  readonly probe?: readonly string[]
}

const BOTH: readonly Way[] = ['cli', 'cloudformation']
const US = ['--region', 'us-east-1'] as const

export const GAPS: readonly Gap[] = [
  {
    designs: ['twoAccounts'],
    ways: [],
    without: ['route-53-profile', 'dns-firewall-rule-group', 'hosted-zone'],
    why: 'moto has no DNS Firewall, and so nothing that a Profile could share, and lets no other account associate a hosted zone: all three are left out of the drawing',
    probe: ['route53resolver', 'list-firewall-rule-groups', ...US],
  },
  {
    designs: ['oddments'],
    ways: BOTH,
    why: 'moto has no Route 53 Profiles; the calls are read by the AWS CLI’s own model instead (parseCommands.tools.test.ts)',
    probe: ['route53profiles', 'list-profiles', ...US],
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

/** The drawing without what moto has nothing of, and why; null where it is deployed whole. */
export function withoutGaps(name: string, design: Design): { readonly design: Design; readonly why: string } | null {
  const gap = GAPS.find(({ designs, without }) => without && designs.includes(name))
  if (!gap?.without) return null
  const kept = Object.entries(design.constructs).filter(([, { kind }]) => !gap.without!.includes(kind))
  return { design: { ...design, constructs: Object.fromEntries(kept) }, why: gap.why }
}

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
