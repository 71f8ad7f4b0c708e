import type { ConstructOf } from '../../../src/core/model/index.ts'
import { addRules, dropAt, type Lab, type Space } from './lab.ts'
import { blocksOf, type Port, type World } from './readDesign.ts'

type Traffic = Pick<ConstructOf<'network-acl'>['ingress'][number], 'protocol' | 'ports' | 'icmp'>
type Way = 'ingress' | 'egress'

/** What nftables says for protocol and ports of a rule. Ports are those of the packet's destination. */
function trafficMatch({ protocol, ports, icmp }: Traffic): string {
  if (protocol === 'all') return ''
  if (protocol === 'icmp') return icmp && icmp.type >= 0 ? `icmp type ${icmp.type}` : 'meta l4proto icmp'
  if (protocol !== 'tcp' && protocol !== 'udp') return `meta l4proto ${protocol === 'icmpv6' ? 58 : protocol}`
  return ports ? `${protocol} dport ${ports.from}-${ports.to}` : `meta l4proto ${protocol}`
}

/** `ip saddr 10.0.0.0/8`; nothing where every address will do. */
export const addressMatch = (side: 'saddr' | 'daddr', cidr: string): string =>
  cidr.endsWith('/0') ? 'meta nfproto ipv4' : `ip ${side} ${cidr}`

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
  const members = (group: string) => membersOf(world, port, group)
  return port.groups.flatMap((id) => {
    const group = world.find(id)
    // the group that comes with every VPC and was never edited: in from itself, out to anywhere
    if (group?.kind !== 'security-group')
      return way === 'egress' ? [verdict] : members(id).map((address) => `ip saddr ${address} ${verdict}`)
    return group[way].flatMap((rule) => {
      const what = trafficMatch(rule)
      const { peer } = rule
      if ('cidr' in peer) return [`${what} ${addressMatch(side, peer.cidr)} ${verdict}`]
      if ('prefixList' in peer)
        return blocksOf(world, peer.prefixList).map((cidr) => `${what} ${addressMatch(side, cidr)} ${verdict}`)
      return members(peer.securityGroup).map((address) => `${what} ip ${side} ${address} ${verdict}`)
    })
  })
}

/** Private addresses of those that carry a group, as far as a reference to it holds from the port's VPC. Source: VPC guide, security group referencing. */
function membersOf(world: World, { vpc }: Port, group: string): readonly string[] {
  return world.ports.filter((one) => one.vpc === vpc && one.groups.includes(group)).map(({ address }) => address)
}
