import { findPublicHost, type PublicHost } from '../../aws/findPublicHost.ts'
import { rangesOf } from '../../aws/rangesOf.ts'
import { remember } from '../../base/remember.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import { type Block, blockOf } from '../../net/block.ts'
import { isWithin, parseDnsName } from '../../net/dnsName.ts'
import { isNeverPublic } from '../../net/isNeverPublic.ts'
import { dnsOf } from '../../topology/dnsNet.ts'
import type { EndpointNet, Topology, VpcNet } from '../../topology/topology.ts'
import { serviceTitle } from '../serviceTitle.ts'
import { answerFromZone } from './answerFromZone.ts'
import { findPrivateZone } from './findPrivateZone.ts'
import { findDelegation } from './findRecords.ts'
import { longestSuffix } from './longestSuffix.ts'
import {
  addressesOf,
  answerOfEndpoint,
  isDualStackName,
  type NameAnswer,
  NO_ANSWER,
  placeIn,
  RESOURCES,
  refusalOf,
} from './nameAnswer.ts'
import { representativeAddresses } from './representativeAddresses.ts'
import { resolveApiName } from './resolveApiName.ts'
import { resolveBalancerName } from './resolveBalancerName.ts'
import { resolveEc2Name } from './resolveInstanceName.ts'

/** Who asks public DNS. */
export interface Asker {
  /** The network of whoever wants to connect: its routes tell which addresses of a range differ. */
  readonly routes: VpcNet | null
  /** The VPC whose own resolver asks, which knows the public names of instances; null = any other server. */
  readonly inside: VpcNet | null
}

/** What public DNS says about a name. Drawn hosted zones come first where they hold it. */
export function resolvePublicName(topology: Topology, asker: Asker, name: string): NameAnswer {
  const zone = longestSuffix(topology.publicZones, name)
  const drawn =
    zone && findDelegation(zone, name) === null ? answerFromZone(topology, zone, name, 'public-hosted-zone') : null
  if (drawn && (drawn.outcome === 'answered' || drawn.leadsTo !== null)) return drawn
  return (
    resolveEndpointName(topology, name) ??
    resolveBalancerName(topology, name) ??
    resolveHostName(topology, name) ??
    resolveEc2Name(topology, asker.inside, name) ??
    resolveApiName(topology, name) ??
    resolveServiceName(topology, asker, name) ??
    drawn ??
    answerUnpublished(topology, name)
  )
}

/** A name that nobody is known to publish: not there where it cannot be, and unknown otherwise. A private zone that holds it has not been associated with whoever asks. */
function answerUnpublished(topology: Topology, name: string): NameAnswer {
  const keeper = findPrivateZone(topology.design, name)
  const isKept = () => keeper !== null || isHeldPrivately(topology, name)
  if (!isNeverPublic(name) && !(isWithin(name, 'example') && isKept()))
    return { ...NO_ANSWER, outcome: 'unknown', code: 'UNKNOWN_NAME' }
  const decidedBy = keeper && { construct: keeper.id, path: ['vpcs'] }
  return { ...NO_ANSWER, source: 'public-dns', decidedBy }
}

/**
 * Whether somebody in the design keeps a domain that holds the name to themselves: a host on premises, or a rule that forwards it. Then a name below `example`, which is never delegated (RFC 6761), is meant to be private, and stands for no real name of the internet.
 */
function isHeldPrivately(topology: Topology, name: string): boolean {
  for (const { rules, server } of topology.dns.values())
    if (
      server?.hosts.has(name) ||
      [...rules.keys(), ...(server?.forwards.keys() ?? [])].some((domain) => domain !== '' && isWithin(name, domain))
    )
      return true
  return false
}

/** `vpce-…` names are in public DNS and lead to private addresses. Source: AWS PrivateLink guide, endpoint DNS names. */
function resolveEndpointName(topology: Topology, name: string): NameAnswer | null {
  if (!name.includes('.vpce.') && !name.includes(RESOURCES)) return null
  const source = 'endpoint-public-dns' as const
  const found = findEndpointName(topology, name)
  if (!found) {
    // all names of a drawn endpoint are known: what it does not publish does not exist
    const drawn = ownerOfLabel(topology, name)
    if (!drawn) return null
    const gone = !topology.endpointNames.has(drawn.regionalName.replace(/^\*\./, ''))
    return gone
      ? { ...NO_ANSWER, source, owner: drawn.id, decidedBy: { construct: drawn.id, path: ['state'] } }
      : { ...NO_ANSWER, source }
  }
  const { endpoint, eni } = found
  const answers = addressesOf(eni ? [eni] : endpoint.enis, endpoint.families.own)
  // a resource has the same name and address in every VPC that is associated with its service network
  const anywhere = endpoint.enis[0]?.subnet.virtual === true
  return answerOfEndpoint(endpoint, anywhere ? answers.map((one) => ({ ...one, eni: null })) : answers, {
    ...NO_ANSWER,
    source,
    owner: endpoint.id,
    decidedBy: placeIn(endpoint, 'dnsLabel'),
    gap: eni ? null : endpoint.gap,
    doubt: refusalOf(endpoint),
  })
}

/** The exact name, or the nearest wildcard above it (S3: any labels before `vpce-…`). */
function findEndpointName(topology: Topology, name: string) {
  const exact = topology.endpointNames.get(name)
  if (exact && !exact.wildcard) return exact
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const above = topology.endpointNames.get(name.slice(dot + 1))
    if (above?.wildcard) return above
  }
  return null
}

/** The drawn endpoint whose label the name carries, with or without a zone behind it. A longer label is another endpoint, of which nothing is known. */
function ownerOfLabel(topology: Topology, name: string): EndpointNet | null {
  const labels = name.split('.')
  for (const endpoint of topology.endpoints.values()) {
    const known = endpoint.regionalName.replace(/^\*\./, '')
    const dot = known.indexOf('.')
    const own = known.slice(0, dot)
    const isOwn = (label: string) =>
      label === own || (label.startsWith(`${own}-`) && ZONE_NAME.test(label.slice(own.length + 1)))
    if (name.endsWith(known.slice(dot)) && labels.some(isOwn)) return endpoint
  }
  return null
}
const ZONE_NAME = /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/

function resolveHostName(topology: Topology, name: string): NameAnswer | null {
  const host = indexOf(topology).hosts.get(name)
  if (!host) return null
  const answers = host.addresses
    .map(parseAddress)
    .flatMap((address) => (address === null ? [] : [{ address, eni: null }]))
  return {
    ...NO_ANSWER,
    outcome: answers.length > 0 ? 'answered' : 'no-such-name',
    source: 'public-dns',
    answers,
    owner: host.id,
    host,
  }
}

function resolveServiceName(topology: Topology, { routes, inside }: Asker, name: string): NameAnswer | null {
  const found = findPublicHost(topology.catalogue, name)
  if (!found) return null
  const bucket = found.ranges === 's3' ? indexOf(topology).buckets.get(bucketOf(name)) : undefined
  const region = found.region || bucket?.region || ''
  const service: PublicHost = { ...found, region }
  // a global bucket name says nothing about its Region: where the bucket is not drawn it may be in any
  const own =
    inside && found.ranges === 's3' && found.region === inside.regionCode ? dnsOf(topology, inside).s3Families : null
  const families = own ?? (isDualStackName(name) ? [4, 6] : [4])
  const answers = remember(
    remember(answerMemories, routes ?? topology, () => new Map<string, NameAnswer['answers']>()),
    `${region} ${found.ranges} ${families.join(' ')}`,
    () => answersIn(topology, service, families, routes),
  )
  if (answers.length === 0) return null
  const owner =
    (bucket?.region === region && name.startsWith(`${bucket.name}.`) ? bucket.id : undefined) ??
    indexOf(topology).services.get(service.service.replace('{r}', region)) ??
    null
  return {
    ...NO_ANSWER,
    outcome: 'answered',
    source: 'public-dns',
    answers,
    service,
    owner,
    rangeOf: serviceTitle(service),
    everyClass: found.ranges !== 'aws' && region !== '',
  }
}

/** By who asks: the names of all services of a Region whose addresses lie in the same ranges have the same answers. */
const answerMemories = new WeakMap<VpcNet | Topology, Map<string, NameAnswer['answers']>>()

/** An address of each class that the asker's network treats alike. */
function answersIn(
  topology: Topology,
  service: PublicHost,
  families: readonly (4 | 6)[],
  routes: VpcNet | null,
): NameAnswer['answers'] {
  const { region, ranges: of } = service
  const ranges = region === '' ? readAllS3(topology) : serviceRanges(topology, service, families)
  const others =
    of === 'aws'
      ? (['s3', 'dynamodb'] as const).flatMap((other) => [
          ...readRanges(topology, region, other, 4),
          ...readRanges(topology, region, other, 6),
        ])
      : []
  return representativeAddresses(ranges, others, routes).map((address) => ({ address, eni: null }))
}

/** A bucket's name may hold `.s3` itself: the last one starts the host. */
const bucketOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.s3')))

/** The service's ranges of some families as the design knows them: a drawn list of AWS's name replaces the catalogue's. */
function serviceRanges(
  topology: Topology,
  { region, ranges: of }: PublicHost,
  families: readonly (4 | 6)[],
): readonly Block[] {
  const list = (family: string) =>
    of === 'aws' ? null : topology.prefixListBlocks(`com.amazonaws.${region}.${family}${of}`, region)
  return families.flatMap((family) => list(family === 6 ? 'ipv6.' : '') ?? readRanges(topology, region, of, family))
}

const rangeMemory = new WeakMap<object, Map<string, readonly Block[]>>()
function readRanges(topology: Topology, region: string, of: PublicHost['ranges'], family: 4 | 6): readonly Block[] {
  const memory = remember(rangeMemory, topology.catalogue, () => new Map<string, readonly Block[]>())
  return remember(memory, `${region} ${of} ${family}`, () =>
    rangesOf(topology.catalogue, region, of)
      .filter((text) => text.includes(':') === (family === 6))
      .map(blockOf)
      .filter((block) => block !== null),
  )
}

/** S3 of every Region: a global bucket name does not say which. */
function readAllS3(topology: Topology): readonly Block[] {
  const memory = remember(rangeMemory, topology.catalogue, () => new Map<string, readonly Block[]>())
  return remember(memory, 's3', () =>
    topology.catalogue.regions.flatMap((one) => readRanges(topology, one.code, 's3', 4)),
  )
}

interface NameIndex {
  readonly hosts: ReadonlyMap<string, ConstructOf<'internet-host'>>
  readonly hostsAt: ReadonlyMap<string, ConstructOf<'internet-host'>>
  readonly buckets: ReadonlyMap<string, { readonly id: ConstructId; readonly name: string; readonly region: string }>
  /** Full service name -> the construct that draws it. */
  readonly services: ReadonlyMap<string, ConstructId>
}
const nameIndexes = new WeakMap<Topology, NameIndex>()

/** Drawn things that have public names; built at the first question. */
const indexOf = (topology: Topology): NameIndex => remember(nameIndexes, topology, () => buildIndex(topology))

function buildIndex(topology: Topology): NameIndex {
  const hosts = new Map<string, ConstructOf<'internet-host'>>()
  const hostsAt = new Map<string, ConstructOf<'internet-host'>>()
  const buckets = new Map<string, { id: ConstructId; name: string; region: string }>()
  const services = new Map<string, ConstructId>()
  const constructs = topology.design.constructs
  for (const id of Object.keys(constructs).sort()) {
    const construct = constructs[id]!
    if (construct.kind === 'internet-host') {
      for (const text of construct.hostNames) {
        const name = parseDnsName(text)
        if (name && !hosts.has(name)) hosts.set(name, construct)
      }
      for (const text of construct.addresses) {
        const address = parseAddress(text)
        if (address !== null) hostsAt.set(formatAddress(address), construct)
      }
    } else if (construct.kind === 's3-bucket') {
      const region = constructs[construct.region]
      if (region?.kind === 'region')
        buckets.set(construct.bucketName, { id, name: construct.bucketName, region: region.code })
    } else if (construct.kind === 'aws-service' && !services.has(construct.service)) services.set(construct.service, id)
  }
  const index: NameIndex = { hosts, hostsAt, buckets, services }
  return index
}

/** The drawn host that holds a public address. */
export const findHostAt = (topology: Topology, address: Address): ConstructOf<'internet-host'> | null =>
  indexOf(topology).hostsAt.get(formatAddress(address)) ?? null
