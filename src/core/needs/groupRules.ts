import { constructOfKind } from '../model/containment.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import { type Block, covers } from '../net/block.ts'
import { coversPorts, type PortRange } from '../net/ports.ts'
import { type Eni, PROTOCOL } from '../topology/topology.ts'
import type { Site } from './site.ts'

type Rule = ConstructOf<'security-group'>['ingress'][number]
export type Peer = Rule['peer']

export const tcpRule = (ports: PortRange, peer: Peer, description: string): Rule => ({
  protocol: 'tcp',
  ports,
  icmp: null,
  peer,
  description,
})

/** Who the endpoints’ group lets in: the clients by a group of each, or the whole VPC where one of them carries none that is drawn. */
export function peersOf({ enis, vpc }: Site): readonly Peer[] {
  const chosen = new Set<ConstructId>()
  for (const eni of enis) {
    const ids = ownGroups(eni, vpc.id)
    if (ids.some((id) => chosen.has(id))) continue
    if (ids[0] === undefined) return vpc.cidrs.map((cidr) => ({ cidr }))
    chosen.add(ids[0])
  }
  return [...chosen].map((securityGroup) => ({ securityGroup }))
}

/** The groups that an interface carries and that are drawn in its VPC. */
const ownGroups = ({ groups }: Eni, vpc: ConstructId): readonly ConstructId[] =>
  groups.flatMap((group) => (group.id !== null && group.vpc.id === vpc ? group.id : []))

/** Rules more for groups of the clients, by group: collected, since an edit replaces all rules of one. */
export type MoreEgress = Map<ConstructId, Rule[]>

/** Lets clients out to there whose groups would not. */
export function letOut(
  { enis, vpc }: Site,
  more: MoreEgress,
  ports: readonly PortRange[],
  blocks: readonly Block[],
  rule: (ports: PortRange) => Rule,
): void {
  const helped = new Set<ConstructId>()
  for (const eni of enis) {
    const lacking = ports.filter((one) => !letsOut(eni, one, blocks))
    const ids = ownGroups(eni, vpc.id)
    if (lacking.length === 0 || ids[0] === undefined || ids.some((id) => helped.has(id))) continue
    helped.add(ids[0])
    more.set(ids[0], [...(more.get(ids[0]) ?? []), ...lacking.map(rule)])
  }
}

/** Whether an interface’s groups let TCP out to all of the blocks on those ports. */
const letsOut = ({ groups }: Eni, ports: PortRange, blocks: readonly Block[]): boolean => {
  const entries = groups
    .flatMap(({ egress }) => egress)
    .filter(
      ({ protocol, from, to }) =>
        protocol === PROTOCOL.all || (protocol === PROTOCOL.tcp && coversPorts({ from, to }, ports)),
    )
  return blocks.every((block) => entries.some((entry) => entry.blocks.some((one) => covers(one, block))))
}

/** The edits that the collected rules come to. */
export const egressEdits = ({ design }: Site, more: MoreEgress): readonly Edit[] =>
  [...more].flatMap(([id, rules]): Edit[] => {
    const group = constructOfKind(design, id, 'security-group')
    return group ? [{ kind: 'change', of: 'security-group', id, fields: { egress: [...group.egress, ...rules] } }] : []
  })
