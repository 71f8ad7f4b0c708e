import { groupBy } from '../../../base/groupBy.ts'
import { notImported } from '../../../model/notImported.ts'
import type { Properties, StackResource } from '../stack.ts'
import { belongsTo, givesToSubnet, type Owner } from './belongsTo.ts'
import {
  allOf,
  defaultOf,
  isDefaultOf,
  isDescribed,
  naming,
  onceForAll,
  readElsewhere,
  say,
  tagsOf,
  tell,
  type,
} from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { blockOf, idOf, idsOf, reasonIn, textOf } from './values.ts'

/** Properties of a route that name its target, and the member of AWS's record that does. */
const TARGETS: Readonly<Record<string, string>> = {
  GatewayId: 'GatewayId',
  NatGatewayId: 'NatGatewayId',
  TransitGatewayId: 'TransitGatewayId',
  VpcPeeringConnectionId: 'VpcPeeringConnectionId',
  EgressOnlyInternetGatewayId: 'EgressOnlyInternetGatewayId',
  // routes to endpoints of Gateway Load Balancers are told as those to gateways
  VpcEndpointId: 'GatewayId',
  InstanceId: 'InstanceId',
  NetworkInterfaceId: 'NetworkInterfaceId',
  LocalGatewayId: 'LocalGatewayId',
  CarrierGatewayId: 'CarrierGatewayId',
  CoreNetworkArn: 'CoreNetworkArn',
  OdbNetworkArn: 'OdbNetworkArn',
}
const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'] as const

/** A route as `describe-route-tables` has it. What is not known of it leads nowhere, so that whatever it decides cannot be told. */
function routeOf(properties: Properties, putting: Putting): object | null {
  const cidr = DESTINATIONS.find((name) => properties[name] !== undefined)
  const block = cidr && blockOf(properties[cidr])
  const list = idOf(properties.DestinationPrefixListId)
  const why = cidr && reasonIn(properties[cidr])
  const target = Object.keys(TARGETS).find((name) => properties[name] !== undefined)
  const to = target && idOf(properties[target])
  if ((!block && !list) || !target || !to) return null
  return {
    ...(why || !block ? { DestinationPrefixListId: why ? notImported(why) : list } : { [cidr!]: block }),
    [TARGETS[target]!]: to,
    State: isDetached(putting, to) ? 'blackhole' : 'active',
    Origin: 'CreateRoute',
  }
}

/** An internet gateway of the templates that none of them attaches carries nothing. Source: VPC guide, route tables: routes to a detached gateway are blackholes. */
const isDetached = (putting: Putting, gateway: string): boolean =>
  putting.byRef.get(gateway)?.type === 'AWS::EC2::InternetGateway' &&
  naming(putting, ATTACHMENT, 'InternetGatewayId', gateway).length === 0 &&
  onceForAll(putting, 'whether all attachments are known', () =>
    allOf(putting, ATTACHMENT).every(({ properties }) => reasonIn(properties.InternetGatewayId) === null),
  )
const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment'

const putTable: ResourceType['put'] = (resource, putting) =>
  sayTable(
    putting,
    resource,
    resource.id,
    idOf(resource.properties.VpcId),
    isDefaultOf(putting, resource.id, 'MainRouteTable'),
  )

/** A VPC's main table that no resource is, where one names it or may. */
export function putMainTable(putting: Putting, vpc: StackResource, isNamed: (id: string) => boolean): void {
  const id = defaultOf(vpc, 'MainRouteTable')
  const isOpen = openRoutes(putting, vpc.id, id).length > 0
  if ((isNamed(id) || isOpen) && !putting.byRef.has(id)) sayTable(putting, { ...vpc, properties: {} }, id, vpc.id, true)
}

/** The table that AWS makes for a regional NAT gateway. */
export const tableOfNat = (nat: string): string => `${nat}.RouteTable`

/** Whether a table comes with a VPC or a NAT gateway of the stacks. */
const isMadeByAws = (putting: Putting, table: string | null): boolean =>
  isDefaultOf(putting, table, 'MainRouteTable') ||
  onceForAll(
    putting,
    'tables of NAT gateways',
    () => new Set(allOf(putting, 'AWS::EC2::NatGateway').map(({ id }) => tableOfNat(id))),
  ).has(table ?? '')

/** The routes that resources put into a table. */
export const routesOf = (putting: Putting, table: string): readonly object[] =>
  naming(putting, 'AWS::EC2::Route', 'RouteTableId', table).flatMap((one) => {
    const route = routeOf(one.properties, putting)
    if (route === null) tell(putting, one, 'skipped', 'a route without a destination or a target')
    return route ?? []
  })

/** Where nobody can tell which tables a gateway endpoint has, each of its VPC may lead to it: what its service is reached by is open. */
const openRoutes = (putting: Putting, vpc: string | null, table: string): readonly object[] =>
  (openEndpoints(putting).get(vpc ?? '') ?? []).flatMap(({ properties }) => {
    const service = textOf(properties.ServiceName)
    const why = reasonIn(properties.RouteTableIds)
    if (why === null || service === null || idsOf(properties.RouteTableIds).includes(table)) return []
    return [{ DestinationPrefixListId: service, GatewayId: notImported(why), State: 'active', Origin: 'CreateRoute' }]
  })

/** Gateway endpoints whose tables are not all known, by their VPC. */
const openEndpoints = (putting: Putting): ReadonlyMap<string, readonly StackResource[]> =>
  onceForAll(putting, 'open endpoints', () =>
    groupBy(allOf(putting, 'AWS::EC2::VPCEndpoint'), ({ properties }) =>
      reasonIn(properties.RouteTableIds) !== null && (textOf(properties.VpcEndpointType) ?? 'Gateway') === 'Gateway'
        ? idOf(properties.VpcId)
        : null,
    ),
  )

function sayTable(
  putting: Putting,
  resource: StackResource,
  id: string,
  vpc: string | null,
  isMain: boolean,
): undefined {
  const { account } = resource
  say(putting, resource, 'RouteTables', {
    RouteTableId: id,
    VpcId: vpc ?? undefined,
    OwnerId: account,
    Routes: [...routesOf(putting, id), ...openRoutes(putting, vpc, id)],
    Associations: [
      ...(isMain ? [{ Main: true }] : []),
      ...naming(putting, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId', id).map((one) => ({
        SubnetId: idOf(one.properties.SubnetId),
        AssociationState: { State: 'associated' },
      })),
      ...naming(putting, 'AWS::EC2::GatewayRouteTableAssociation', 'RouteTableId', id).map((one) => ({
        GatewayId: idOf(one.properties.GatewayId),
        AssociationState: { State: 'associated' },
      })),
    ],
    PropagatingVgws: naming(putting, 'AWS::EC2::VPNGatewayRoutePropagation', 'RouteTableIds', id).map((one) => ({
      GatewayId: idOf(one.properties.VpnGatewayId),
    })),
    Tags: tagsOf(resource),
  })
}

const TABLE: Owner = {
  what: 'route table',
  member: 'RouteTableId',
  ofTwo: 'AWS refuses it',
  isThere: (putting, id) => isMadeByAws(putting, id) || isDescribed(putting, 'RouteTables', 'RouteTableId', id),
}

export const routing: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::RouteTable': type(['VpcId'], putTable, { attributes: { RouteTableId: ({ id }) => id } }),
  'AWS::EC2::Route': type(
    ['RouteTableId', 'DestinationPrefixListId', ...DESTINATIONS, ...Object.keys(TARGETS)],
    belongsTo(TABLE),
    { attributes: { CidrBlock: (one) => one.property('DestinationCidrBlock') } },
  ),
  'AWS::EC2::SubnetRouteTableAssociation': type(['SubnetId', 'RouteTableId'], givesToSubnet(TABLE, 'RouteTables'), {
    attributes: { Id: ({ id }) => id },
  }),
  'AWS::EC2::GatewayRouteTableAssociation': type(['GatewayId', 'RouteTableId'], belongsTo(TABLE), {
    attributes: { AssociationId: ({ id }) => id },
  }),
  'AWS::EC2::VPNGatewayRoutePropagation': type(['RouteTableIds', 'VpnGatewayId'], readElsewhere),
}
