import type { Origin } from '../../../topology/origin.ts'
import type { Eni, SubnetNet } from '../../../topology/topology.ts'

/** Where the design gives an interface its public address of a family, or would: at the interface itself where no field of its own says so, as of a secondary address. */
export function publicFieldOf({ origin: { construct, path }, role }: Eni, six = false): Origin {
  // of a zone of a regional NAT gateway
  if (path[0] === 'zones') return { construct, path: ['publicIps'] }
  if (path[0] === 'interfaces' && path.length === 2) return { construct, path: [...path, six ? 'ipv6' : 'publicIp'] }
  return { construct, path: (role === 'nat' || role === 'load-balancer') && !six ? [...path, 'publicIp'] : path }
}

/** The setting of VPC Block Public Access that stops this traffic; null where none does. Source: VPC guide, Block Public Access. */
export function blockedAccess(eni: Eni, way: 'egress' | 'ingress' | 'reply', passed: SubnetNet | null): Origin | null {
  const access = (eni.subnet.virtual ? passed : eni.subnet)?.publicAccess ?? null
  if (access === null) return null
  if (access.lets === 'nothing') return access.origin
  // what a NAT gateway opens is let out, and its answers in
  if (eni.role === 'nat' && way === 'egress') return null
  return access.lets === 'egress' && way === 'egress' ? null : access.origin
}
