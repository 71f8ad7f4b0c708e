import { blockOf } from './block.ts'

/** The well-known prefix of NAT64: an IPv6 address of it holds an IPv4 address in its last 32 bits. Source: RFC 6052; VPC guide, DNS64 and NAT64. */
export const NAT64 = blockOf('64:ff9b::/96')!
