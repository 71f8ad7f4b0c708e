export type { Address, Ip6 } from './address.ts'
export { addOffset, compareAddress, formatAddress, isIp4, parseAddress, sameAddress } from './address.ts'
export type { Block, BlockProblem, BlockResult } from './block.ts'
export {
  blockAt,
  blockOf,
  contains,
  covers,
  formatBlock,
  lastOf,
  mask32,
  overlaps,
  parseBlock,
  sameBlock,
  sizeOf,
} from './block.ts'
export { isWithin, matchesPattern, parseDnsName } from './dnsName.ts'
export { isAmazonResolver } from './isAmazonResolver.ts'
export { mergeBlocks } from './mergeBlocks.ts'
export type { PortRange } from './ports.ts'
export { ALL_PORTS, coversPorts, formatPorts, isPort } from './ports.ts'
export { scopeOf } from './scopeOf.ts'
export { freeAddresses, isGivenOut, nextFreeAddress } from './subnetAddresses.ts'
