import type { Construct, ConstructKind, ConstructOf, Design } from '../../../src/core/model/index.ts'

/** A network interface as the document has it: what becomes one end of a veth pair. */
export interface Port {
  /** Name of its network namespace. */
  readonly space: string
  /** Name of the other end, in the router of its VPC. */
  readonly device: string
  readonly owner: string
  readonly role: 'client' | 'endpoint' | 'nat'
  readonly subnet: string
  readonly vpc: string
  readonly address: string
  /** Of dual-stack clients alone. */
  readonly address6: string | null
  readonly publicAddress: string | null
  /** Empty = nothing guards it (NAT gateways). A VPC's own group that is not drawn is named after the VPC. */
  readonly groups: readonly string[]
  /** Ports from which it opens connections. */
  readonly opens: readonly [number, number]
}

/** The document by kind and id. The emulation reads nothing else: no topology, no code of the simulator. */
export interface World {
  readonly all: <K extends ConstructKind>(kind: K) => readonly ConstructOf<K>[]
  readonly one: <K extends ConstructKind>(kind: K, id: string) => ConstructOf<K>
  readonly find: (id: string) => Construct | undefined
  readonly vpcOf: (subnet: string) => string
  readonly zoneOf: (subnet: string) => string
  readonly ports: readonly Port[]
}

/** Source: VPC guide, ephemeral ports. */
const OPENS = { linux: [32768, 61000], windows: [49152, 65535], others: [1024, 65535] } as const

export function readDesign(design: Design): World {
  const constructs: readonly Construct[] = Object.values(design.constructs)
  const all = <K extends ConstructKind>(kind: K) => constructs.filter((one): one is ConstructOf<K> => one.kind === kind)
  const one = <K extends ConstructKind>(kind: K, id: string) => {
    const found = design.constructs[id]
    if (found?.kind !== kind) throw new Error(`the design has no ${kind} “${id}”`)
    return found as ConstructOf<K>
  }
  const zoneOf = (subnet: string) => one('subnet', subnet).zone
  const vpcOf = (subnet: string) => one('availability-zone', zoneOf(subnet)).vpc
  const ports: Port[] = []
  const add = (port: Omit<Port, 'space' | 'device' | 'vpc'>) => {
    const number = ports.length
    ports.push({ ...port, vpc: vpcOf(port.subnet), space: `host${number}`, device: `e${number}` })
  }
  const groupsOf = (own: readonly string[], subnet: string) =>
    own.length > 0 ? own : [one('vpc', vpcOf(subnet)).defaultSecurityGroup ?? vpcOf(subnet)]
  for (const { id, runtime, operatingSystem, interfaces } of all('client'))
    for (const { subnet, privateIp, ipv6, publicIp, securityGroups } of interfaces)
      add({
        owner: id,
        role: 'client',
        subnet,
        address: stated(privateIp, id),
        address6: ipv6,
        // a function's interfaces never get one. Source: Lambda guide, VPC networking
        publicAddress: publicIp === 'none' || runtime === 'lambda' ? null : publicIp,
        groups: groupsOf(securityGroups, subnet),
        opens: runtime === 'lambda' ? OPENS.others : OPENS[operatingSystem],
      })
  for (const { id, subnets, securityGroups } of all('interface-endpoint'))
    for (const { subnet, privateIp } of subnets)
      add({
        ...{ owner: id, role: 'endpoint', subnet, publicAddress: null, address6: null, opens: OPENS.others },
        address: stated(privateIp, id),
        groups: groupsOf(securityGroups, subnet),
      })
  for (const { id, subnet, privateIp, publicIp, connectivity } of all('nat-gateway'))
    add({
      ...{ owner: id, role: 'nat', subnet, groups: [], address6: null, opens: OPENS.others },
      address: stated(privateIp, id),
      publicAddress: connectivity === 'private' ? null : publicIp,
    })
  return { all, one, find: (id) => design.constructs[id], vpcOf, zoneOf, ports }
}

/** What AWS would choose by itself is written out in the designs that are tried. */
function stated(address: string | null, id: string): string {
  if (address === null) throw new Error(`“${id}” has no stated address`)
  return address
}

/** Blocks of a prefix list, by the id of its construct or by AWS's name. */
export function blocksOf(world: World, list: string): readonly string[] {
  const found = world.all('prefix-list').find((one) => one.id === list || one.listName === list)
  if (!found) throw new Error(`the design does not draw the prefix list “${list}”`)
  return found.entries.map(({ cidr }) => cidr)
}

/** Whether an address or a block is of IPv6. */
export const isSix = (text: string): boolean => text.includes(':')

/** Address of Amazon's resolver in a VPC: its base plus two. */
export const resolverOf = (cidr: string): string => cidr.replace(/\d+\/\d+$/, '2')

/** Address as a number, and back. */
export const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
export const textOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')

/** First and last address of a block. */
export function endsOf(cidr: string): readonly [number, number] {
  const [base = '', length = '32'] = cidr.split('/')
  const size = 2 ** (32 - Number(length))
  const first = Math.floor(numberOf(base) / size) * size
  return [first, first + size - 1]
}

export const isWithin = (cidr: string, address: string): boolean => {
  const [first, last] = endsOf(cidr)
  const number = numberOf(address)
  return first <= number && number <= last
}
