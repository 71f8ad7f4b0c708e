import { smallest } from '../base/smallest.ts'
import { listWords } from '../base/words.ts'
import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Address, isIp4 } from '../net/address.ts'
import { formatBlock } from '../net/block.ts'
import { countPorts, coversPorts, formatPorts, type PortRange } from '../net/ports.ts'
import { isSliver } from '../sim/isSliver.ts'
import { filterByNetworkAcl } from '../sim/travel/filters/filterByNetworkAcl.ts'
import {
  type AclNet,
  type Eni,
  type LoadBalancerNet,
  PROTOCOL,
  type TargetGroupNet,
  type TargetNet,
} from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { freeNumberFor } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { interfaceOfTarget } from './parts/interfaceOfTarget.ts'
import { place } from './parts/place.ts'

/** Ports that a load balancer's nodes ask from. Sources: VPC guide, network ACLs, ephemeral ports; Network Load Balancer guide, recommended rules. */
const ASKED_FROM: PortRange = { from: 1024, to: 65535 }

/** Health checks go from the nodes to the targets even where the connections keep the client's address, and AWS PrivateLink always does. */
export const aclBetweenBalancerAndTarget: Check = {
  id: 'acl-between-balancer-and-target',
  severity: 'warning',
  title: 'Network ACL between a load balancer and its target',
  why: 'A load balancer’s node and a target in another subnet speak through the ACLs of both. The target’s port, and that of its health checks, has to be let through one way, and the high ports, to which it answers, the other way. Inside a subnet no ACL is asked, so it may work for the targets that stand beside their node and for no other.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
  *find({ design, topology }) {
    for (const balancer of topology.balancers.values()) {
      if (balancer.gap) continue
      const stops = new Map<string, Stop[]>()
      for (const { group } of balancer.listeners)
        for (const stop of group ? stopsOf(balancer, group) : []) {
          const key = stop.acl.id ?? ''
          stops.set(key, [...(stops.get(key) ?? []), stop])
        }
      for (const [first, ...more] of stops.values()) {
        if (!first) continue
        const { acl, direction, ports, node, target } = first
        const what =
          ports === ASKED_FROM ? `the answers through, which come to ${sayPorts(ports)}` : `${sayPorts(ports)} through`
        yield {
          at: [place(acl.id!, direction), place(balancer.id), place(target.owner)],
          message: `The ${called(design, balancer.id)} sends from its node in the ${called(design, node.subnet.id)} to the ${called(design, target.owner)} in the ${called(design, target.subnet.id)}, but no ${direction === 'ingress' ? 'inbound' : 'outbound'} rule of the ${called(design, acl.id!)} lets ${what}.`,
          fixes: letThrough(design, [first, ...more]),
        }
      }
    }
  },
  examples: { bad: () => example([9092, 9092]), good: () => example([1024, 65535]) },
}

/** A rule that lacks between a node and a target. */
interface Stop {
  readonly acl: AclNet
  readonly direction: 'ingress' | 'egress'
  readonly ports: PortRange
  /** Who is at the other side of the ACL. */
  readonly peer: Eni
  readonly node: Eni
  readonly target: Eni
  /** Whether they speak IPv6. */
  readonly six: boolean
}

/** For each node and target all that is stopped on the way there and back. */
function* stopsOf(balancer: LoadBalancerNet, group: TargetGroupNet): Generator<Stop> {
  if (group.protocol === 'UDP' || group.protocol === 'GENEVE') return
  const zones = new Set(balancer.enis.map(({ subnet }) => subnet.zoneName))
  const everywhere = group.crossZone ?? balancer.crossZone
  for (const node of balancer.enis)
    for (const one of group.targets) {
      const target = interfaceOfTarget(balancer, one)
      if (!target || target.subnet.vpc !== node.subnet.vpc || target.subnet === node.subnet) continue
      if (one.health === 'draining' || one.health === 'unused') continue
      const { zoneName } = target.subnet
      if (!(everywhere ? zones.has(zoneName) : zoneName === node.subnet.zoneName)) continue
      const there = [...new Set([one.port, group.healthPort ?? one.port])].map((port) => ({ from: port, to: port }))
      const sides = { node, target, six: speakIpv6(one, target) }
      const rules: readonly Stop[] = [
        ...there.flatMap((ports): readonly Stop[] => [
          { acl: node.subnet.acl, direction: 'egress', ports, peer: target, ...sides },
          { acl: target.subnet.acl, direction: 'ingress', ports, peer: node, ...sides },
        ]),
        { acl: target.subnet.acl, direction: 'egress', ports: ASKED_FROM, peer: node, ...sides },
        { acl: node.subnet.acl, direction: 'ingress', ports: ASKED_FROM, peer: target, ...sides },
      ]
      yield* rules.filter(isStopped)
    }
}

/** Target groups hold addresses of one family: IPv4, where the target has one. */
const speakIpv6 = ({ address }: TargetNet, eni: Eni): boolean =>
  address === null ? eni.address === null : !isIp4(address)
const addressOf = ({ address, address6 }: Eni, six: boolean): Address | null => (six ? address6 : address)

/** Whether at most a sliver gets through. ACLs that are not drawn let all through, and those that cannot be read are nobody's fault. */
function isStopped({ acl, direction, ports, peer, node, target, six }: Stop): boolean {
  const theirs = addressOf(peer, six)
  const own = addressOf(peer === node ? target : node, six)
  if (acl.id === null || acl.gap || acl.unread.length > 0 || theirs === null || own === null) return false
  const [src, dst] = direction === 'ingress' ? [theirs, own] : [own, theirs]
  const packet = { src, dst, protocol: PROTOCOL.tcp, ports, from: null, icmpType: 0, size: 0 }
  const match = filterByNetworkAcl(acl, direction, packet, theirs)
  if (match.outcome !== 'partly') return match.outcome === 'denied'
  return isSliver(countPorts(match.passed) / countPorts([ports]))
}

/** An entry for each subnet at the other side of each way that is stopped, before the first that denies. */
function letThrough(design: Design, stops: readonly [Stop, ...Stop[]]): readonly Fix[] {
  const drawn = constructOfKind(design, stops[0].acl.id ?? '', 'network-acl')
  if (!drawn) return []
  const sides = { ingress: [...drawn.ingress], egress: [...drawn.egress] }
  const added: { direction: Stop['direction']; cidr: string; ports: PortRange; title: string }[] = []
  // the widest first: what they let through needs no entry of its own
  for (const { direction, ports, peer, six } of stops.toSorted(
    (a, b) => countPorts([b.ports]) - countPorts([a.ports]),
  )) {
    const entries = sides[direction]
    const block = six ? peer.subnet.block6 : peer.subnet.block
    const cidr = block ? formatBlock(block) : null
    const title = `${sayPorts(ports)} ${direction === 'ingress' ? 'from' : 'to'} ${cidr}`
    const isIn = (one: (typeof added)[number]) =>
      one.cidr === cidr && one.direction === direction && coversPorts(one.ports, ports)
    if (cidr === null || added.some(isIn)) continue
    const denies = entries.flatMap((entry) => (entry.action === 'deny' ? [entry.number] : []))
    const number = freeNumberFor(entries, denies.length > 0 ? smallest(denies) : null)
    if (number === null) return []
    added.push({ direction, cidr, ports, title })
    entries.push({ number, action: 'allow', protocol: 'tcp', ports, icmp: null, cidr })
  }
  if (added.length === 0) return []
  const title = `Let ${listWords(added.map((one) => one.title))} through the ${called(design, drawn.id)}`
  return [{ title, safety: 'review', edits: [change('network-acl', drawn.id, sides)] }]
}

const sayPorts = (ports: PortRange): string => `TCP ${ports.from === ports.to ? 'port' : 'ports'} ${formatPorts(ports)}`

const example = (ports: readonly [number, number]) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const [one, other] = ['a', 'b'].map((zone, i) =>
      b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.${i}.0/24` }),
    )
    const targets = b.targetGroup(vpc, [b.ec2(other!)], { port: 9092 })
    b.nlb(vpc, { subnets: [one!, other!], crossZone: true, listeners: [['TCP', 9092, targets]] })
    b.networkAcl(vpc, {
      ingress: [[100, 'allow', 'tcp', [...ports], '10.0.0.0/16']],
      egress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
      subnets: [one!, other!],
    })
  })
