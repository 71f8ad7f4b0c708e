import { dnsSuffixOf } from '../../../aws/dnsSuffixOf.ts'
import { hexOf } from '../../../base/hash.ts'
import type { ConstructId, ConstructOf } from '../../../model/kinds/registry.ts'
import { matchesPattern, parseDnsName } from '../../../net/dnsName.ts'
import { isMade, type Refusal } from '../../refuse/refusal.ts'
import type { EndpointNet, EndpointServiceNet, PrivateDnsState } from '../../topology.ts'
import { buildDns } from '../buildDns.ts'
import { addGap, type Building, type EndpointBuild, type EniBuild, type Lower, type VpcBuild } from '../building.ts'
import { NAMELESS, zonesOfEndpoint } from '../lowerEndpoints.ts'
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
  /** What its own name begins with. */
  readonly label: string
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
      '0',
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
    lowerWays(building, endpoint, resourcesIn(building, serviceNetwork), 'snra-0')
  }
}

const FAMILIES = { ipv4: [4], dualstack: [4, 6], ipv6: [6] } as const

function lowerWays(
  building: Building,
  endpoint: Endpoint,
  resources: readonly { readonly id: ConstructId | null; readonly privateDns: boolean }[],
  begin: string,
): void {
  const vpc = building.vpcs.get(endpoint.vpc)
  if (!vpc) {
    addGap(building, 'dangling-reference', { construct: endpoint.id, path: ['vpc'] }, `no VPC “${endpoint.vpc}”`)
    return
  }
  const all = building.enisOf.get(endpoint.id) ?? []
  for (const { id, privateDns } of resources)
    addWay(building, {
      id: endpoint.id,
      vpc,
      resource: id,
      ...(endpoint.kind === 'resource-endpoint' &&
        endpoint.resourceConfigurationArn !== '' && { arn: endpoint.resourceConfigurationArn }),
      label: [`vpce-0${hexOf(endpoint.id, 16)}`, `${begin}${hexOf(`${endpoint.id} ${id ?? ''}`, 16)}`].join('-'),
      enis: all.filter((eni) => eni.leadsTo === id),
      // Source: VPC Lattice guide: off for the resource in its network is off for every VPC
      names: privateDns ? endpoint : { ...endpoint, privateDns: false },
      state: endpoint.state,
      families: FAMILIES[endpoint.ipAddressType],
    })
}

/** Enters a way in: its own name in public DNS, and the custom domain name of its resource in the VPC. Source: VPC Lattice guide, custom domain names. */
export function addWay(building: Building, way: Way): EndpointBuild {
  const { id, vpc, resource, enis, state, families } = way
  const provider = (
    resource === null ? null : (building.endpointServices.get(resource) ?? null)
  ) as EndpointServiceNet | null
  const given = provider?.privateDnsName ?? null
  const name = given === null ? null : parseDnsName(given)
  const configuration = provider?.name.startsWith('rcfg-') ? provider.name : `rcfg-0${hexOf(resource ?? id, 16)}`
  const suffix =
    dnsSuffixOf(building.catalogue, vpc.regionCode) === 'amazonaws.com.cn' ? 'on.amazonwebservices.com.cn' : 'on.aws'
  const net: EndpointBuild = {
    id,
    vpc,
    service: provider?.name ?? way.arn ?? 'a resource that is not drawn',
    enis: [...enis],
    ports: null,
    regionalName: `${way.label}.${configuration}.${hexOf(`resource ${vpc.regionCode}`, 7)}.vpc-lattice-rsc.${vpc.regionCode}.${suffix}`,
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
    refusal: refuse(way, provider),
  }
  const key = building.endpoints.has(id) ? `${id}/${resource}` : id
  building.endpoints.set(key, net)
  vpc.endpoints.push(net)
  if (!NAMELESS.has(state))
    building.endpointNames.set(net.regionalName, { endpoint: net as EndpointNet, eni: null, wildcard: false })
  if (net.privateDns === 'on')
    for (const [zone, held] of zonesOfEndpoint(net)) buildDns(building, vpc).privateZones.set(zone, held)
  for (const eni of enis) eni.endpoint = net as EndpointNet
  return net
}

function privateDnsState(
  building: Building,
  { vpc, names, state }: Way,
  provider: EndpointServiceNet | null,
  name: string | null,
): PrivateDnsState {
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

/** Source: AWS PrivateLink guide, access a resource: no resource endpoint in the VPC of the resource gateway. */
function refuse({ id, vpc, label }: Way, provider: EndpointServiceNet | null): Refusal | null {
  const inside = provider?.resource?.nodes.some(({ subnet }) => subnet.vpc === vpc)
  if (!inside || isMade(id) || label.includes('-snra-')) return null
  const message = 'its resource gateway is in the same VPC, where clients reach the resource itself'
  return { check: 'resource-endpoint-beside-gateway', at: { construct: id, path: ['vpc'] }, message }
}
