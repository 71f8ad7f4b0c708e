import type { Catalogue } from '../../aws/catalogue.ts'
import { isOfferedAcrossRegions, zonesWithoutCrossRegion } from '../../aws/crossRegion.ts'
import { findService } from '../../aws/findService.ts'
import { constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { EndpointNet } from '../networks.ts'
import type { Origin } from '../origin.ts'
import { enisOutsideService } from './enisOutsideService.ts'
import { isMade, type Refusal } from './refusal.ts'
import { homesElsewhere, inOnePartition, regionInName } from './regions.ts'
import { secondsOfZones } from './secondsOfZones.ts'

type Construct = ConstructOf<'interface-endpoint'>
interface Asked {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly endpoint: Construct
  readonly net: EndpointNet
}
type Rule = (asked: Asked) => Refusal | null

/** The first reason for which AWS would not make an interface endpoint as it is drawn; null where none is known, or where it has been made. */
export function refuseEndpoint(asked: Asked): Refusal | null {
  if (isMade(asked.endpoint.id)) return null
  for (const rule of RULES) {
    const refusal = rule(asked)
    if (refusal) return refusal
  }
  return null
}

const at = ({ id }: Construct, ...path: Origin['path']): Origin => ({ construct: id, path })

/** Source: AWS PrivateLink guide, services that integrate; Gateway Load Balancers have endpoints of their own. */
const ofOtherType: Rule = ({ catalogue, endpoint, net: { provider } }) => {
  const first = provider?.balancers[0]
  const types = provider || endpoint.endpointService !== null ? null : findService(catalogue, endpoint.service)?.entry
  if (first ? first.kind !== 'gateway' : (types?.types.includes('interface') ?? true)) return null
  const path = provider ? 'endpointService' : 'service'
  const message = provider
    ? 'its service stands on a Gateway Load Balancer, which interface endpoints do not lead to'
    : `${endpoint.service} has no interface endpoints`
  return { check: 'service-not-offered', at: at(endpoint, path), message }
}

/** Source: AWS PrivateLink guide, considerations and cross-Region access. */
const ofOtherRegion: Rule = ({ catalogue, endpoint, net: { vpc, provider } }) => {
  const region = provider ? provider.regionCode : regionInName(catalogue, endpoint.service)
  if (endpoint.endpointService !== null && !provider) return null
  if (region === null || region === (endpoint.serviceRegion ?? vpc.regionCode)) return null
  const message =
    endpoint.serviceRegion === null
      ? `its service is one of ${region}, and it does not name that Region`
      : `it names ${endpoint.serviceRegion} as the Region of a service of ${region}`
  const path = endpoint.serviceRegion !== null ? 'serviceRegion' : provider ? 'endpointService' : 'service'
  return { check: 'service-in-other-region', at: at(endpoint, path), message }
}

/** Source: IAM, Organizations and Billing guides: services of one Region have their endpoints there. */
const notInRegion: Rule = ({ catalogue, endpoint, net: { vpc, provider } }) => {
  const homes = provider ? null : homesElsewhere(catalogue, endpoint, vpc.regionCode)
  if (!homes || endpoint.endpointService !== null) return null
  const message = `${endpoint.service} is there in ${homes.join(', ')} alone`
  return { check: 'service-not-in-region', at: at(endpoint, 'service'), message }
}

/** Source: AWS PrivateLink guide, cross-Region enabled services; share your services. */
const acrossRegions: Rule = ({ catalogue, endpoint, net: { vpc, provider, enis } }) => {
  const { serviceRegion, service } = endpoint
  if (serviceRegion === null || serviceRegion === vpc.regionCode) return null
  const refuse = (message: string, origin = at(endpoint, 'serviceRegion')): Refusal => ({
    check: 'cross-region-endpoint-refused',
    at: origin,
    message,
  })
  if (provider && !provider.supportedRegions.includes(vpc.regionCode) && provider.regionCode !== vpc.regionCode)
    return refuse(`its service is not offered in ${vpc.regionCode}`)
  const found = provider || endpoint.endpointService !== null ? null : findService(catalogue, service)
  if (found && !isOfferedAcrossRegions(found.entry)) return refuse(`AWS does not offer ${service} across Regions`)
  if (found && !inOnePartition(catalogue, serviceRegion, vpc.regionCode))
    return refuse(`${serviceRegion} belongs to another partition`)
  const far = enis.find(({ subnet }) => subnet.zoneId !== null && zonesWithoutCrossRegion.has(subnet.zoneId))
  return far ? refuse(`from ${far.subnet.zoneId} no service of another Region is reached`, far.origin) : null
}

/** Source: AWS PrivateLink guide, considerations for interface endpoints. */
const twiceInZone: Rule = ({ endpoint, net: { enis } }) => {
  const second = secondsOfZones(enis.map(({ subnet }) => subnet.zoneName))[0]
  return second
    ? {
        check: 'one-subnet-per-zone',
        at: at(endpoint, 'subnets', second.index),
        message: 'it has two subnets of one zone',
      }
    : null
}

/** Source: AWS PrivateLink guide, IP address types. */
const withoutIpv6: Rule = ({ design, endpoint, net: { enis } }) => {
  const without =
    endpoint.ipAddressType !== 'ipv4' &&
    enis.find(({ subnet }) => constructOfKind(design, subnet.id, 'subnet')?.ipv6Cidr === null)
  return without
    ? {
        check: 'address-type-not-supported',
        at: at(endpoint, 'ipAddressType'),
        message: 'it is to have IPv6 addresses in a subnet without an IPv6 block',
      }
    : null
}

/** Source: DynamoDB guide and others; what the owner of a service has given no private name offers no private DNS. */
const withoutPrivateDns: Rule = ({ catalogue, endpoint, net: { provider } }) => {
  const none = provider
    ? provider.privateDnsName === null
    : endpoint.endpointService === null && findService(catalogue, endpoint.service)?.entry.privateDns === 'none'
  return endpoint.privateDns && none
    ? {
        check: 'private-dns-not-offered',
        at: at(endpoint, 'privateDns'),
        message: 'its service offers no private DNS',
        ofPrivateDns: true,
      }
    : null
}

/** Source: terraform-provider-aws issues 17269 and 17535, which quote AWS's refusal. */
const secondPrivateDns: Rule = ({ endpoint, net: { privateDns } }) =>
  privateDns === 'conflict'
    ? {
        check: 'private-dns-conflict',
        at: at(endpoint, 'privateDns'),
        message: 'another endpoint of the VPC has the names',
        ofPrivateDns: true,
      }
    : null

/** Source: AWS PrivateLink guide, Availability Zones of services; what the account sees of them (`describe-vpc-endpoint-services`). */
const outsideZones: Rule = ({ endpoint, net }) => {
  const outside = endpoint.endpointService === null ? enisOutsideService(net)[0] : undefined
  return outside
    ? {
        check: 'service-lacks-zone',
        at: outside.origin,
        message: `${net.service} is not in ${outside.subnet.zoneName}`,
      }
    : null
}

const RULES: readonly Rule[] = [
  ofOtherType,
  ofOtherRegion,
  notInRegion,
  acrossRegions,
  outsideZones,
  twiceInZone,
  withoutIpv6,
  withoutPrivateDns,
  secondPrivateDns,
]
