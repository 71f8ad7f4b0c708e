import type { RouteTargetKind } from '../plan/networkShapes.ts'
import type { PartKey, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, blockTree, listId, refTo } from './intrinsics.ts'
import type { ResourcePrinters, Tree, TreeObject } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

const TARGETS: { readonly [K in RouteTargetKind]: string } = {
  gateway: 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'egress-only-gateway': 'EgressOnlyInternetGatewayId',
  peering: 'VpcPeeringConnectionId',
  'transit-gateway': 'TransitGatewayId',
  endpoint: 'VpcEndpointId',
  instance: 'InstanceId',
  interface: 'NetworkInterfaceId',
}

/** Id of the table: a resource, or the one that AWS makes with a regional NAT gateway. */
export function tableId(stack: StackPlan, key: PartKey): Tree {
  const table = stack.byKey.get(key)
  return table?.name === 'route-table' && table.ofNat !== null
    ? attributeOf(stack, table.ofNat, 'RouteTableId')
    : refTo(stack, key)
}

export const routeTable: ResourcePrinters<'route-table'> = {
  'route-table': (part, stack) =>
    part.ofNat === null
      ? { type: 'AWS::EC2::RouteTable', properties: { VpcId: refTo(stack, part.vpc), Tags: tagsOf(part) } }
      : null,
  route: (part, stack) =>
    // A resource only makes routes; the local one is there already
    part.replacesLocal
      ? null
      : {
          type: 'AWS::EC2::Route',
          properties: {
            RouteTableId: tableId(stack, part.table),
            ...destinationOf(part, stack),
            [TARGETS[part.targetKind]]: refTo(stack, part.target),
          },
        },
  'edge-association': (part, stack) => ({
    type: 'AWS::EC2::GatewayRouteTableAssociation',
    properties: { RouteTableId: tableId(stack, part.table), GatewayId: refTo(stack, part.gateway) },
  }),
  'route-propagation': (part, stack) => ({
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
    properties: { RouteTableIds: [tableId(stack, part.table)], VpnGatewayId: refTo(stack, part.gateway) },
  }),
}

function destinationOf({ destination }: PartOf<'route'>, stack: StackPlan): TreeObject {
  if (!destination.block) return { DestinationPrefixListId: listId(stack, destination.list) }
  const key = destination.block.family === 4 ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock'
  return { [key]: blockTree(stack, destination.block) }
}
