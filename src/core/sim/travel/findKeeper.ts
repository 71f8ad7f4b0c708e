import { remember } from '../../base/remember.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, formatAddress, isIp4, parseAddress } from '../../net/address.ts'
import { type Block, blockOf, contains } from '../../net/block.ts'
import { reservedFor } from '../../net/reservedFor.ts'
import type { Topology, TopologyGap, VpcNet } from '../../topology/topology.ts'

/** What the design itself says of a public address that no interface and no drawn host of it has. */
export type Keeper =
  /** An Elastic IP address; `gap` where it is associated with something that is not there. */
  | { readonly kind: 'elastic-ip'; readonly elastic: ConstructOf<'elastic-ip'>; readonly gap: TopologyGap | null }
  /** An address of a drawn VPC's own block. */
  | { readonly kind: 'vpc'; readonly vpc: VpcNet }
  /** An address of a drawn network on premises. */
  | { readonly kind: 'on-premises'; readonly network: VpcNet }

/** Whose address it is by the design; null where the design says nothing. */
export const findKeeper = (topology: Topology, address: Address): Keeper | null =>
  remember(
    remember(keepers, topology, () => new Map<number | string, Keeper | null>()),
    isIp4(address) ? address : formatAddress(address),
    () => readKeeper(topology, address),
  )

const keepers = new WeakMap<Topology, Map<number | string, Keeper | null>>()

function readKeeper(topology: Topology, address: Address): Keeper | null {
  const elastic = elasticsOf(topology).get(formatAddress(address))
  if (elastic) {
    const gap = topology.gaps.find(({ at }) => at.construct === elastic.id) ?? null
    return { kind: 'elastic-ip', elastic, gap }
  }
  const holds = ({ blocks }: VpcNet) => blocks.some((block) => contains(block, address))
  for (const vpc of topology.vpcs.values()) if (holds(vpc)) return { kind: 'vpc', vpc }
  for (const network of topology.onPremises.values()) if (holds(network)) return { kind: 'on-premises', network }
  return null
}

const elastics = new WeakMap<Topology, ReadonlyMap<string, ConstructOf<'elastic-ip'>>>()
const elasticsOf = (topology: Topology) =>
  remember(elastics, topology, () => {
    const found = new Map<string, ConstructOf<'elastic-ip'>>()
    for (const construct of Object.values(topology.design.constructs)) {
      const address = construct.kind === 'elastic-ip' ? parseAddress(construct.publicIp ?? '') : null
      if (construct.kind === 'elastic-ip' && address !== null) found.set(formatAddress(address), construct)
    }
    return found
  })

/** Where the interfaces of a network are not all known, or may have an address that cannot be read: the one asked for may be theirs. */
export function findUnreadAddress({ design }: Topology, { id, enis }: VpcNet, address: Address): TopologyGap | null {
  const field = isIp4(address) ? 'address' : 'address6'
  for (const { gaps, subnet } of enis) {
    const gap = gaps[field]
    const block = isIp4(address) ? subnet.block : subnet.block6
    if (gap && (block === null || contains(block, address))) return gap
  }
  const network = design.constructs[id]
  return network?.kind === 'vpc' && !network.allInterfaces
    ? {
        code: 'dangling-reference',
        at: { construct: id, path: ['allInterfaces'] },
        message: `the design does not have all interfaces of the VPC, and one of them may have ${formatAddress(address)}`,
      }
    : null
}

/** Whether the design names a reserved block or address which holds `address`: whoever wrote it means somebody by it. */
export const isNamed = (topology: Topology, address: Address): boolean =>
  remember(named, topology, () => readNamed(topology)).some((block) => contains(block, address))

/** What people take for sample addresses. */
const STAND_INS: ReadonlySet<string | null> = new Set(['documentation', 'benchmarks'])

const named = new WeakMap<Topology, readonly Block[]>()

function readNamed({ design }: Topology): readonly Block[] {
  const blocks: Block[] = []
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      const address = parseAddress(value)
      const block = address === null ? blockOf(value) : { base: address, length: isIp4(address) ? 32 : 128 }
      if (block !== null && STAND_INS.has(reservedFor(block.base))) blocks.push(block)
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) read(one)
  }
  for (const construct of Object.values(design.constructs)) read(construct)
  return blocks
}
