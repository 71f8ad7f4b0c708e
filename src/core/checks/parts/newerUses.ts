import type { LimitId } from '../../aws/datedLimits.ts'
import { listOfKind, regionOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import { covers } from '../../net/block.ts'
import type { Origin } from '../../topology/origin.ts'
import { place } from './place.ts'
import { readBlock } from './readBlock.ts'

type Use = (design: Design) => readonly Origin[]

/** Every construct of these kinds. */
const all =
  (...kinds: readonly ConstructKind[]): Use =>
  (design) =>
    kinds.flatMap((kind) => listOfKind(design, kind).map(({ id }) => place(id)))

/** Constructs of a kind of which something is so, at a field. */
const where =
  <K extends ConstructKind>(
    kind: K,
    holds: (one: ReturnType<typeof listOfKind<K>>[number], design: Design) => boolean,
    ...path: readonly string[]
  ): Use =>
  (design) =>
    listOfKind(design, kind)
      .filter((one) => holds(one, design))
      .map(({ id }) => place(id, ...path))

const both =
  (...uses: readonly Use[]): Use =>
  (design) =>
    uses.flatMap((use) => use(design))

/** Places in the rows of a list. */
const rows =
  <K extends ConstructKind>(
    kind: K,
    pathsOf: (one: ReturnType<typeof listOfKind<K>>[number]) => readonly (readonly (string | number)[])[],
  ): Use =>
  (design) =>
    listOfKind(design, kind).flatMap((one) => pathsOf(one).map((path) => place(one.id, ...path)))

const carriesUdp = ({ protocol }: { readonly protocol: string }) => protocol === 'UDP' || protocol === 'TCP_UDP'

/** UDP listeners of load balancers behind endpoint services. */
const udpThroughEndpoints: Use = (design) => {
  const shared = new Set(listOfKind(design, 'endpoint-service').flatMap(({ loadBalancers }) => loadBalancers))
  return listOfKind(design, 'network-load-balancer')
    .filter(({ id }) => shared.has(id))
    .flatMap(({ id, listeners }) =>
      listeners.flatMap((one, i) => (carriesUdp(one) ? [place(id, 'listeners', i, 'protocol')] : [])),
    )
}

const insideVpc: Use = (design) => {
  const blocks = new Map(
    listOfKind(design, 'vpc').map(({ id, cidrs }) => [id, cidrs.flatMap((one) => readBlock(one) ?? [])]),
  )
  return listOfKind(design, 'route-table').flatMap(({ id, vpc, edgeOf, routes }) =>
    routes.flatMap(({ destination, target }, i) => {
      const block = edgeOf === null && target !== 'local' && 'cidr' in destination ? readBlock(destination.cidr) : null
      return block && blocks.get(vpc)?.some((own) => covers(own, block)) ? [place(id, 'routes', i)] : []
    }),
  )
}

/** Whether the two ends lie in different Regions. */
const apart = (design: Design, a: string, b: string): boolean => {
  const [one, other] = [regionOf(design, a)?.code, regionOf(design, b)?.code]
  return one !== undefined && other !== undefined && one !== other
}

const crossRegion = (own: boolean): Use =>
  where(
    'interface-endpoint',
    ({ id, serviceRegion, endpointService, service }, design) =>
      serviceRegion !== null &&
      serviceRegion !== regionOf(design, id)?.code &&
      (endpointService !== null || service.includes('.vpce-svc-')) === own,
    'serviceRegion',
  )

/** What in a design uses something that AWS brought later, by the limit that stood before. */
export const newerUses: { readonly [id in LimitId]?: Use } = {
  'no-interface-endpoint': all('interface-endpoint'),
  'no-endpoint-service': all('endpoint-service'),
  'no-dynamodb-gateway-endpoint': where('gateway-endpoint', ({ service }) => service.endsWith('.dynamodb'), 'service'),
  'no-dynamodb-interface-endpoint': where(
    'interface-endpoint',
    ({ service }) => service.endsWith('.dynamodb'),
    'service',
  ),
  'no-s3-private-dns': where(
    'interface-endpoint',
    ({ service, endpointService, privateDns }) => privateDns && endpointService === null && service.endsWith('.s3'),
    'privateDns',
  ),
  'endpoint-address-chosen-by-aws': rows('interface-endpoint', ({ subnets }) =>
    subnets.flatMap(({ privateIp }, i) => (privateIp === null ? [] : [['subnets', i, 'privateIp']])),
  ),
  'interface-endpoint-ipv4-only': where('interface-endpoint', (one) => one.ipAddressType !== 'ipv4', 'ipAddressType'),
  'gateway-load-balancer-endpoint-ipv4-only': where(
    'gateway-load-balancer-endpoint',
    (one) => one.ipAddressType !== 'ipv4',
    'ipAddressType',
  ),
  's3-gateway-endpoint-ipv4-only': where('gateway-endpoint', (one) => one.ipAddressType !== 'ipv4', 'ipAddressType'),
  'interface-endpoint-tcp-only': udpThroughEndpoints,
  'endpoint-service-same-region-only': both(
    crossRegion(true),
    where(
      'endpoint-service',
      ({ id, supportedRegions }, design) => {
        const own = regionOf(design, id)?.code
        return supportedRegions.some((region) => region !== own)
      },
      'supportedRegions',
    ),
  ),
  'aws-service-same-region-only': crossRegion(false),
  'three-endpoint-types': all(
    'resource-endpoint',
    'resource-gateway',
    'resource-configuration',
    'service-network',
    'service-network-endpoint',
  ),
  'no-partial-endpoint-state': where('interface-endpoint', ({ state }) => state === 'partial', 'state'),
  'no-network-load-balancer-security-group': where(
    'network-load-balancer',
    ({ securityGroups }) => (securityGroups?.length ?? 0) > 0,
    'securityGroups',
  ),
  'zonal-nat-gateway-only': all('regional-nat-gateway'),
  'no-resource-control-policy': where('account', ({ rcps }) => rcps.length > 0, 'rcps'),
  'no-s3-access-point': all('s3-access-point'),
  'no-dynamodb-resource-policy': where('dynamodb-table', ({ policy }) => policy !== null, 'policy'),
  'no-vpc-block-public-access': where('block-public-access', ({ mode }) => mode !== 'off', 'mode'),
  'no-nat-gateway': all('nat-gateway'),
  'no-ipv6-in-vpcs': both(
    all('egress-only-internet-gateway'),
    where('vpc', ({ ipv6Cidrs }) => ipv6Cidrs.length > 0, 'ipv6Cidrs'),
  ),
  'no-network-load-balancer': all('network-load-balancer'),
  'no-inter-region-peering': where('peering-connection', ({ requester, accepter }, design) =>
    apart(design, requester, accepter),
  ),
  'no-resolver-endpoint': all('resolver-endpoint', 'resolver-rule'),
  'no-transit-gateway': all('transit-gateway'),
  'no-subnet-sharing': where('subnet', ({ sharedWith }) => sharedWith.length > 0, 'sharedWith'),
  'no-gateway-route-table': where('route-table', ({ edgeOf }) => edgeOf !== null, 'edgeOf'),
  'no-transit-gateway-peering': all('transit-gateway-peering'),
  'no-private-dns-name-of-own': where('endpoint-service', (one) => one.privateDnsName !== null, 'privateDnsName'),
  'no-customer-prefix-list': where('prefix-list', ({ listName }) => !listName.includes('com.amazonaws.'), 'listName'),
  'no-appliance-mode': where('transit-gateway-attachment', (one) => one.applianceMode, 'applianceMode'),
  'no-gateway-load-balancer': all('gateway-load-balancer', 'gateway-load-balancer-endpoint'),
  'no-network-firewall': all('network-firewall', 'firewall-rule-group'),
  'no-private-nat-gateway': where('nat-gateway', ({ connectivity }) => connectivity === 'private', 'connectivity'),
  'no-route-inside-vpc': insideVpc,
  'no-application-load-balancer-target': where('target-group', ({ targetType }) => targetType === 'alb', 'targetType'),
  'no-dns64': where('subnet', ({ dns64 }) => dns64, 'dns64'),
  'no-security-group-referencing-over-transit-gateways': where(
    'transit-gateway',
    (one) => one.securityGroupReferencing,
    'securityGroupReferencing',
  ),
}
