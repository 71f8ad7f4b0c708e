import { notImported } from '../../../model/notImported.ts'
import type { Properties, StackResource } from '../stack.ts'
import {
  allOf,
  defaultOf,
  isDefaultOf,
  isDescribed,
  naming,
  readElsewhere,
  referred,
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
  allOf(putting, ATTACHMENT).every(({ properties }) => reasonIn(properties.InternetGatewayId) === null)
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

/** The routes that resources put into a table. */
export const routesOf = (putting: Putting, table: string): readonly object[] =>
  naming(putting, 'AWS::EC2::Route', 'RouteTableId', table).flatMap((one) => {
    const route = routeOf(one.properties, putting)
    if (route === null) tell(putting, one, 'skipped', 'a route without a destination or a target')
    return route ?? []
  })

/** Where nobody can tell which tables a gateway endpoint has, each of its VPC may lead to it: what its service is reached by is open. */
const openRoutes = (putting: Putting, vpc: string | null, table: string): readonly object[] =>
  allOf(putting, 'AWS::EC2::VPCEndpoint').flatMap(({ properties }) => {
    const why = reasonIn(properties.RouteTableIds)
    const service = textOf(properties.ServiceName)
    const isOther = idOf(properties.VpcId) !== vpc || (textOf(properties.VpcEndpointType) ?? 'Gateway') !== 'Gateway'
    if (why === null || service === null || isOther || idsOf(properties.RouteTableIds).includes(table)) return []
    return [{ DestinationPrefixListId: service, GatewayId: notImported(why), State: 'active', Origin: 'CreateRoute' }]
  })

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

/** What belongs to a table that no template makes changes nothing that is drawn, which is told. */
const ofTable =
  (member: string): ResourceType['put'] =>
  (resource, putting) => {
    const table = idOf(resource.properties[member])
    // what is not known is told with the value
    if (reasonIn(resource.properties[member]) !== null) return
    if (isDescribed(putting, 'RouteTables', 'RouteTableId', table)) return
    const isMade =
      isDefaultOf(putting, table, 'MainRouteTable') ||
      allOf(putting, 'AWS::EC2::NatGateway').some(({ id }) => tableOfNat(id) === table)
    if (!referred(putting, resource.properties[member]) && !isMade)
      tell(putting, resource, 'skipped', `its route table ${table} is in none of the files`)
  }

/** A subnet whose table is not drawn asks one that leads nowhere, and not its VPC's main one. */
const associate: ResourceType['put'] = (resource, putting): undefined => {
  const table = idOf(resource.properties.RouteTableId)
  if (table === null) return tell(putting, resource, 'skipped', 'it names no route table')
  const subnet = referred(putting, resource.properties.SubnetId)
  const [first] = subnet ? naming(putting, resource.type, 'SubnetId', subnet.id) : []
  if (first && first !== resource)
    tell(putting, resource, 'assumed', `AWS refuses it: ${first.id} gives ${subnet?.id} its route table already`)
  if (referred(putting, resource.properties.RouteTableId)) return
  if (isDefaultOf(putting, table, 'MainRouteTable') || isDescribed(putting, 'RouteTables', 'RouteTableId', table))
    return
  tell(putting, resource, 'unknown', `its route table ${table} is in none of the files`)
  // one record for all: of several of one id the first counts
  const all = naming(putting, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId', table)
  say(putting, resource, 'RouteTables', {
    RouteTableId: table,
    Associations: all.map((one) => ({
      SubnetId: idOf(one.properties.SubnetId),
      AssociationState: { State: 'associated' },
    })),
  })
}

export const routing: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::RouteTable': type(['VpcId'], putTable, { attributes: { RouteTableId: ({ id }) => id } }),
  'AWS::EC2::Route': type(
    ['RouteTableId', 'DestinationPrefixListId', ...DESTINATIONS, ...Object.keys(TARGETS)],
    ofTable('RouteTableId'),
    { attributes: { CidrBlock: (one) => one.property('DestinationCidrBlock') } },
  ),
  'AWS::EC2::SubnetRouteTableAssociation': type(['SubnetId', 'RouteTableId'], associate, {
    attributes: { Id: ({ id }) => id },
  }),
  'AWS::EC2::GatewayRouteTableAssociation': type(['GatewayId', 'RouteTableId'], ofTable('RouteTableId'), {
    attributes: { AssociationId: ({ id }) => id },
  }),
  'AWS::EC2::VPNGatewayRoutePropagation': type(['RouteTableIds', 'VpnGatewayId'], readElsewhere),
}
