import { isIp4 } from '../../net/address.ts'
import type { Eni, TargetNet } from '../../topology/topology.ts'

/** Whether a load balancer speaks IPv6 to a target. Target groups hold addresses of one family: IPv4, where the target has one. */
export const speaksIpv6 = ({ address }: TargetNet, eni: Eni): boolean =>
  address === null ? eni.address === null : !isIp4(address)
