import { remember } from '../../base/remember.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import { type Block, blockOf } from '../../net/block.ts'
import { reservedBlocks } from '../../net/reservedFor.ts'
import { unpublicBlocks } from '../../net/scopeOf.ts'
import { dnsOf } from '../../topology/dnsNet.ts'
import type { SubnetNet, Topology, VpcNet } from '../../topology/topology.ts'
import { representativeAddresses } from './representativeAddresses.ts'

/** All there is: IPv4, and what of IPv6 is given out; well-known addresses stand first, to stand for the rest. */
const RANGES = ['8.8.8.8/32', '0.0.0.0/0', '2001:4860:4860::8888/128', '2000::/3'].map((text) => blockOf(text)!)
/** A public IPv4 address as DNS64 makes it up. */
const MADE_UP = parseAddress('64:ff9b::808:808')!
const memory = new WeakMap<VpcNet, readonly Address[]>()

/** One public address of each class that the routes and filters on the way from a subnet treat alike; those of S3 and DynamoDB, which have names of their own, are left out. */
export function publicClasses(topology: Topology, { vpc, id }: SubnetNet): readonly Address[] {
  const addresses = remember(memory, vpc, () =>
    representativeAddresses(
      RANGES,
      [...unpublicBlocks, ...reservedBlocks, ...vpc.blocks, ...ofServices(topology, vpc)],
      vpc,
    ),
  )
  return dnsOf(topology, vpc).dns64.has(id) ? [...addresses, MADE_UP] : addresses
}

const ofServices = ({ prefixListBlocks }: Topology, { regionCode }: VpcNet): readonly Block[] =>
  ['s3', 'dynamodb', 'ipv6.s3', 'ipv6.dynamodb'].flatMap(
    (service) => prefixListBlocks(`com.amazonaws.${regionCode}.${service}`, regionCode) ?? [],
  )
