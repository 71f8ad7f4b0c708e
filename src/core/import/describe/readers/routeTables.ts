import { asId, asRecords, asText, asWord, type Fields, idFrom, isFields, lastPart, peekText } from '../../fields.ts'
import { add, type Importing, type InputOf, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'
import { firewallEndpoints } from './firewalls.ts'
import { prefixListReference } from './prefixLists.ts'

type Route = NonNullable<InputOf<'route-table'>['routes']>[number]

/** Members of a route that name its target. Source: EC2 API, Route. */
const TARGETS = [
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'EgressOnlyInternetGatewayId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
  'OdbNetworkArn',
  'InstanceId',
  'NetworkInterfaceId',
  'GatewayId',
] as const

/** `describe-route-tables`. One with a route that cannot be read is left out whole: what it would do is not known then. */
export function readRouteTable(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.RouteTableId)
  const vpc = asId(value.VpcId)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the route table’s VPC is not there')
  if (!Array.isArray(value.Routes)) return skip(importing, entry, id, 'the routes of the table are not there')
  drawGateways(importing, entry, vpc)
  const blocks = blocksOfVpc(importing, vpc)
  const routes: Route[] = []
  for (const item of value.Routes) {
    const route = isFields(item) ? readRoute(importing, item, blocks, entry.region) : 'unreadable'
    if (route === 'unreadable') return skip(importing, entry, id, 'a route of the table cannot be read')
    if (route !== 'by itself') routes.push(route)
  }
  add(importing, entry, {
    kind: 'route-table',
    id,
    name: titleOfRecord(entry, id),
    vpc,
    routes,
    edgeOf: asId(asRecords(value.Associations).find((one) => asId(one.GatewayId))?.GatewayId),
    propagatingGateways: asRecords(value.PropagatingVgws).flatMap((one) => asId(one.GatewayId) ?? []),
  })
}

/** Gateways that no call of their own describes: a route to one is active only while it is attached to the table's VPC. */
function drawGateways(importing: Importing, entry: Entry, vpc: string): void {
  for (const route of asRecords(entry.value.Routes)) {
    if (peekText(route.State) !== 'active') continue
    const open = asId(route.GatewayId)
    if (open?.startsWith('igw-') && !importing.constructs.has(open))
      add(importing, entry, { kind: 'internet-gateway', id: open, name: open, vpc })
    const outward = asId(route.EgressOnlyInternetGatewayId)
    if (outward !== null && !importing.constructs.has(outward))
      add(importing, entry, { kind: 'egress-only-internet-gateway', id: outward, name: outward, vpc })
  }
}

const blocksOfVpc = (importing: Importing, vpc: string): ReadonlySet<string> => {
  const drawn = importing.constructs.get(vpc)
  return new Set(drawn?.kind === 'vpc' ? [...drawn.cidrs, ...drawn.ipv6Cidrs] : [])
}

/** Whether a virtual private gateway has propagated it. Source: EC2 API, Route, Origin. */
const isPropagated = (route: Fields): boolean => asWord(route.Origin, ORIGINS) === 'EnableVgwRoutePropagation'
const ORIGINS = ['CreateRouteTable', 'CreateRoute', 'EnableVgwRoutePropagation', 'Advertisement'] as const
/** Source: EC2 API, Route, State. */
const STATES = ['active', 'blackhole', 'filtered'] as const

/** A route as it is drawn; `by itself` where it follows from something else in the design. */
function readRoute(
  importing: Importing,
  route: Fields,
  blocks: ReadonlySet<string>,
  region: string | null,
): Route | 'by itself' | 'unreadable' {
  const cidr = asText(route.DestinationCidrBlock) ?? asText(route.DestinationIpv6CidrBlock)
  const list = asId(route.DestinationPrefixListId)
  if (cidr === null && list === null) return 'unreadable'
  const destination = cidr !== null ? { cidr } : { prefixList: prefixListReference(importing, list!, region) }
  if (isPropagated(route)) return 'by itself'
  const state = asWord(route.State, STATES)
  if (state === 'blackhole' && list === null) return { destination, target: 'blackhole' }
  const target = targetOf(importing, route)
  if (list !== null && target !== null && importing.constructs.get(target.target)?.kind === 'gateway-endpoint')
    return 'by itself'
  if (state === 'blackhole') return { destination, target: 'blackhole' }
  if (target === null) return 'unreadable'
  if (target.target === 'local' && (cidr === null || blocks.has(cidr) || blocks.size === 0)) return 'by itself'
  return { destination, ...target }
}

function targetOf(importing: Importing, route: Fields): Omit<Route, 'destination'> | null {
  const eni = asId(route.NetworkInterfaceId)
  const client = eni === null ? undefined : interfacesOf(importing).clientOf.get(eni)
  if (client) return { target: client.client, interface: client.index }
  const owner = eni === null ? null : interfacesOf(importing).byId.get(eni)?.owner.id
  if (owner && importing.constructs.has(owner)) return { target: owner }
  const endpoint = asId(route.VpcEndpointId) ?? asId(route.GatewayId)
  const firewall = endpoint === null ? undefined : firewallEndpoints(importing).get(endpoint)
  if (firewall) return firewall
  for (const member of TARGETS) {
    const text = asText(route[member])
    if (text !== null) return { target: idFrom(lastPart(text)) }
  }
  return null
}

/** Blocks that virtual private gateways have propagated into any table: what lies behind them, as AWS has learned it. */
export function propagatedBlocks(importing: Importing, gateway: string): string[] {
  const found = new Set<string>()
  for (const { value } of importing.records('RouteTables'))
    for (const route of asRecords(value.Routes)) {
      const block = asText(route.DestinationCidrBlock) ?? asText(route.DestinationIpv6CidrBlock)
      if (asText(route.GatewayId) === gateway && isPropagated(route) && block !== null) found.add(block)
    }
  return [...found]
}
