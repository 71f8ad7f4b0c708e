import { constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, isIp4, parseAddress } from '../../net/address.ts'
import { contains, formatBlock } from '../../net/block.ts'
import { formatPorts } from '../../net/ports.ts'
import { scopeOf } from '../../net/scopeOf.ts'
import type { Blocker, Step } from '../../sim/verdict.ts'
import type { CheckContext, Fix } from '../check.ts'
import { freeNumberAbove, freeNumberBelow } from '../parts/aclEntries.ts'
import { called } from '../parts/called.ts'
import { change } from '../parts/change.ts'

type FilterStep = Extract<Step, { kind: 'filter' }>
type GroupRule = ConstructOf<'security-group'>['ingress'][number]

/** Answers come to a port that the asker chose; 1024 up covers every asker. Source: VPC guide, network ACLs, ephemeral ports. */
const RETURN = { from: 1024, to: 65535 }

/** Rules that let through what a group or an ACL dropped, no wider than the other side's subnet, or everywhere for public addresses outside of the design. */
export function admitTraffic(context: CheckContext, { detail }: FilterStep, blocker: Blocker): readonly Fix[] {
  const { design } = context
  const traffic = trafficOf(detail)
  const peer = parseAddress(detail.peer)
  if (!traffic || peer === null) return []
  const { direction } = detail
  const way = direction === 'ingress' ? 'in from' : 'out to'
  const named = (end: string) => `${traffic.words} ${way} ${end}`
  const acl = constructOfKind(design, blocker.decidedBy?.construct ?? '', 'network-acl')
  if (acl && detail.filter === 'network-acl') {
    const at = Number(blocker.decidedBy?.path[1] ?? Number.NaN)
    const denying = acl[direction][at]
    const number = denying
      ? freeNumberBelow(acl[direction], denying.number)
      : freeNumberAbove(
          acl[direction],
          acl[direction].reduce((most, entry) => Math.max(most, entry.number), 0),
        )
    if (number === null) return []
    const cidr = blockAround(context, peer)
    const rule = { number, action: 'allow', ...traffic.rule, cidr } as const
    return [
      {
        title: `Allow ${named(cidr)} by rule ${number} of the ${called(design, acl.id)}`,
        safety: 'review',
        edits: [change('network-acl', acl.id, { [direction]: [...acl[direction], rule] })],
      },
    ]
  }
  const group = detail.filters.map((id) => constructOfKind(design, id, 'security-group')).find((one) => one !== null)
  if (!group || detail.filter !== 'security-group') return []
  return peersOf(context, group, peer).map(({ end, rule }) => ({
    title: `Allow ${named(end)} in the ${called(design, group.id)}`,
    safety: 'review',
    edits: [
      change('security-group', group.id, {
        [direction]: [...group[direction], { ...traffic.rule, peer: rule, description: '' }],
      }),
    ],
  }))
}

/** The traffic as a rule says it, and in words; null for what rules cannot name. */
function trafficOf({ protocol, ports, filter }: FilterStep['detail']) {
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return { words: 'ping', rule: { protocol, ports: null, icmp: null } } as const
  if ((protocol !== 'tcp' && protocol !== 'udp') || !ports) return null
  const isAnswer = filter === 'network-acl' && ports.to > ports.from
  const range = isAnswer ? RETURN : ports
  const name = protocol.toUpperCase()
  const what = isAnswer ? `answers over ${name}` : `${name} ${formatPorts(range)}`
  return { words: what, rule: { protocol, ports: { from: range.from, to: range.to }, icmp: null } as const }
}

/** Whom a rule of the group may name for an address: the group that the other side carries, and the block round it. */
function peersOf(
  context: CheckContext,
  group: ConstructOf<'security-group'>,
  peer: Address,
): readonly { readonly end: string; readonly rule: GroupRule['peer'] }[] {
  const { design, topology } = context
  const eni = topology.vpcs
    .get(group.vpc)
    ?.enis.find(({ address, address6 }) => address === peer || (address6 !== null && address6 === peer))
  const other = eni?.groups.find(({ id }) => id !== null && id !== group.id)?.id ?? null
  const cidr = blockAround(context, peer)
  const byBlock = { end: cidr, rule: { cidr } }
  return other === null
    ? [byBlock]
    : [{ end: `what carries the ${called(design, other)}`, rule: { securityGroup: other } }, byBlock]
}

/** The block of the subnet that an address lies in, or of its network; everywhere for other public addresses. IPv6 ones are public in VPCs, too. */
function blockAround({ topology }: CheckContext, address: Address): string {
  for (const { block, block6 } of topology.subnets.values())
    for (const one of [block, block6]) if (one && contains(one, address)) return formatBlock(one)
  for (const { blocks } of topology.vpcs.values())
    for (const one of blocks) if (contains(one, address)) return formatBlock(one)
  if (scopeOf(address) === 'public') return isIp4(address) ? '0.0.0.0/0' : '::/0'
  return formatBlock({ base: address, length: isIp4(address) ? 32 : 128 })
}
