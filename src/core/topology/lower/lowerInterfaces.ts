import { appendAll } from '../../base/appendAll.ts'
import { hashText } from '../../base/hash.ts'
import type { ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, addOffset, formatAddress, type Ip6, isIp4, parseAddress } from '../../net/address.ts'
import { type Block, mask32, sizeOf } from '../../net/block.ts'
import type { Origin } from '../origin.ts'
import type { EniGaps, GroupNet } from '../topology.ts'
import {
  addGap,
  type Building,
  type EniBuild,
  type GroupBuild,
  type Lower,
  type SubnetBuild,
  type Wanted,
} from './building.ts'
import { createMissingGroup } from './standIns.ts'

/** Source ports of connections that start here (Linux and Windows defaults; Lambda and NAT gateways use 1024-65535). Source: VPC guide, network ACLs, ephemeral ports. */
const EPHEMERAL = {
  linux: { from: 32768, to: 61000 },
  windows: { from: 49152, to: 65535 },
  wide: { from: 1024, to: 65535 },
} as const

/** Interfaces that a kind has in drawn subnets. What the design leaves open of their addresses is filled once all are known. */
export const lowerWanted =
  <K extends ConstructKind>(wantedBy: (building: Building, construct: ConstructOf<K>) => readonly Wanted[]): Lower<K> =>
  (building, constructs) => {
    for (const construct of constructs) appendAll(building.wanted, wantedBy(building, construct))
  }

/** Gives all interfaces that subnets have by now their addresses; samples depend on ids alone. */
export const giveAddresses = (building: Building): void => addInterfaces(building, building.wanted.splice(0))

/** Gives the interfaces their addresses and enters them where they are looked up. Stated addresses are taken first, so that no sample stands in their way. */
export function addInterfaces(building: Building, given: readonly Wanted[]): void {
  const only6 = new Set(building.byKind.subnet.flatMap(({ id, cidr }) => (cidr === null ? id : [])))
  const wanted = only6.size === 0 ? given : given.map((one) => (only6.has(one.eni.subnet.id) ? withoutIp4(one) : one))
  for (const one of wanted) if (one.privateIp !== null) assignGiven(building, one)
  const full = new Set<SubnetBuild>()
  for (const one of wanted)
    if (one.eni.address === null && one.privateIp === null && !one.only6) assignSample(building, one, full)
  for (const one of wanted) finish(building, one)
}

/** In an IPv6-only subnet interfaces have an IPv6 address alone. What AWS makes for IPv4 it does not put there. Source: VPC guide, IP addressing for subnets. */
const withoutIp4 = (one: Wanted): Wanted =>
  NEEDS_IP4.has(one.eni.role) || (one.eni.role === 'endpoint' && !one.only6)
    ? one
    : { ...one, publicIp: null, only6: true, ipv6: one.ipv6 ?? 'auto' }
const NEEDS_IP4: ReadonlySet<EniBuild['role']> = new Set(['nat', 'load-balancer', 'resolver'])

/** A Lambda function's interfaces never have public addresses, whatever is drawn. Source: Lambda guide, VPC. */
export const lowerClients = lowerWanted<'client'>((building, client) => {
  const hasSystem = HAS_SYSTEM.has(client.runtime)
  const ephemeral = hasSystem ? EPHEMERAL[client.operatingSystem] : EPHEMERAL.wide
  const listens = client.listens && new Set(client.listens.map((one) => `${one.protocol}/${one.port}`))
  return client.interfaces.flatMap((one, index) => {
    const path = ['interfaces', index]
    const subnet = findSubnet(building, one.subnet, { construct: client.id, path: [...path, 'subnet'] })
    if (!subnet) return []
    const groups = findGroups(building, one.securityGroups, subnet, {
      construct: client.id,
      path: [...path, 'securityGroups'],
    })
    const eni: EniBuild = {
      ...createEni({ construct: client.id, path }, 'client', subnet, groups),
      ephemeral,
      isFunction: client.runtime === 'lambda',
      listens: listens ? new Set(listens) : null,
      interfaceId: one.interfaceId,
      sourceDestCheck: one.sourceDestCheck,
      forwarding: client.forwarding,
      policyRouting: index === 0 || !hasSystem ? 'yes' : client.policyRouting,
    }
    return [
      {
        eni,
        privateIp: one.privateIp,
        publicIp: one.publicIp === 'none' || client.runtime === 'lambda' ? null : one.publicIp,
        ipv6: one.ipv6,
        path,
        key: `${client.id}#${index}`,
      },
      // a secondary address is an interface beside its own for all that routes and filters know
      ...(one.secondaryIps ?? []).map((privateIp, i) => ({
        eni: {
          ...eni,
          origin: { construct: client.id, path: [...path, 'secondaryIps', i] },
          listens: eni.listens && new Set(eni.listens),
          translation: hasSystem ? client.sourceTranslation : 'none',
        },
        privateIp,
        publicIp: null,
        ipv6: null,
        path: [...path, 'secondaryIps', i],
        key: `${client.id}#${index}+${i}`,
      })),
    ]
  })
})

/** Runtimes whose operating system the design states; the ports that others send from are not known more narrowly. */
const HAS_SYSTEM: ReadonlySet<ConstructOf<'client'>['runtime']> = new Set(['ec2', 'ecs', 'eks'])

export const lowerEndpointInterfaces = lowerWanted<'interface-endpoint'>((building, endpoint) => {
  return endpoint.subnets.flatMap((one, index) => {
    const path = ['subnets', index]
    const subnet = findSubnet(building, one.subnet, { construct: endpoint.id, path: [...path, 'subnet'] })
    if (!subnet) {
      building.lostInterfaces.set(endpoint.id, building.gaps.at(-1)!)
      return []
    }
    const groups = findGroups(building, endpoint.securityGroups, subnet, {
      construct: endpoint.id,
      path: ['securityGroups'],
    })
    const eni = createEni({ construct: endpoint.id, path }, 'endpoint', subnet, groups)
    const key = `${endpoint.id}#${subnet.id}`
    const addresses = familiesOf(endpoint.ipAddressType, one.privateIp, one.ipv6)
    return [{ eni, ...addresses, publicIp: null, path, key }]
  })
})

/** Addresses of the families that an endpoint or a load balancer is made for. Source: AWS PrivateLink guide, IP address types. */
export const familiesOf = (
  type: ConstructOf<'interface-endpoint'>['ipAddressType'],
  privateIp: string | null,
  ipv6: string | null,
): Pick<Wanted, 'privateIp' | 'ipv6' | 'only6'> => ({
  privateIp: type === 'ipv6' ? null : privateIp,
  ipv6: type === 'ipv4' ? null : (ipv6 ?? 'auto'),
  only6: type === 'ipv6',
})

type Node = { readonly subnet: string; readonly privateIp: string | null; readonly publicIp?: string }
type Balancer = Pick<ConstructOf<'network-load-balancer'>, 'id' | 'scheme' | 'ipAddressType' | 'securityGroups'> & {
  readonly kind: string
  readonly subnets: readonly Node[]
}

/** The nodes of a load balancer, one in each of its subnets. Only internet-facing ones have public addresses; a Network Load Balancer made without groups has none, ever. Source: Elastic Load Balancing guides. */
function ofBalancer(building: Building, balancer: Balancer): Wanted[] {
  const { id, kind, scheme, ipAddressType, securityGroups } = balancer
  return balancer.subnets.flatMap(({ subnet: name, privateIp, publicIp = 'auto' }, index) => {
    const path = ['subnets', index]
    const subnet = findSubnet(building, name, { construct: id, path: [...path, 'subnet'] })
    if (!subnet) {
      building.lostInterfaces.set(id, building.gaps.at(-1)!)
      return []
    }
    const at = { construct: id, path: ['securityGroups'] }
    const without = kind !== 'application-load-balancer' && !securityGroups?.length
    const groups = without ? [] : findGroups(building, securityGroups ?? [], subnet, at)
    const eni = createEni({ construct: id, path }, 'load-balancer', subnet, groups)
    const addresses = familiesOf(ipAddressType, privateIp, null)
    return [
      { eni, ...addresses, publicIp: scheme === 'internet-facing' ? publicIp : null, path, key: `${id}#${subnet.id}` },
    ]
  })
}

export const lowerNodes = lowerWanted<'network-load-balancer' | 'application-load-balancer'>(ofBalancer)
export const lowerGatewayNodes = lowerWanted<'gateway-load-balancer'>((building, balancer) =>
  ofBalancer(building, { ...balancer, scheme: 'internal', ipAddressType: 'ipv4', securityGroups: null }),
)

export const lowerNatInterfaces = lowerWanted<'nat-gateway'>((building, { id, subnet: name, ...nat }) => {
  const subnet = findSubnet(building, name, { construct: id, path: ['subnet'] })
  if (!subnet) return []
  const eni = createEni({ construct: id, path: [] }, 'nat', subnet, [])
  const publicIp = nat.connectivity === 'private' ? null : (nat.publicIp ?? 'auto')
  return [{ eni, privateIp: nat.privateIp, publicIp, ipv6: null, path: [], key: id }]
})

/** Endpoints of Gateway Load Balancers have no groups. Source: AWS PrivateLink guide, Gateway Load Balancer endpoints. */
export const lowerInspectionInterfaces = lowerWanted<'gateway-load-balancer-endpoint'>((building, endpoint) => {
  const { id, ipAddressType, privateIp } = endpoint
  const subnet = findSubnet(building, endpoint.subnet, { construct: id, path: ['subnet'] })
  if (!subnet) return []
  const eni = createEni({ construct: id, path: [] }, 'gateway-load-balancer-endpoint', subnet, [])
  return [{ eni, ...familiesOf(ipAddressType, privateIp, null), publicIp: null, path: [], key: id }]
})

/** Endpoints of a Network Firewall: one in each of its subnets. They are Gateway Load Balancer endpoints that AWS keeps. Source: Network Firewall guide, firewalls and firewall endpoints. */
export const lowerFirewallInterfaces = lowerWanted<'network-firewall'>((building, { id, subnets, ipAddressType }) =>
  subnets.flatMap((name, index) => {
    const path = ['subnets', index]
    const subnet = findSubnet(building, name, { construct: id, path })
    if (!subnet) return []
    const eni = createEni({ construct: id, path }, 'gateway-load-balancer-endpoint', subnet, [])
    return [{ eni, ...familiesOf(ipAddressType, null, null), publicIp: null, path, key: `${id}#${index}` }]
  }),
)

export const lowerResolverInterfaces = lowerWanted<'resolver-endpoint'>((building, resolver) => {
  return resolver.addresses.flatMap((one, index) => {
    const path = ['addresses', index]
    const subnet = findSubnet(building, one.subnet, { construct: resolver.id, path: [...path, 'subnet'] })
    if (!subnet) {
      building.lostInterfaces.set(resolver.id, building.gaps.at(-1)!)
      return []
    }
    const at = { construct: resolver.id, path: ['securityGroups'] }
    const groups = findGroups(building, resolver.securityGroups, subnet, at)
    const eni = createEni({ construct: resolver.id, path }, 'resolver', subnet, groups)
    return [{ eni, privateIp: one.privateIp, publicIp: null, ipv6: null, path, key: `${resolver.id}#${index}` }]
  })
})

/** An interface as AWS makes it for its own purposes; clients say more of theirs. */
export const createEni = (
  origin: Origin,
  role: EniBuild['role'],
  subnet: SubnetBuild,
  groups: GroupNet[],
): EniBuild => ({
  owner: origin.construct,
  role,
  origin,
  subnet,
  address: null,
  address6: null,
  sample: false,
  publicAddress: null,
  groups,
  ephemeral: EPHEMERAL.wide,
  isFunction: false,
  listens: null,
  endpoint: null,
  balancer: null,
  inspection: null,
  leadsTo: null,
  interfaceId: null,
  sourceDestCheck: !FORWARDERS.has(role),
  forwarding: 'none',
  policyRouting: 'yes',
  translation: 'none',
  gaps: NO_GAPS,
})

/** Interfaces that AWS makes to carry the packets of others. Source: EC2 API, SourceDestCheck of interfaces that AWS manages. */
const FORWARDERS: ReadonlySet<EniBuild['role']> = new Set(['nat', 'gateway-load-balancer-endpoint', 'transit-gateway'])

const NO_GAPS: EniGaps = {}

/** Notes that an address of the interface is meant and not known. */
function addEniGap(
  building: Building,
  eni: EniBuild,
  what: keyof EniGaps,
  path: Origin['path'],
  message: string,
): void {
  const gap = addGap(building, 'invalid-value', { construct: eni.owner, path }, message)
  eni.gaps = { ...eni.gaps, [what]: gap }
}

/** The subnet of that id; a gap where there is none. */
export function findSubnet(building: Building, id: string, origin: Origin): SubnetBuild | null {
  const subnet = building.subnets.get(id)
  if (!subnet) addGap(building, 'dangling-reference', origin, `no subnet “${id}”`)
  return subnet ?? null
}

/** The groups named, or the VPC's default group where none is, as AWS does. */
export function findGroups(
  building: Building,
  ids: readonly string[],
  subnet: SubnetBuild,
  origin: Origin,
): GroupNet[] {
  const vpc = building.vpcs.get(subnet.vpc.id)!
  const found = ids.map((id, index) => {
    const at = { construct: origin.construct, path: [...origin.path, index] }
    return (building.groups.get(id) ??
      createMissingGroup(vpc, id, addGap(building, 'dangling-reference', at, `no security group “${id}”`))) as GroupNet
  })
  return found.length > 0 ? found : [vpc.defaultGroup as GroupNet]
}

function assignGiven(building: Building, { eni, privateIp, path }: Wanted): void {
  const address = parseAddress(privateIp!)
  if (address !== null && isIp4(address)) take(eni, address)
  else addEniGap(building, eni, 'address', [...path, 'privateIp'], `“${privateIp}” is not an IPv4 address`)
}

function take(eni: EniBuild, address: number): void {
  eni.address = address
  const taken = eni.subnet.vpc.eniAt as Map<number, EniBuild>
  if (!taken.has(address)) taken.set(address, eni)
}

/** A free address of the subnet, found from the construct's id so that it stays when other things are drawn; none when the subnet is full. */
function assignSample(building: Building, { eni, key, path }: Wanted, full: Set<SubnetBuild>): void {
  const { block, id } = eni.subnet
  const usable = block && isIp4(block.base) ? Math.min(sizeOf(block) - 5, MOST_ADDRESSES) : 0
  if (block && usable > 0 && !full.has(eni.subnet)) {
    const taken = eni.subnet.vpc.eniAt
    const start = hashText(key)
    for (let i = 0; i < usable; i++) {
      const address = addOffset(block.base, 4 + ((start + i) % usable)) as number
      if (taken.has(address)) continue
      eni.sample = true
      take(eni, address)
      return
    }
    // all further interfaces of the subnet would look in vain
    full.add(eni.subnet)
  }
  const why = block ? `the subnet “${id}” has no free address` : `the subnet “${id}” has no IPv4 block that can be read`
  addEniGap(building, eni, 'address', path, why)
}

/** Addresses of a /16, the largest block that AWS takes: larger ones are looked through no further. */
const MOST_ADDRESSES = 65531

function finish(building: Building, { eni, publicIp, ipv6, path, key }: Wanted): void {
  const vpc = building.vpcs.get(eni.subnet.vpc.id)!
  vpc.enis.push(eni)
  for (const group of eni.groups) (group as GroupBuild).members.add(eni)
  if (publicIp !== null) assignPublic(building, eni, publicIp, path, key)
  assignIp6(building, eni, ipv6, path, key)
  const list = building.enisOf.get(eni.owner)
  if (list) list.push(eni)
  else building.enisOf.set(eni.owner, [eni])
}

/** 198.18.0.0/15 (RFC 2544) serves as sample public addresses: public to every rule of AWS, and owned by nobody. */
const SAMPLES = { base: 0xc6120000, size: 0x20000 }
/** Whether a public address stands for one that AWS chooses. */
export const isSamplePublic = (address: number): boolean =>
  address >= SAMPLES.base && address < SAMPLES.base + SAMPLES.size

function assignPublic(building: Building, eni: EniBuild, publicIp: string, path: Origin['path'], key: string): void {
  const given = publicIp === 'auto' ? samplePublic(building, key) : parseAddress(publicIp)
  if (given === null || !isIp4(given)) {
    const why = publicIp === 'auto' ? 'no sample address is left' : `“${publicIp}” is not a public IPv4 address`
    addEniGap(building, eni, 'publicAddress', [...path, 'publicIp'], why)
    return
  }
  eni.publicAddress = given
  if (!building.publicAt.has(given)) building.publicAt.set(given, eni)
}

/** From here on the next free sample is taken, so that a crowded design costs no more than a glance at each. */
const MOST_TRIES = 64

/** null when all samples are taken, which takes a design of more than 130,000 public addresses. */
export function samplePublic(building: Building, key: string): number | null {
  const { publicAt } = building
  const start = hashText(`public ${key}`) % SAMPLES.size
  for (let i = 0; i < MOST_TRIES; i++) {
    const address = SAMPLES.base + ((start + i) % SAMPLES.size)
    if (!publicAt.has(address)) return address
  }
  while (building.samplesUsed < SAMPLES.size) {
    const address = SAMPLES.base + building.samplesUsed++
    if (!publicAt.has(address)) return address
  }
  return null
}

function assignIp6(building: Building, eni: EniBuild, ipv6: string | null, path: Origin['path'], key: string): void {
  if (ipv6 === null) return
  const address: Address | null = ipv6 === 'auto' ? sampleIp6(eni.subnet.block6, key) : parseAddress(ipv6)
  if (address === null || isIp4(address)) {
    const why = ipv6 === 'auto' ? 'the subnet has no IPv6 block that can be read' : `“${ipv6}” is not an IPv6 address`
    addEniGap(building, eni, 'address6', [...path, 'ipv6'], why)
    return
  }
  eni.address6 = address
  const taken = eni.subnet.vpc.eniAt6 as Map<string, EniBuild>
  const text = formatAddress(address)
  if (!taken.has(text)) taken.set(text, eni)
}

/** An address of the block from the key's hash: subnets of AWS are /64, so that two alike are past thinking of. */
function sampleIp6(block: Block | null, key: string): Ip6 | null {
  if (!block || isIp4(block.base)) return null
  const host: Ip6 = [0, 0, hashText(`6 ${key}`), (hashText(key) | 16) >>> 0]
  const base = block.base
  return host.map((word, i) => (base[i]! | (word & ~mask32(block.length - 32 * i))) >>> 0) as unknown as Ip6
}
