import { onSuffixIn } from '../../../aws/dnsSuffixOf.ts'
import { hexOf } from '../../../base/hash.ts'
import { constructOfKind } from '../../../model/containment.ts'
import type { ConstructId, ConstructOf } from '../../../model/kinds/registry.ts'
import { isWithin, matchesPattern, parseDnsName } from '../../../net/dnsName.ts'
import { isMade, type Refusal } from '../../refuse/refusal.ts'
import type { EndpointNet, EndpointServiceNet, PrivateDnsState } from '../../topology.ts'
import { buildDns } from '../buildDns.ts'
import { addGap, type Building, type EndpointBuild, type EniBuild, type Lower, type VpcBuild } from '../building.ts'
import { FAMILIES, NAMELESS, zonesOfEndpoint } from '../lowerEndpoints.ts'
import { resourcesIn } from './lowerLatticeInterfaces.ts'
import { resourcesOf } from './resourcesOf.ts'

type Endpoint = ConstructOf<'resource-endpoint' | 'service-network-endpoint'>
type Names = Pick<Endpoint, 'privateDns' | 'privateDnsPreference' | 'specifiedDomains'>

/** One way into a resource from a VPC: by an endpoint, or by the VPC's association with a service network. */
export interface Way {
  /** The endpoint, or the service network. */
  readonly id: ConstructId
  readonly vpc: VpcBuild
  /** null = not drawn. */
  readonly resource: ConstructId | null
  /** Of a configuration that is not drawn. */
  readonly arn?: string
  readonly by: 'resource-endpoint' | 'service-network'
  /** What its own name begins with, where AWS's is not given. */
  readonly label: string
  readonly given: string | null
  readonly enis: readonly EniBuild[]
  readonly names: Names
  readonly state: EndpointNet['state']
  readonly families: readonly (4 | 6)[]
}

export const lowerResourceEndpoints: Lower<'resource-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const { resourceConfiguration: id } = endpoint
    if (id !== null && !building.endpointServices.has(id)) {
      const at = { construct: endpoint.id, path: ['resourceConfiguration'] }
      addGap(building, 'dangling-reference', at, `no resource configuration “${id}”`)
    }
    const drawn = id === null ? [] : resourcesOf(building, id)
    const resources = drawn.length > 0 ? drawn.map((one) => one.id) : [null]
    lowerWays(
      building,
      endpoint,
      resources.map((resource) => ({ id: resource, privateDns: true })),
    )
  }
}

export const lowerServiceNetworkEndpoints: Lower<'service-network-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const { serviceNetwork } = endpoint
    if (serviceNetwork !== null && !building.byKind['service-network'].some(({ id }) => id === serviceNetwork)) {
      const at = { construct: endpoint.id, path: ['serviceNetwork'] }
      addGap(building, 'dangling-reference', at, `no service network “${serviceNetwork}”`)
    }
    lowerWays(building, endpoint, resourcesIn(building, serviceNetwork))
  }
}

function lowerWays(
  building: Building,
  endpoint: Endpoint,
  resources: readonly { readonly id: ConstructId | null; readonly privateDns: boolean }[],
): void {
  const vpc = building.vpcs.get(endpoint.vpc)
  if (!vpc) {
    addGap(building, 'dangling-reference', { construct: endpoint.id, path: ['vpc'] }, `no VPC “${endpoint.vpc}”`)
    return
  }
  const all = building.enisOf.get(endpoint.id) ?? []
  const by = endpoint.kind === 'resource-endpoint' ? endpoint.kind : 'service-network'
  for (const { id, privateDns } of resources)
    addWay(building, {
      given: givenName(building, endpoint, id),
      id: endpoint.id,
      vpc,
      resource: id,
      ...(endpoint.kind === 'resource-endpoint' &&
        endpoint.resourceConfigurationArn !== '' && { arn: endpoint.resourceConfigurationArn }),
      by,
      label: `vpce-0${hexOf(endpoint.id, 16)}-${by === 'service-network' ? 'snra-0' : '0'}${hexOf(`${endpoint.id} ${id ?? ''}`, 16)}`,
      enis: all.filter((eni) => eni.leadsTo === id),
      // Source: VPC Lattice guide: off for the resource in its network is off for every VPC
      names: privateDns ? endpoint : { ...endpoint, privateDns: false },
      state: endpoint.state,
      families: FAMILIES[endpoint.ipAddressType],
    })
}

/** The name that AWS gave an endpoint for a resource: it holds the id of the resource's configuration. Source: AWS PrivateLink guide, DNS names of VPC resources. */
function givenName({ endpointServices }: Building, { kind, dnsNames }: Endpoint, resource: ConstructId | null) {
  const configuration = resource === null ? undefined : endpointServices.get(resource)?.name
  const own = dnsNames.find(
    (name) => configuration !== undefined && name.toLowerCase().split('.').includes(configuration),
  )
  return own ?? (kind === 'resource-endpoint' && resource === null ? (dnsNames[0] ?? null) : null)
}

/** Enters a way in: its own name in public DNS, and the custom domain name of its resource in the VPC. Source: VPC Lattice guide, custom domain names. */
export function addWay(building: Building, way: Way): void {
  const { id, vpc, resource, enis, state, families } = way
  const provider = (
    resource === null ? null : (building.endpointServices.get(resource) ?? null)
  ) as EndpointServiceNet | null
  const given = provider?.privateDnsName ?? null
  const name = given === null ? null : parseDnsName(given)
  const suffix = onSuffixIn(building.catalogue, vpc.regionCode)
  const configuration = provider?.name.startsWith('rcfg-') ? provider.name : `rcfg-0${hexOf(resource ?? id, 16)}`
  const net: EndpointBuild = {
    id,
    vpc,
    service: provider?.name ?? way.arn ?? 'a resource that is not drawn',
    enis: [...enis],
    ports: null,
    regionalName:
      way.given?.toLowerCase().replace(/\.$/, '') ??
      `${way.label}.${configuration}.${hexOf(`resource ${vpc.regionCode}`, 7)}.vpc-lattice-rsc.${vpc.regionCode}.${suffix}`,
    zonalNames: new Map(),
    privateDns: privateDnsState(building, way, provider, name),
    privateNames: name === null ? [] : [name],
    assumedNames: [],
    families: { own: families, private: families, dualStack: families },
    gap: enis.find((eni) => eni.gaps.address)?.gaps.address ?? building.lostInterfaces.get(id) ?? null,
    foreign: false,
    serviceZones: null,
    state,
    provider,
    refusal: refuse(building, way, provider),
  }
  // endpoints of a group or a network lead to several resources, and a network has a way into each of its VPCs
  const key = building.endpoints.has(id) ? `${id}/${vpc.id}/${resource}` : id
  building.endpoints.set(key, net)
  vpc.endpoints.push(net)
  if (!NAMELESS.has(state))
    building.endpointNames.set(net.regionalName, { endpoint: net as EndpointNet, eni: null, wildcard: false })
  if (net.privateDns === 'on')
    for (const [zone, held] of zonesOfEndpoint(net)) buildDns(building, vpc).privateZones.set(zone, held)
  for (const eni of enis) eni.endpoint = net as EndpointNet
}

function privateDnsState(
  building: Building,
  { vpc, names, state, by }: Way,
  provider: EndpointServiceNet | null,
  name: string | null,
): PrivateDnsState {
  // Source: VPC Lattice guide, custom domain names: no zone that would hide the resource from its own VPC
  if (by === 'service-network' && provider && leadsBack(building, provider, vpc)) return 'no-private-names'
  if (name === null) return provider === null ? 'names-not-known' : 'no-private-names'
  if (!names.privateDns) return 'private-dns-off'
  if (state !== 'available') return 'not-available'
  if (!isWanted(names, name, provider?.verified ?? false)) return 'not-verified'
  if (vpc.dnsSupport === false || vpc.dnsHostnames === false) return 'vpc-attributes-off'
  return building.dns.get(vpc)?.privateZones.has(name) ? 'conflict' : 'on'
}

/** Whether the consumer's preference takes the domain. Source: VPC Lattice API, DnsOptions. */
function isWanted(
  { privateDnsPreference: preference, specifiedDomains }: Names,
  name: string,
  verified: boolean,
): boolean {
  const isSpecified = () => specifiedDomains.some((pattern) => matchesPattern(pattern.toLowerCase(), name))
  switch (preference) {
    case 'all-domains':
      return true
    case 'verified-domains-only':
      return verified
    case 'verified-domains-and-specified-domains':
      return verified || isSpecified()
    case 'specified-domains-only':
      return isSpecified()
  }
}

/**
 * In the VPC of its resource gateway a resource has no endpoint. One that is named by its domain may have one, unless the gateway resolves as the VPC does
 * and the custom domain holds that name. Source: AWS PrivateLink guide, access a resource through a resource VPC endpoint.
 */
function refuse(building: Building, { id, vpc, by }: Way, provider: EndpointServiceNet | null): Refusal | null {
  if (by !== 'resource-endpoint' || isMade(id) || !provider || !isBeside(provider, vpc)) return null
  if (definedBy(building, provider).domain !== null && !leadsBack(building, provider, vpc)) return null
  const message = 'its resource gateway is in the same VPC, where clients reach the resource itself'
  return { check: 'resource-endpoint-beside-gateway', at: { construct: id, path: ['vpc'] }, message }
}

const isBeside = ({ resource }: EndpointServiceNet, vpc: VpcBuild): boolean =>
  resource?.nodes.some(({ subnet }) => subnet.vpc === vpc) ?? false

/** Whether a zone of its custom domain in the VPC would lead its own resource gateway away from it: one by ARN, or a domain that the gateway asks the VPC for. */
function leadsBack(building: Building, provider: EndpointServiceNet, vpc: VpcBuild): boolean {
  if (!isBeside(provider, vpc)) return false
  const { byArn, domain, inVpc } = definedBy(building, provider)
  const { privateDnsName: name } = provider
  return byArn || (domain !== null && inVpc && name !== null && isWithin(domain, name))
}

/** How the design defines a resource: by its ARN, or the domain name by which its gateway finds it. */
function definedBy({ design }: Building, { id, resource }: EndpointServiceNet) {
  const configuration = constructOfKind(design, id, 'resource-configuration')
  const gateway = resource?.gateway ? constructOfKind(design, resource.gateway, 'resource-gateway') : null
  const byArn = configuration?.type === 'arn'
  const named = configuration?.resource === null && !byArn && resource?.address === null
  return {
    byArn,
    domain: resource?.balancer?.dnsName ?? (named ? parseDnsName(configuration.definition) : null),
    inVpc: gateway?.dnsResolution === 'in-vpc',
  }
}
