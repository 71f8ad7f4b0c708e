import { smallest } from '../base/smallest.ts'
import { listWords } from '../base/words.ts'
import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Address } from '../net/address.ts'
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
  type Topology,
} from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { freeNumberFor } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { interfaceOfTarget } from './parts/interfaceOfTarget.ts'
import { place } from './parts/place.ts'
import { sentByNodes } from './parts/sentByNodes.ts'
import { speaksIpv6 } from './parts/speaksIpv6.ts'

/** Ports that a load balancer's nodes ask from. Sources: VPC guide, network ACLs, ephemeral ports; Network Load Balancer guide, recommended rules. */
const ASKED_FROM: PortRange = { from: 1024, to: 65535 }

/** Health checks go from the nodes to the targets, by TCP, whatever else does. */
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
      for (const group of balancer.listeners.flatMap(({ groups }) => groups))
        for (const stop of stopsOf(topology, balancer, group)) {
          const key = stop.acl.id ?? ''
          stops.set(key, [...(stops.get(key) ?? []), stop])
        }
      for (const [first, ...more] of stops.values()) {
        if (!first) continue
        const { acl, direction, ports, node, target } = first
        const said = sayPorts(first)
        const what = ports === ASKED_FROM ? `the answers through, which come to ${said}` : `${said} through`
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
  readonly protocol: number
  readonly ports: PortRange
  /** Who is at the other side of the ACL. */
  readonly peer: Eni
  readonly node: Eni
  readonly target: Eni
  /** Whether they speak IPv6. */
  readonly six: boolean
  /** By how small a part of the ports it works: appliances answer to a port that is the load balancer's choice. */
  readonly byAny: boolean
}

/** For each node and target all that is stopped on the way there and back. */
function* stopsOf(topology: Topology, balancer: LoadBalancerNet, group: TargetGroupNet): Generator<Stop> {
  const zones = new Set(balancer.enis.map(({ subnet }) => subnet.zoneName))
  const everywhere = group.crossZone ?? balancer.crossZone
  for (const node of balancer.enis)
    for (const one of group.targets) {
      const target = interfaceOfTarget(balancer, one)
      if (!target || target.subnet.vpc !== node.subnet.vpc || target.subnet === node.subnet) continue
      if (one.health === 'draining' || one.health === 'unused') continue
      const { zoneName } = target.subnet
      if (!(everywhere ? zones.has(zoneName) : zoneName === node.subnet.zoneName)) continue
      const sent = sentByNodes(topology, balancer, group, one)
      const sides = { node, target, six: speaksIpv6(one, target) }
      const rules = [
        ...sent.flatMap(({ port, protocol }): readonly Stop[] => {
          const ports = { from: port, to: port }
          const there = { ...sides, protocol, ports, byAny: false }
          return [
            { acl: node.subnet.acl, direction: 'egress', peer: target, ...there },
            { acl: target.subnet.acl, direction: 'ingress', peer: node, ...there },
          ]
        }),
        ...[...new Set(sent.map(({ protocol }) => protocol))].flatMap((protocol): readonly Stop[] => {
          const byAny = protocol === PROTOCOL.udp && group.protocol === 'GENEVE'
          const back = { ...sides, protocol, ports: ASKED_FROM, byAny }
          return [
            { acl: target.subnet.acl, direction: 'egress', peer: node, ...back },
            { acl: node.subnet.acl, direction: 'ingress', peer: target, ...back },
          ]
        }),
      ]
      yield* rules.filter(isStopped)
    }
}

const addressOf = ({ address, address6 }: Eni, six: boolean): Address | null => (six ? address6 : address)

/** Whether at most a sliver gets through. ACLs that are not drawn let all through, and those that cannot be read are nobody's fault. */
function isStopped({ acl, direction, protocol, ports, peer, node, target, six, byAny }: Stop): boolean {
  const theirs = addressOf(peer, six)
  const own = addressOf(peer === node ? target : node, six)
  if (acl.id === null || acl.gap || acl.unread.length > 0 || theirs === null || own === null) return false
  const [src, dst] = direction === 'ingress' ? [theirs, own] : [own, theirs]
  const packet = { src, dst, protocol, ports, from: null, icmpType: 0, size: 0 }
  const match = filterByNetworkAcl(acl, direction, packet, theirs)
  if (match.outcome !== 'partly') return match.outcome === 'denied'
  return !byAny && isSliver(countPorts(match.passed) / countPorts([ports]))
}

/** An entry for each subnet at the other side of each way that is stopped, before the first that denies. */
function letThrough(design: Design, stops: readonly [Stop, ...Stop[]]): readonly Fix[] {
  const drawn = constructOfKind(design, stops[0].acl.id ?? '', 'network-acl')
  if (!drawn) return []
  const sides = { ingress: [...drawn.ingress], egress: [...drawn.egress] }
  const added: (Pick<Stop, 'direction' | 'protocol' | 'ports'> & { readonly cidr: string; readonly title: string })[] =
    []
  // the widest first: what they let through needs no entry of its own
  for (const { direction, protocol, ports, peer, six } of stops.toSorted(
    (a, b) => countPorts([b.ports]) - countPorts([a.ports]),
  )) {
    const entries = sides[direction]
    const block = six ? peer.subnet.block6 : peer.subnet.block
    const cidr = block ? formatBlock(block) : null
    const title = `${sayPorts({ protocol, ports })} ${direction === 'ingress' ? 'from' : 'to'} ${cidr}`
    const isIn = (one: (typeof added)[number]) =>
      one.cidr === cidr && one.direction === direction && one.protocol === protocol && coversPorts(one.ports, ports)
    if (cidr === null || added.some(isIn)) continue
    const denies = entries.flatMap((entry) => (entry.action === 'deny' ? [entry.number] : []))
    const number = freeNumberFor(entries, denies.length > 0 ? smallest(denies) : null)
    if (number === null) return []
    added.push({ direction, protocol, cidr, ports, title })
    const word = protocol === PROTOCOL.udp ? 'udp' : 'tcp'
    entries.push({ number, action: 'allow', protocol: word, ports, icmp: null, cidr })
  }
  if (added.length === 0) return []
  const title = `Let ${listWords(added.map((one) => one.title))} through the ${called(design, drawn.id)}`
  return [{ title, safety: 'review', edits: [change('network-acl', drawn.id, sides)] }]
}

const sayPorts = ({ protocol, ports }: Pick<Stop, 'protocol' | 'ports'>): string =>
  `${protocol === PROTOCOL.udp ? 'UDP' : 'TCP'} ${ports.from === ports.to ? 'port' : 'ports'} ${formatPorts(ports)}`

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
