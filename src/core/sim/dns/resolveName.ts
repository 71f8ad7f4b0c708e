import { findPublicHost } from '../../aws/index.ts'
import { parseAddress } from '../../net/address.ts'
import { isWithin, matchesPattern } from '../../net/dnsName.ts'
import type { EndpointNet, PrivateZone, Topology, VpcNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Step } from '../verdict.ts'
import { type NameAnswer, NO_ANSWER, resolvePublicName } from './resolvePublicName.ts'

type PassedOver = Extract<Step, { kind: 'resolve-name' }>['detail']['passedOver']

/** What a client of this VPC is told about a name, by which resolver, and which endpoints did not get to answer. */
export interface Lookup extends NameAnswer {
  readonly code: Code | null
  readonly passedOver: PassedOver
}

/** Resolves a name as the VPC's own resolver does (`amazon`), or as a server of the VPC's DHCP options that knows public DNS alone. Source: fact sheet, DNS; Route 53 guide, how Resolver answers. */
export function resolveName(topology: Topology, vpc: VpcNet | null, name: string, amazon: boolean): Lookup {
  const passedOver = vpc ? findPassedOver(topology, vpc, name, amazon) : []
  if (vpc && amazon) {
    if (!vpc.dnsSupport) return { ...NO_ANSWER, code: 'DNS_SUPPORT_DISABLED', passedOver }
    const zone = findZone(vpc, name)
    if (zone) return { ...answerFromZone(zone.name, zone.zone, name), passedOver }
    const internal = resolveInternalName(vpc, name)
    if (internal)
      return { ...internal, code: internal.outcome === 'answered' ? null : 'DNS_NAME_NOT_PUBLISHED', passedOver }
  }
  const answer = resolvePublicName(topology, vpc, name, amazon)
  return { ...answer, code: codeOf(answer), passedOver }
}

function codeOf(answer: NameAnswer): Code | null {
  if (answer.outcome === 'answered') return null
  if (answer.outcome === 'unknown') return 'UNKNOWN_NAME'
  return answer.endpoint ? 'DNS_NO_ENDPOINT_INTERFACES' : 'DNS_NAME_NOT_PUBLISHED'
}

/** The most specific managed zone that holds the name; the resolver then looks nowhere else. */
function findZone(vpc: VpcNet, name: string): { readonly name: string; readonly zone: PrivateZone } | null {
  if (vpc.privateZones.size === 0) return null
  for (let suffix = name; ; ) {
    const zone = vpc.privateZones.get(suffix)
    if (zone) return { name: suffix, zone }
    const dot = suffix.indexOf('.')
    if (dot < 0) return null
    suffix = suffix.slice(dot + 1)
  }
}

/** A record of the zone, else no answer at all: public DNS is not asked any more. Source: Route 53 guide, private hosted zone considerations. */
function answerFromZone(zoneName: string, zone: PrivateZone, name: string): Omit<Lookup, 'passedOver'> {
  const base = {
    ...NO_ANSWER,
    source: 'endpoint-private-dns' as const,
    endpoint: zone.endpoint,
    owner: zone.endpoint.id,
    gap: zone.endpoint.gap,
  }
  if (name === zoneName ? !zone.apex : !zone.wildcard) return { ...base, gap: null, code: 'DNS_PHZ_NXDOMAIN' }
  const answers = zone.endpoint.enis.flatMap((eni) => (eni.address === null ? [] : [{ address: eni.address, eni }]))
  return answers.length > 0
    ? { ...base, outcome: 'answered', answers, code: null }
    : { ...base, code: 'DNS_NO_ENDPOINT_INTERFACES' }
}

const INTERNAL_NAME = /^ip-(\d+)-(\d+)-(\d+)-(\d+)\.(?:ec2|([a-z0-9-]+)\.compute)\.internal$/

/** `ip-10-0-1-5.ec2.internal` (us-east-1) or `….REGION.compute.internal`: names that the VPC gives its own interfaces. */
function resolveInternalName(vpc: VpcNet, name: string): NameAnswer | null {
  if (!name.endsWith('.internal')) return null
  const parts = INTERNAL_NAME.exec(name)
  const address = parts && parseAddress(parts.slice(1, 5).join('.'))
  const eni =
    typeof address === 'number' && (parts![5] ?? 'us-east-1') === vpc.regionCode ? vpc.eniAt.get(address) : undefined
  return eni
    ? {
        ...NO_ANSWER,
        outcome: 'answered',
        source: 'vpc-internal',
        owner: eni.owner,
        answers: [{ address: address as number, eni: null }],
      }
    : { ...NO_ANSWER, source: 'vpc-internal' }
}

const WHY: { readonly [K in Exclude<EndpointNet['privateDns'], 'on'>]: PassedOver[number]['why'] } = {
  'private-dns-off': 'private-dns-off',
  'vpc-attributes-off': 'vpc-attributes-off',
  'no-private-names': 'no-private-dns',
  'inbound-only': 'inbound-only',
  conflict: 'conflict',
}

/** Endpoints of the VPC whose service this name is, and why they did not answer it. */
function findPassedOver(topology: Topology, vpc: VpcNet, name: string, amazon: boolean): PassedOver {
  if (vpc.endpoints.length === 0) return []
  const service = findPublicHost(topology.catalogue, name)?.service
  const found: PassedOver[number][] = []
  for (const endpoint of vpc.endpoints) {
    const covers = endpoint.privateNames.some((pattern) => matchesPattern(pattern, name) || isWithin(name, pattern))
    if (!covers && endpoint.service !== service) continue
    const why =
      endpoint.privateDns !== 'on'
        ? WHY[endpoint.privateDns]
        : !covers
          ? 'name-not-covered'
          : !amazon
            ? 'other-resolver'
            : null
    if (why !== null && (vpc.dnsSupport || !amazon)) found.push({ endpoint: endpoint.id, why })
  }
  return found
}
