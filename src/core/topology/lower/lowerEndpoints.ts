import type { ServiceEntry } from '../../aws/catalogue.ts'
import { limitsAsOf } from '../../aws/datedLimits.ts'
import { dnsSuffixOf } from '../../aws/dnsSuffixOf.ts'
import { endpointSuffixOf, findService, privateNamesOf } from '../../aws/findService.ts'
import { assumedPrivateNamesOf } from '../../aws/privateNames.ts'
import { commonServiceName, rightServiceName } from '../../aws/serviceForms.ts'
import type { DeepReadonly } from '../../base/deepReadonly.ts'
import { hexOf } from '../../base/hash.ts'
import { constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { PrivateZone } from '../dnsNet.ts'
import { isMade } from '../refuse/refusal.ts'
import { refuseEndpoint } from '../refuse/refuseEndpoint.ts'
import type { EndpointNet, EndpointServiceNet, EndpointState, Eni } from '../topology.ts'
import { buildDns } from './buildDns.ts'
import { addGap, type Building, type EndpointBuild, type EniBuild, type Lower, type VpcBuild } from './building.ts'

/** Interface endpoints: their names in public DNS, and the hidden zones that private DNS adds to their VPC. */
export const lowerEndpoints: Lower<'interface-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const vpc = building.vpcs.get(endpoint.vpc)
    if (!vpc) {
      addGap(building, 'dangling-reference', { construct: endpoint.id, path: ['vpc'] }, `no VPC “${endpoint.vpc}”`)
      continue
    }
    const net = createEndpoint(building, endpoint, vpc)
    building.endpoints.set(endpoint.id, net)
    vpc.endpoints.push(net)
    if (!NAMELESS.has(net.state)) publishNames(building, net)
    if (net.privateDns === 'on')
      for (const [name, zone] of zonesOfEndpoint(net)) buildDns(building, vpc).privateZones.set(name, zone)
  }
}

/** States in which an endpoint has no names (any more). The names of one that waits for its acceptance, or was refused, exist and lead nowhere. Source: fact sheet 5 and 11. */
export const NAMELESS: ReadonlySet<EndpointState> = new Set(['deleting', 'deleted', 'failed'])

type Construct = ConstructOf<'interface-endpoint'>

function createEndpoint(building: Building, endpoint: Construct, vpc: VpcBuild): EndpointBuild {
  const provider = findProvider(building, endpoint)
  const service = provider?.name ?? commonServiceName(endpoint.service)
  // AWS knows no service by the form of another partition, and refuses the endpoint
  const misnamed = !provider && rightServiceName(endpoint.service, 'interface') !== endpoint.service
  const known = provider || misnamed ? null : findService(building.catalogue, service)
  const region = provider?.regionCode ?? endpoint.serviceRegion ?? vpc.regionCode
  const label = endpoint.dnsLabel ?? `vpce-0${hexOf(endpoint.id, 16)}-${hexOf(`name ${endpoint.id}`, 8)}`
  const rest =
    (provider ? null : endpointSuffixOf(building.catalogue, service, region)) ?? ofOwner(building, service, region)
  const enis = (building.enisOf.get(endpoint.id) ?? []) as EniBuild[]
  const privateNames = provider ? privateNameOf(provider) : misnamed ? [] : privateNamesAsOf(building, endpoint)
  // S3 publishes its endpoint names below a wildcard: bucket.vpce-…, accesspoint.vpce-…, control.vpce-…
  const star = service.endsWith('.s3') ? '*.' : ''
  const zonalNames = new Map<string, Eni>()
  // Source: AWS PrivateLink guide, cross-Region access: an endpoint for another Region has no names of single zones
  if (region === vpc.regionCode)
    for (const eni of enis) {
      const name = `${star}${label}-${eni.subnet.zoneName}.${rest}`
      if (!zonalNames.has(name)) zonalNames.set(name, eni)
    }
  const net: EndpointBuild = {
    id: endpoint.id,
    vpc,
    service,
    enis: [...enis],
    ports: known && isListedIn(known.entry, known.region || region) ? [...known.entry.ports] : null,
    regionalName: `${star}${label}.${rest}`,
    zonalNames,
    privateDns: privateDnsState(
      building,
      endpoint,
      vpc,
      privateNames,
      provider,
      misnamed ? NO_NAMES : (known?.entry ?? null),
    ),
    privateNames: [...privateNames],
    assumedNames: known ? [...assumedPrivateNamesOf(building.catalogue, service)] : [],
    families: familiesOfRecords(endpoint),
    gap: enis.find((eni) => eni.gaps.address)?.gaps.address ?? building.lostInterfaces.get(endpoint.id) ?? null,
    // services without a Region in their name (IAM and the like) answer for every Region
    foreign: (known?.region || region) !== region,
    // where it has been made the service is
    serviceZones: !known
      ? null
      : isMade(endpoint.id)
        ? new Set(enis.map(({ subnet }) => subnet.zoneName))
        : serviceZonesOf(building, vpc, service),
    state: endpoint.state,
    provider,
    refusal: null,
  }
  const { design, catalogue } = building
  net.refusal = refuseEndpoint({ design, catalogue, endpoint, net: net as EndpointNet })
  for (const eni of enis) eni.endpoint = net as EndpointNet
  return net
}

/** Whether a service is known to be in a Region. What is in one Region alone AWS refuses elsewhere; what our lists know in a few may be in more by now. */
const isListedIn = ({ home, regions }: DeepReadonly<ServiceEntry>, region: string): boolean =>
  home === true || (regions?.includes(region) ?? true)

/** What the account of the VPC has been told of the zones that a service is in. */
function serviceZonesOf({ design }: Building, { accountId }: VpcBuild, service: string): Set<string> | null {
  const rows = constructOfKind(design, accountId, 'account')?.serviceZones ?? []
  const row = rows.find((one) => commonServiceName(one.service) === service)
  return row ? new Set(row.zones) : null
}

/** `vpce-svc-…` and its Region: how the names of an endpoint go on where the service is not one of AWS's. Source: AWS PrivateLink guide, endpoint DNS names. */
function ofOwner({ catalogue }: Building, service: string, region: string): string {
  const code = /\.vpce\.([a-z0-9-]+)\./.exec(service)?.[1] ?? region
  return `${service.split('.').at(-1)}.${code}.vpce.${dnsSuffixOf(catalogue, code)}`
}

const NO_NAMES = { privateDns: 'none' } as const

/** The drawn service that the endpoint leads to: the one it names, or one whose name it gives. */
function findProvider(building: Building, endpoint: Construct): EndpointServiceNet | null {
  const named = endpoint.endpointService === null ? undefined : building.endpointServices.get(endpoint.endpointService)
  if (named) return named as EndpointServiceNet
  if (endpoint.endpointService !== null) {
    const at = { construct: endpoint.id, path: ['endpointService'] }
    addGap(building, 'dangling-reference', at, `no endpoint service “${endpoint.endpointService}”`)
  }
  for (const service of building.endpointServices.values())
    if (service.name === endpoint.service) return service as EndpointServiceNet
  return null
}

const privateNameOf = ({ privateDnsName }: EndpointServiceNet): readonly string[] => {
  const star = privateDnsName?.startsWith('*.') ? '*.' : ''
  const name = privateDnsName === null ? null : parseDnsName(privateDnsName.slice(star.length))
  return name === null ? [] : [`${star}${name}`]
}

/** The names that private DNS covers by the rules of the design's day. */
function privateNamesAsOf(building: Building, { service, ipAddressType }: Construct): readonly string[] {
  const isS3 = service.endsWith('.s3')
  if (isS3 && limitsAsOf(building.design.rulesAsOf).has('no-s3-private-dns')) return []
  const names = privateNamesOf(building.catalogue, service)
  // Source: S3 user guide: the names with `dualstack` need a dual-stack endpoint
  const dual = isS3 && ipAddressType === 'dualstack' ? names.flatMap(dualStackOf) : []
  return [...names, ...dual.filter((name) => !names.includes(name))]
}

/** `*.s3.us-east-1.amazonaws.com` -> `*.s3.dualstack.us-east-1.amazonaws.com` */
const dualStackOf = (name: string): readonly string[] => {
  const parts = /^((?:\*\.)?s3[a-z-]*)\.(.+)$/.exec(name)
  return parts ? [`${parts[1]}.dualstack.${parts[2]}`] : []
}

/** Families of the addresses of each IP address type. */
export const FAMILIES = { ipv4: [4], dualstack: [4, 6], ipv6: [6] } as const

/** Source: AWS PrivateLink guide, DNS record IP type: left to the service, private names keep IPv4 where the endpoint has it, but for dual-stack ones. */
function familiesOfRecords({ dnsRecordIpType, ipAddressType }: Construct): EndpointNet['families'] {
  const has = FAMILIES[dnsRecordIpType === 'service-defined' ? ipAddressType : dnsRecordIpType]
  const divides = dnsRecordIpType === 'service-defined' && ipAddressType === 'dualstack'
  return { own: has, private: divides ? [4] : has, dualStack: has }
}

function privateDnsState(
  building: Building,
  endpoint: Construct,
  vpc: VpcBuild,
  names: readonly string[],
  provider: EndpointServiceNet | null,
  listed: Pick<ServiceEntry, 'privateDns'> | null,
): EndpointNet['privateDns'] {
  const unknown = !provider && (listed === null || listed.privateDns === 'unknown')
  if (names.length === 0 && !unknown) return 'no-private-names'
  if (!endpoint.privateDns) return 'private-dns-off'
  if (endpoint.state !== 'available') return 'not-available'
  if (provider && !provider.verified) return 'not-verified'
  if (vpc.dnsSupport === false || vpc.dnsHostnames === false) return 'vpc-attributes-off'
  if (unknown) return 'names-not-known'
  if (endpoint.privateDnsOnlyForInboundResolver && endpoint.service.endsWith('.s3')) return 'inbound-only'
  const taken = building.dns.get(vpc)?.privateZones
  return names.some((name) => taken?.has(zoneOf(name))) ? 'conflict' : 'on'
}

const zoneOf = (name: string): string => name.replace(/^\*\./, '')

/** The managed zones that hold an endpoint's private names. */
export function zonesOfEndpoint(endpoint: EndpointBuild | EndpointNet): ReadonlyMap<string, PrivateZone> {
  const zones = new Map<string, PrivateZone>()
  for (const name of endpoint.privateNames) {
    const zone = zones.get(zoneOf(name))
    const wildcard = name.startsWith('*.')
    zones.set(zoneOf(name), {
      endpoint: endpoint as EndpointNet,
      apex: !wildcard || (zone?.apex ?? false),
      wildcard: wildcard || (zone?.wildcard ?? false),
      assumed: false,
    })
  }
  for (const name of endpoint.assumedNames)
    if (!zones.has(name))
      zones.set(name, { endpoint: endpoint as EndpointNet, apex: true, wildcard: false, assumed: true })
  return zones
}

function publishNames(building: Building, endpoint: EndpointBuild): void {
  const publish = (name: string, eni: Eni | null) =>
    building.endpointNames.set(zoneOf(name), {
      endpoint: endpoint as EndpointNet,
      eni,
      wildcard: name.startsWith('*.'),
    })
  publish(endpoint.regionalName, null)
  for (const [name, eni] of endpoint.zonalNames) publish(name, eni)
}
