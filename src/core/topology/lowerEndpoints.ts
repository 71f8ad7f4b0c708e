import { limitsAsOf } from '../aws/datedLimits.ts'
import { endpointSuffixOf, findService, privateNamesOf } from '../aws/index.ts'
import { hexOf } from '../base/index.ts'
import type { ConstructOf } from '../model/constructs/registry.ts'
import { addGap, type Building, type EndpointBuild, type EniBuild, type VpcBuild } from './building.ts'
import type { EndpointNet, Eni } from './topology.ts'

/** Interface endpoints: their names in public DNS, and the hidden zones that private DNS adds to their VPC. */
export function lowerEndpoints(building: Building): void {
  for (const endpoint of building.byKind['interface-endpoint']) {
    const vpc = building.vpcs.get(endpoint.vpc)
    if (!vpc) {
      addGap(building, 'dangling-reference', { construct: endpoint.id, path: ['vpc'] }, `no VPC “${endpoint.vpc}”`)
      continue
    }
    const net = createEndpoint(building, endpoint, vpc)
    building.endpoints.set(endpoint.id, net)
    vpc.endpoints.push(net)
    publishNames(building, net)
    if (net.privateDns === 'on') addPrivateZones(vpc, net)
  }
}

function createEndpoint(building: Building, endpoint: ConstructOf<'interface-endpoint'>, vpc: VpcBuild): EndpointBuild {
  const known = findService(building.catalogue, endpoint.service)
  const label = endpoint.dnsLabel ?? `vpce-0${hexOf(endpoint.id, 16)}-${hexOf(`name ${endpoint.id}`, 8)}`
  const rest =
    endpointSuffixOf(building.catalogue, endpoint.service, vpc.regionCode) ??
    `${endpoint.service.split('.').at(-1)}.${vpc.regionCode}.vpce.amazonaws.com`
  const enis = (building.enisOf.get(endpoint.id) ?? []) as EniBuild[]
  const privateNames = privateNamesAsOf(building, endpoint.service)
  // S3 publishes its endpoint names below a wildcard: bucket.vpce-…, accesspoint.vpce-…, control.vpce-…
  const star = endpoint.service.endsWith('.s3') ? '*.' : ''
  const zonalNames = new Map<string, Eni>()
  for (const eni of enis) {
    const name = `${star}${label}-${eni.subnet.zoneName}.${rest}`
    if (!zonalNames.has(name)) zonalNames.set(name, eni)
  }
  const net: EndpointBuild = {
    id: endpoint.id,
    vpc,
    service: endpoint.service,
    enis: [...enis],
    ports: known ? [...known.entry.ports] : null,
    regionalName: `${star}${label}.${rest}`,
    zonalNames,
    privateDns: privateDnsState(endpoint, vpc, privateNames),
    privateNames: [...privateNames],
    gap: enis.find((eni) => eni.gaps.address)?.gaps.address ?? building.lostInterfaces.get(endpoint.id) ?? null,
    // services without a Region in their name (IAM and the like) answer for every Region
    state: endpoint.state,
    provider: null,
    foreign: (known?.region || vpc.regionCode) !== vpc.regionCode,
  }
  for (const eni of enis) eni.endpoint = net as EndpointNet
  return net
}

/** The names that private DNS covers by the rules of the design's day. */
function privateNamesAsOf(building: Building, service: string): readonly string[] {
  const none = service.endsWith('.s3') && limitsAsOf(building.design.rulesAsOf).has('no-s3-private-dns')
  return none ? [] : privateNamesOf(building.catalogue, service)
}

function privateDnsState(
  endpoint: ConstructOf<'interface-endpoint'>,
  vpc: VpcBuild,
  names: readonly string[],
): EndpointNet['privateDns'] {
  if (names.length === 0) return 'no-private-names'
  if (!endpoint.privateDns) return 'private-dns-off'
  if (!vpc.dnsSupport || !vpc.dnsHostnames) return 'vpc-attributes-off'
  if (endpoint.privateDnsOnlyForInboundResolver && endpoint.service.endsWith('.s3')) return 'inbound-only'
  return names.some((name) => vpc.privateZones.has(zoneOf(name))) ? 'conflict' : 'on'
}

const zoneOf = (name: string): string => name.replace(/^\*\./, '')

function addPrivateZones(vpc: VpcBuild, endpoint: EndpointBuild): void {
  for (const name of endpoint.privateNames) {
    const zone = vpc.privateZones.get(zoneOf(name))
    const wildcard = name.startsWith('*.')
    vpc.privateZones.set(zoneOf(name), {
      endpoint: endpoint as EndpointNet,
      apex: !wildcard || (zone?.apex ?? false),
      wildcard: wildcard || (zone?.wildcard ?? false),
    })
  }
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
