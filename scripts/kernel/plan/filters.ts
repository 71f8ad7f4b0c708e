import type { ConstructOf } from '../../../src/core/model/index.ts'
import { addRules, dropAt, type Lab, type Space } from './lab.ts'
import { blocksOf, isSix, type Port, type World } from './readDesign.ts'

type Traffic = Pick<ConstructOf<'network-acl'>['ingress'][number], 'protocol' | 'ports' | 'icmp'>
type Way = 'ingress' | 'egress'

/** What nftables says for protocol and ports of a rule. Ports are those of the packet's destination. */
function trafficMatch({ protocol, ports, icmp }: Traffic): string {
  if (protocol === 'all') return ''
  if (protocol === 'icmp') return icmp && icmp.type >= 0 ? `icmp type ${icmp.type}` : 'meta l4proto icmp'
  if (protocol !== 'tcp' && protocol !== 'udp') return `meta l4proto ${protocol === 'icmpv6' ? 58 : protocol}`
  return ports ? `${protocol} dport ${ports.from}-${ports.to}` : `meta l4proto ${protocol}`
}

/** `ip saddr 10.0.0.0/8`; the family alone where every address of it will do. */
export const addressMatch = (side: 'saddr' | 'daddr', cidr: string): string => {
  if (cidr.endsWith('/0')) return isSix(cidr) ? 'meta nfproto ipv6' : 'meta nfproto ipv4'
  return `${isSix(cidr) ? 'ip6' : 'ip'} ${side} ${cidr}`
}

/** A subnet's network ACL as a chain: in the order of rule numbers the first match decides, nothing is remembered. It returns when it allows. */
export function addNetworkAcl(lab: Lab, space: Space, subnet: string, way: Way): string {
  const { world } = lab
  const vpc = world.vpcOf(subnet)
  const id = world.one('subnet', subnet).networkAcl ?? world.one('vpc', vpc).defaultNetworkAcl
  const chain = `acl_${way}_${subnet.replaceAll(/[^A-Za-z0-9]/g, '_')}`
  if (id === null) addRules(space, chain, ['return'])
  else {
    const drop = dropAt(lab, space, [id])
    const side = way === 'ingress' ? 'saddr' : 'daddr'
    const entries = [...world.one('network-acl', id)[way]].sort((a, b) => a.number - b.number)
    addRules(space, chain, [
      ...entries.map(
        (entry) =>
          `${trafficMatch(entry)} ${addressMatch(side, entry.cidr)} ${entry.action === 'allow' ? 'return' : `goto ${drop}`}`,
      ),
      `goto ${drop}`,
    ])
  }
  return chain
}

/** Mark in the packet's head (DSCP) of what crossed a transit gateway: group references do not hold for it. */
export const CROSSED_TRANSIT = 8

/** Rules of an interface's security groups that let a packet pass, each ending in `verdict`. */
export function groupRules({ world }: Lab, port: Port, way: Way, verdict: string): readonly string[] {
  const side = way === 'ingress' ? 'saddr' : 'daddr'
  const members = (group: string) => membersOf(world, port, group, way)
  return port.groups.flatMap((id) => {
    const group = world.find(id)
    // the group that comes with every VPC and was never edited: in from itself, out to anywhere
    if (group?.kind !== 'security-group')
      return way === 'egress' ? [verdict] : members(id).map((match) => `${match} ${verdict}`)
    return group[way].flatMap((rule) => {
      const what = trafficMatch(rule)
      const { peer } = rule
      if ('cidr' in peer) return [`${what} ${addressMatch(side, peer.cidr)} ${verdict}`]
      if ('prefixList' in peer)
        return blocksOf(world, peer.prefixList).map((cidr) => `${what} ${addressMatch(side, cidr)} ${verdict}`)
      return members(peer.securityGroup).map((match) => `${what} ${match} ${verdict}`)
    })
  })
}

/**
 * Matches for the private addresses of those that carry a group, as far as a reference to it holds for the port: in its own VPC, over an active peering
 * of the same Region, and over a transit gateway where references are switched on all the way, for inbound rules and not for interface endpoints.
 * Source: VPC guide, security group rules; transit gateway guide, security group referencing.
 */
function membersOf(world: World, { vpc, role }: Port, group: string, way: Way): readonly string[] {
  return world.ports
    .filter((one) => one.groups.includes(group))
    .flatMap(({ vpc: other, address, address6 }) =>
      [address, address6].flatMap((one) => (one === null ? [] : { other, address: one })),
    )
    .flatMap(({ other, address }) => {
      const ip = isSix(address) ? 'ip6' : 'ip'
      const own = other === vpc
      const peered = !own && arePeered(world, vpc, other)
      const overTransit = !own && role !== 'endpoint' && areJoined(world, vpc, other)
      if (way === 'egress') return own || peered ? [`${ip} daddr ${address}`] : []
      return [
        ...(own || peered ? [`${ip} saddr ${address} ${ip} dscp 0`] : []),
        ...(overTransit ? [`${ip} saddr ${address} ${ip} dscp ${CROSSED_TRANSIT}`] : []),
      ]
    })
}

const regionOf = (world: World, vpc: string): string => world.one('vpc', vpc).region

const arePeered = (world: World, a: string, b: string): boolean =>
  world
    .all('peering-connection')
    .some(
      ({ requester, accepter, state }) =>
        state === 'active' &&
        regionOf(world, requester) === regionOf(world, accepter) &&
        ((requester === a && accepter === b) || (requester === b && accepter === a)),
    )

const areJoined = (world: World, a: string, b: string): boolean =>
  world.all('transit-gateway').some(({ id, securityGroupReferencing }) => {
    const refers = (vpc: string) =>
      world
        .all('transit-gateway-attachment')
        .some(
          (one) =>
            one.transitGateway === id && one.vpc === vpc && one.state === 'available' && one.securityGroupReferencing,
        )
    return securityGroupReferencing && refers(a) && refers(b)
  })
