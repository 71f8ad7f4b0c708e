import type { PublicHost } from '../aws/findPublicHost.ts'
import { findService } from '../aws/findService.ts'
import { remember } from '../base/remember.ts'
import type { Reached } from '../model/kinds/definition.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { Construct, ConstructId } from '../model/kinds/registry.ts'
import { type Address, formatAddress, parseAddress } from '../net/address.ts'
import { parseDnsName } from '../net/dnsName.ts'
import { scopeOf } from '../net/scopeOf.ts'
import { dnsOf } from '../topology/dnsNet.ts'
import type { Eni, SubnetNet, Topology, VpcNet } from '../topology/topology.ts'
import { type Lookup, resolveName } from './dns/resolveName.ts'
import { findHostAt } from './dns/resolvePublicName.ts'
import type { Outsider } from './travel/deliverOutside.ts'

/** One address to walk to, and what is known of who answers there. */
export interface Destination {
  readonly address: Address
  /** The address as it is written. */
  readonly text: string
  /** The endpoint interface that the address is, when a name led to it. */
  readonly eni: Eni | null
  /** The interface that is meant; another one may have the same address in the network of whoever asks. */
  readonly wanted: Eni | null
  readonly service: PublicHost | null
  /** A drawn host on the internet. */
  readonly host: ConstructId | null
  /** Ports it listens on (`tcp/443`); null = not stated. */
  readonly listens: ReadonlySet<string> | null
  readonly owner: ConstructId | null
}

/** What `to` means to one VPC (null = outside): a name with its lookup, or an address as it stands. */
export interface Resolution {
  readonly name: string | null
  readonly lookup: Lookup | null
  readonly destinations: readonly Destination[]
  /** Set where nobody can say what is meant. */
  readonly unknown: string | null
}

/** Who shares an answer: outside, everybody (the topology); in a VPC, those of its network, of a subnet with DNS64, or nobody where the question itself has to get somewhere. */
type Sharer = VpcNet | SubnetNet | Eni | Topology

/** Families of the addresses that somebody has to ask from. */
export type Families = 'both' | 'ipv4' | 'ipv6' | 'none'

type Memory = Readonly<Record<Families, Map<string, Resolution>>>
const newMemory = (): Memory => ({ both: new Map(), ipv4: new Map(), ipv6: new Map(), none: new Map() })
const memories = new WeakMap<Sharer, Memory>()
/** The same by who asks, so that who shares it is found out once. */
const memoryOf = new WeakMap<Eni | Topology, Memory>()

/** Reads the `to` of a request as this client would (null = somebody on the internet): an id, an address, a host name, or a construct's name. Answers are remembered with the topology. */
export function resolveDestination(
  topology: Topology,
  caller: Eni | null,
  to: string,
  families: Families = 'both',
): Resolution {
  const asker = caller ?? topology
  let own = memoryOf.get(asker)
  if (!own) {
    own = remember(memories, sharerOf(topology, caller), newMemory)
    memoryOf.set(asker, own)
  }
  const memory = own[families]
  return memory.get(to) ?? remember(memory, to, () => readDestination(topology, caller, to, families))
}

function sharerOf(topology: Topology, caller: Eni | null): Sharer {
  if (caller === null) return topology
  const { vpc, id } = caller.subnet
  if (vpc.dnsServers !== null) return caller
  return dnsOf(topology, vpc).dns64.has(id) ? caller.subnet : vpc
}

function readDestination(topology: Topology, caller: Eni | null, to: string, families: Families): Resolution {
  const construct = topology.design.constructs[to]
  if (construct) return destinationOf(topology, caller, construct, families)
  const address = parseAddress(to)
  if (address !== null) return atAddress(topology, address)
  const eni = topology.interfaceIds.get(to)
  if (eni) return atInterface(topology, caller, [eni], to, families)
  const name = parseDnsName(to)
  const named = topology.idsNamed.get(to) ?? []
  // a text with a dot is a host name to everybody; other texts may be what somebody called a construct
  if (named.length > 0 && !(name?.includes('.') ?? false)) {
    if (named.length > 1) return unknown(`${named.length} constructs are called “${to}”: name one by its id`)
    return destinationOf(topology, caller, topology.design.constructs[named[0]!]!, families)
  }
  if (name === null) return unknown(`“${to}” is no host name, no address and nothing in the design`)
  return byName(topology, caller, name)
}

const NOTHING: Resolution = { name: null, lookup: null, destinations: [], unknown: null }
const unknown = (why: string): Resolution => ({ ...NOTHING, unknown: why })

function byName(topology: Topology, caller: Eni | null, name: string): Resolution {
  const lookup = resolveName(topology, caller, name)
  const listens = lookup.host?.listens ? new Set(lookup.host.listens.map((one) => `${one.protocol}/${one.port}`)) : null
  const destinations = lookup.answers.map((answer) => ({
    ...answer,
    text: formatAddress(answer.address),
    wanted: answer.eni,
    service: lookup.service,
    host: lookup.host?.id ?? findHostAt(topology, answer.address)?.id ?? null,
    listens,
    owner: lookup.owner,
  }))
  return { name, lookup, destinations, unknown: null }
}

/** An address as it stands. */
export const atAddress = (topology: Topology, address: Address, wanted: Eni | null = null): Resolution => ({
  ...NOTHING,
  destinations: [{ address, text: formatAddress(address), eni: null, wanted, ...outsiderAt(topology, address) }],
})

/** Who is drawn at a public address. */
export function outsiderAt(topology: Topology, address: Address): Outsider {
  const host = findHostAt(topology, address)
  const listens = host?.listens ? new Set(host.listens.map((one) => `${one.protocol}/${one.port}`)) : null
  return { host: host?.id ?? null, listens, service: null, owner: host?.id ?? null }
}

type Reader = (topology: Topology, caller: Eni | null, construct: Construct, families: Families) => Resolution

/** One of some interfaces, by the private address where it can be reached from there, else by a public one: of a family that is asked from, IPv4 first. */
function atInterface(
  topology: Topology,
  caller: Eni | null,
  enis: readonly Eni[],
  name: string,
  families: Families,
): Resolution {
  const near = enis.find((one) => isNear(caller?.subnet.vpc ?? null, one.subnet.vpc))
  const public6 = enis.find(({ address6 }) => address6 !== null && scopeOf(address6) === 'public')
  const open4 = enis.find(hasPublic4)
  const by6 = public6 && asksBy('ipv6', families) && !(open4 && asksBy('ipv4', families)) ? public6 : undefined
  const isOnly6 = !near && !by6 && !open4 && asksBy('ipv6', families)
  // it has one that others can ask by, and nobody knows which
  if (isOnly6 && enis.some(({ gaps }) => gaps.address6)) return unknown(`the IPv6 address of “${name}” is not known`)
  const eni = near ?? by6 ?? open4 ?? enis[0]
  const six = near ? asksBy('ipv6', families) && !asksBy('ipv4', families) : by6 !== undefined
  const address =
    (six ? eni?.address6 : null) ?? (near ? null : eni?.publicAddress) ?? eni?.address ?? eni?.address6 ?? null
  return address === null ? unknown(`“${name}” has no address`) : atAddress(topology, address, eni)
}

/** What one would type for a construct of a kind that is reached so: its name, or its address where it has no name. */
const readers: { readonly [R in Reached]: Reader } = {
  interface: (topology, caller, { id, name }, families) =>
    atInterface(topology, caller, topology.enisOf.get(id) ?? [], name, families),
  endpoint: (topology, caller, { id, name }) => {
    const endpoint = topology.endpoints.get(id)
    return endpoint
      ? byName(topology, caller, endpoint.regionalName.replace('*', 'bucket'))
      : unknown(`“${name}” lies in no VPC`)
  },
  balancer: (topology, caller, { id, name }) => {
    const balancer = topology.balancers.get(id)
    return balancer ? byName(topology, caller, balancer.dnsName) : unknown(`“${name}” lies in no VPC`)
  },
  'endpoint-service': (topology, caller, { id, name: title }) => {
    const name = nameOfService(topology, caller?.subnet.vpc ?? null, id)
    return name === null ? unknown(`no endpoint leads to “${title}” from there`) : byName(topology, caller, name)
  },
  service: (topology, caller, construct) => {
    const service = 'service' in construct ? construct.service : ''
    const name = defaultNameOf(topology, service)
    return name ? byName(topology, caller, name) : unknown(`the host names of “${service}” are not known`)
  },
  'regional-host': (topology, caller, construct) =>
    inRegion(topology, caller, construct, regionalHostOf(topology, construct)),
  'internet-host': (topology, caller, construct) => {
    if (construct.kind !== 'internet-host') return unknown(`“${construct.name}” is no host on the internet`)
    const name = construct.hostNames.map(parseDnsName).find((one) => one !== null)
    if (name) return byName(topology, caller, name)
    const address = construct.addresses.map(parseAddress).find((one) => one !== null)
    return address === undefined || address === null
      ? unknown(`“${construct.name}” has neither a name nor an address`)
      : atAddress(topology, address)
  },
}

const asksBy = (family: 'ipv4' | 'ipv6', families: Families): boolean => families === 'both' || families === family
/** One that is meant and cannot be read may be it. */
const hasPublic4 = ({ publicAddress, gaps }: Eni): boolean => publicAddress !== null || gaps.publicAddress !== undefined

/** A construct as a destination. */
function destinationOf(topology: Topology, caller: Eni | null, construct: Construct, families: Families): Resolution {
  const { reached } = definitions[construct.kind]
  return reached
    ? readers[reached](topology, caller, construct, families)
    : unknown(`“${construct.name}” is nothing that one can connect to`)
}

/** The name by which consumers in a network ask for a drawn service: the one its owner gave it, where their endpoint answers it, else the endpoint's own. */
function nameOfService(topology: Topology, vpc: VpcNet | null, id: ConstructId): string | null {
  const leading = [...topology.endpoints.values()].filter(({ provider }) => provider?.id === id)
  const own = leading.find((endpoint) => endpoint.vpc === vpc)
  const endpoint = own ?? leading.find((one) => isNear(vpc, one.vpc)) ?? (vpc === null ? leading[0] : undefined)
  if (!endpoint) return null
  const [given] = endpoint.privateNames
  return own?.privateDns === 'on' && given !== undefined ? given.replace('*', 'example') : endpoint.regionalName
}

/** Whether one would ask for the private address: in the same network, over a peering connection or a transit gateway, or on premises. */
function isNear(from: VpcNet | null, to: VpcNet): boolean {
  if (from === null) return false
  if (from === to || from.site === 'on-premises' || to.site === 'on-premises') return true
  return (
    from.peerings.some((one) => one.active && (one.requester === to || one.accepter === to)) ||
    from.attachments.some((one) => one.available && one.gateway.attachments.get(to.id)?.available === true)
  )
}

function regionalHostOf({ design }: Topology, construct: Construct): string {
  const owner = 'account' in construct && construct.account ? design.constructs[construct.account] : undefined
  return definitions[construct.kind].regionalHost?.(construct, owner?.kind === 'account' ? owner.accountId : '') ?? ''
}

/** A host of the construct's Region: `bucket.s3.us-east-1.amazonaws.com`. */
function inRegion(topology: Topology, caller: Eni | null, construct: Construct, host: string): Resolution {
  const region = 'region' in construct ? topology.design.constructs[construct.region] : undefined
  const code = region?.kind === 'region' ? region.code : ''
  const entry = topology.catalogue.regions.find((one) => one.code === code)
  return entry
    ? byName(topology, caller, `${host}.${code}.${entry.dnsSuffix}`)
    : unknown(`“${construct.name}” lies in no Region that is known`)
}

/** The name that users of a service type: `kinesis.us-east-1.amazonaws.com`; a sample label stands for a wildcard. */
export function defaultNameOf(topology: Topology, service: string): string | null {
  const found = findService(topology.catalogue, service)
  const pattern = found?.entry.publicNames[0] ?? found?.entry.privateNames[0]
  return pattern ? pattern.replaceAll('{r}', found!.region).replace('*', 'example') : null
}
