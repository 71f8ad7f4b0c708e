import { append } from '../../base/append.ts'
import { sameAddress } from '../../net/address.ts'
import type { Packet } from './packet.ts'
import type { Walk } from './walk.ts'

/** A forwarding loop is given up after this many subnets, gateways and appliances. Source: Network Manager's route analysis gives up after 64. */
const MOST_HOPS = 64

/** Counts one more place; false when the packet must be going in circles. */
export const takeHop = ({ carried }: Walk): boolean => ++carried.hops <= MOST_HOPS

/** Notes that the packet has come to `at`; false when it has been there before as it is now. */
export function visit({ carried }: Walk, at: object, packet: Packet): boolean {
  for (const one of carried.visited)
    if (one.at === at && sameAddress(one.packet.src, packet.src) && sameAddress(one.packet.dst, packet.dst))
      return false
  carried.visited = append(carried.visited, { at, packet })
  return true
}
