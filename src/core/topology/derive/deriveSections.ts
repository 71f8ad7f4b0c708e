import { limitsAsOf } from '../../aws/datedLimits.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import { sizeOf } from '../../net/block.ts'
import { dnsOf } from '../dnsNet.ts'
import type { Route, SubnetNet, TableNet, Topology } from '../topology.ts'
import {
  balancerSections,
  inspectionSections,
  leadsTo,
  serviceSections,
  targetGroupSections,
} from './deriveBalancers.ts'
import type { DerivedSection } from './derived.ts'
import { addressesOf, interfaces, type NameOf, row, section } from './derivedRows.ts'

/** What follows from the design for one construct, with where each value comes from; [] for kinds that derive nothing. */
export function deriveSections(design: Design, topology: Topology, id: ConstructId): readonly DerivedSection[] {
  const construct = design.constructs[id]
  const derive =
    construct &&
    (derivers[construct.kind] as
      | ((construct: Construct, topology: Topology, nameOf: NameOf) => readonly DerivedSection[])
      | undefined)
  return derive ? derive(construct, topology, (other) => design.constructs[other]?.name ?? other) : []
}

type Deriver<K extends ConstructKind> = (
  construct: ConstructOf<K>,
  topology: Topology,
  nameOf: NameOf,
) => readonly DerivedSection[]

const derivers: { readonly [K in ConstructKind]?: Deriver<K> } = {
  vpc: ({ id }, topology) => {
    const vpc = topology.vpcs.get(id)
    if (!vpc) return []
    const base = vpc.primary?.base
    const resolver = vpc.dnsGap
      ? 'not known'
      : vpc.dnsServers
        ? vpc.dnsServers.map(formatAddress).join(', ')
        : vpc.dnsSupport && typeof base === 'number'
          ? `${formatAddress(base + 2)} and 169.254.169.253`
          : vpc.dnsSupport === null
            ? 'not known: DNS support was not said'
            : 'none: DNS support is off'
    return [
      section('DNS', [
        row('Resolver', resolver, vpc.dnsServers ? 'DHCP options' : 'the base address plus two, as AWS gives it', {
          construct: id,
          path: ['dhcpDnsServers'],
        }),
        ...[...dnsOf(topology, vpc).privateZones].map(([name, zone]) =>
          row(zone.apex ? name : `*.${name}`, 'answered privately', 'private DNS of an endpoint', {
            construct: zone.endpoint.id,
            path: ['privateDns'],
          }),
        ),
      ]),
    ]
  },
  subnet: ({ id }, topology, nameOf) => {
    const subnet = topology.subnets.get(id)
    return subnet
      ? [addresses(subnet), routes(subnet.table, nameOf, topology.design.constructs[id] as ConstructOf<'subnet'>)]
      : []
  },
  'route-table': ({ id }, topology, nameOf) => {
    const table = topology.tables.get(id)
    return table ? [routes(table, nameOf, null)] : []
  },
  'interface-endpoint': ({ id, privateDns }, topology, nameOf) => {
    const endpoint = topology.endpoints.get(id)
    if (!endpoint) return []
    const state: Record<typeof endpoint.privateDns, string> = {
      on: 'on',
      'private-dns-off': 'off',
      'vpc-attributes-off': 'off: the VPC needs DNS support and DNS hostnames',
      'no-private-names': 'this service offers none',
      'names-not-known': 'on, for names that are not known',
      'inbound-only': 'for on-premises resolvers only',
      conflict: 'off: another endpoint of the VPC holds the names',
      'not-available': 'off: the endpoint is not available',
      'not-verified': 'off: its owner has not proved that the domain is theirs',
    }
    return [
      section('DNS names', [
        row(endpoint.regionalName, addressesOf(endpoint.enis), 'public DNS, every zone', null),
        ...[...endpoint.zonalNames].map(([name, eni]) =>
          row(name, addressesOf([eni]), `public DNS, ${eni.subnet.zoneName} only`, eni.origin),
        ),
        row(
          'Private DNS',
          state[endpoint.privateDns],
          privateDns ? 'its own switch and the VPC’s attributes' : 'its own switch',
          { construct: id, path: ['privateDns'] },
        ),
        ...(endpoint.privateDns === 'on'
          ? endpoint.privateNames.map((name) =>
              row(name, addressesOf(endpoint.enis), `the VPC ${nameOf(endpoint.vpc.id)} alone`, {
                construct: id,
                path: ['privateDns'],
              }),
            )
          : []),
      ]),
      ...(endpoint.provider ? [leadsTo(endpoint.provider, nameOf, { construct: id, path: ['endpointService'] })] : []),
      interfaces(endpoint.enis, nameOf),
      endpointLimits(topology.design.rulesAsOf),
    ]
  },
  'network-load-balancer': balancerSections,
  'application-load-balancer': balancerSections,
  'gateway-load-balancer': balancerSections,
  'target-group': targetGroupSections,
  'endpoint-service': serviceSections,
  'gateway-load-balancer-endpoint': inspectionSections,
  client: ({ id }, topology, nameOf) => [interfaces(topology.enisOf.get(id) ?? [], nameOf)],
  'nat-gateway': ({ id }, topology, nameOf) => [interfaces(topology.enisOf.get(id) ?? [], nameOf)],
  'gateway-endpoint': ({ service }, topology) => {
    const blocks = topology.prefixListBlocks(service, service.split('.')[2] ?? '')
    return blocks
      ? [
          section('Prefix list', [
            row(
              service,
              `${blocks.length} ranges`,
              'AWS’s published address ranges, or the list of that name in the design',
              null,
            ),
          ]),
        ]
      : []
  },
}

function addresses(subnet: SubnetNet): DerivedSection {
  const used = subnet.vpc.enis.filter((eni) => eni.subnet === subnet).length
  const size = subnet.block ? sizeOf(subnet.block) : 0
  return section('Addresses', [
    row(
      'Free',
      subnet.block ? `${Math.max(0, size - 5 - used)} of ${size}` : 'not known',
      `${used} in use, five are AWS’s`,
      { construct: subnet.id, path: ['cidr'] },
    ),
    row(
      'Zone',
      subnet.zoneId ? `${subnet.zoneName} (${subnet.zoneId})` : subnet.zoneName,
      'its Availability Zone and the account’s map',
      { construct: subnet.zone, path: ['zoneName'] },
    ),
  ])
}

/** One row a route as the console shows it; the many ranges of a prefix list are one. */
function routes(table: TableNet, nameOf: NameOf, subnet: ConstructOf<'subnet'> | null): DerivedSection {
  const seen = new Map<string, { route: Route; count: number }>()
  for (const route of [...table.routes4, ...table.routes6]) {
    const key =
      route.source === 'endpoint' || route.source === 'prefix-list'
        ? `${route.origin?.construct}.${route.origin?.path.join('.')}`
        : `${route.label} ${route.source}`
    const known = seen.get(key)
    if (known) known.count++
    else seen.set(key, { route, count: 1 })
  }
  const name = table.id === null ? 'main table (not drawn)' : nameOf(table.id)
  const how =
    subnet === null ? '' : subnet.routeTable === null ? ' · the VPC’s main table' : ' · associated with the subnet'
  return section(
    `Routes: ${name}${how}`,
    [...seen.values()].map(({ route, count }) =>
      row(
        count > 1 ? `${route.label.split(' (')[0]} (${count} ranges)` : route.label,
        targetName(route, nameOf),
        SOURCES[route.source],
        route.origin,
      ),
    ),
  )
}

const SOURCES: Readonly<Record<Route['source'], string>> = {
  local: 'every table has it',
  static: 'drawn in the table',
  'prefix-list': 'drawn in the table, by prefix list',
  endpoint: 'put there by the gateway endpoint',
  'from-vpc': 'propagated from the VPC',
  'from-direct-connect': 'propagated from Direct Connect',
  'from-vpn-static': 'propagated from the VPN connection',
  'from-vpn-bgp': 'propagated from the VPN connection',
}
const targetName = (route: Route, nameOf: NameOf): string =>
  'id' in route.target ? nameOf(route.target.id) : route.target.kind

/** What an interface endpoint carries in each zone, by the rules of the day. Source: AWS PrivateLink guide, quotas. */
const endpointLimits = (rulesAsOf: string): DerivedSection =>
  section('Limits in each zone', [
    row(
      'Bandwidth',
      `10 Gbps, growing by itself to ${limitsAsOf(rulesAsOf).has('interface-endpoint-40-gbps') ? 40 : 100} Gbps`,
      'AWS’s quota',
      null,
    ),
    row('Largest packet', '8,500 bytes', 'AWS drops larger ones without a word', null),
  ])
