import type { Origin } from '../../../topology/origin.ts'
import type { Eni, SubnetNet } from '../../../topology/topology.ts'

/** Where the design would give an interface its public address. */
export const publicFieldOf = ({ origin, role }: Eni): Origin =>
  role === 'client' || role === 'nat' ? { construct: origin.construct, path: [...origin.path, 'publicIp'] } : origin

/** The setting of VPC Block Public Access that stops this traffic; null where none does. Source: VPC guide, Block Public Access. */
export function blockedAccess(eni: Eni, way: 'egress' | 'ingress' | 'reply', passed: SubnetNet | null): Origin | null {
  const access = (eni.subnet.virtual ? passed : eni.subnet)?.publicAccess ?? null
  if (access === null) return null
  if (access.lets === 'nothing') return access.origin
  // what a NAT gateway opens is let out, and its answers in
  if (eni.role === 'nat' && way === 'egress') return null
  return access.lets === 'egress' && way === 'egress' ? null : access.origin
}
