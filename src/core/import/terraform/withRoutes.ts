import { idOf } from '../cloudformation/resources/values.ts'
import type { StackResource } from '../cloudformation/stack.ts'
import { type Bag, bag, bags } from './bag.ts'

const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'] as const

/** The record of a table that exists, with the routes and associations that files add to it. */
export function withRoutes(record: object, resources: readonly StackResource[]): object {
  const { RouteTableId, Routes, Associations } = bag(record)
  const own = (type: string) =>
    resources
      .filter((one) => one.type === type && one.properties.RouteTableId === RouteTableId)
      .map((one) => one.properties)
  const known = bags(Routes)
  const isKnown = (route: Bag) => known.some((one) => DESTINATIONS.every((name) => one[name] === route[name]))
  const added = own('AWS::EC2::Route').map((route) => ({
    ...Object.fromEntries(
      Object.entries(route).flatMap(([name, value]) =>
        name === 'RouteTableId' || name === 'Tags'
          ? []
          : [[name === 'VpcEndpointId' ? 'GatewayId' : name, name.startsWith('Destination') ? value : idOf(value)]],
      ),
    ),
    State: 'active',
  }))
  return {
    ...record,
    Routes: [...known, ...added.filter((route) => !isKnown(route))],
    Associations: [
      ...bags(Associations),
      ...own('AWS::EC2::SubnetRouteTableAssociation').map(({ SubnetId }) => ({ SubnetId: idOf(SubnetId) })),
      ...own('AWS::EC2::GatewayRouteTableAssociation').map(({ GatewayId }) => ({ GatewayId: idOf(GatewayId) })),
    ],
  }
}
