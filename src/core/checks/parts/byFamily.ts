import { type Address, isIp4 } from '../../net/address.ts'
import type { Block } from '../../net/block.ts'
import type { Eni, Route, RouteList, SubnetNet } from '../../topology/topology.ts'

/** IPv4 and IPv6 are routed apart: what is asked of a table is asked once for each. */
export type Family = 4 | 6
export const FAMILIES: readonly Family[] = [4, 6]

/** The same of a table, a subnet, an interface and a block, by family. */
export const byFamily = {
  routes: ({ routes4, routes6 }: RouteList, family: Family): readonly Route[] => (family === 4 ? routes4 : routes6),
  block: ({ block, block6 }: SubnetNet, family: Family): Block | null => (family === 4 ? block : block6),
  address: ({ address, address6 }: Eni, family: Family): Address | null => (family === 4 ? address : address6),
  holds: ({ base }: Block, family: Family): boolean => isIp4(base) === (family === 4),
} as const

/** What stands behind a sentence that would be the same for IPv4. */
export const sayFamily = (family: Family): string => (family === 4 ? '' : ' over IPv6')
