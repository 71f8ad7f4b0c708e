import type { ConstructId, ConstructOf } from '../kinds/registry.ts'

type GroupEntry = ConstructOf<'security-group'>['ingress'][number]
type AclEntryFull = ConstructOf<'network-acl'>['ingress'][number]
type Protocol = GroupEntry['protocol']
/** One port, first and last port, or null for all. */
export type Ports = number | readonly [from: number, to: number] | null

/** `['tcp', 443, '10.0.0.0/8']`; the peer is a CIDR, the id of a security group, or a prefix list. */
export type GroupRule = readonly [protocol: Protocol, ports: Ports, peer: string]
/** `[100, 'allow', 'tcp', 443, '0.0.0.0/0']` */
export type AclEntry = readonly [
  number: number,
  action: 'allow' | 'deny',
  protocol: Protocol,
  ports: Ports,
  cidr: string,
]

const portsOf = (ports: Ports): { readonly from: number; readonly to: number } | null =>
  ports === null ? null : typeof ports === 'number' ? { from: ports, to: ports } : { from: ports[0], to: ports[1] }

/** The rule in full. */
export function groupRuleOf([protocol, ports, peer]: GroupRule, isGroup: (id: ConstructId) => boolean): GroupEntry {
  const named = isGroup(peer) ? { securityGroup: peer } : { prefixList: peer }
  return {
    protocol,
    ports: portsOf(ports),
    icmp: null,
    peer: peer.includes('/') ? { cidr: peer } : named,
    description: '',
  }
}

/** The entry in full. */
export const aclEntryOf = ([number, action, protocol, ports, cidr]: AclEntry): AclEntryFull => ({
  number,
  action,
  protocol,
  ports: portsOf(ports),
  icmp: null,
  cidr,
})
