import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { blockTree, listId, refTo } from './intrinsics.ts'
import type { ResourcePrinters, TreeObject } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

const TARGETS = { 'internet-gateway': 'GatewayId', 'nat-gateway': 'NatGatewayId' } as const

export const routeTable: ResourcePrinters<'route-table'> = {
  'route-table': (part, stack) => ({
    type: 'AWS::EC2::RouteTable',
    properties: { VpcId: refTo(stack, part.vpc), Tags: tagsOf(part) },
  }),
  route: (part, stack) => ({
    type: 'AWS::EC2::Route',
    properties: {
      RouteTableId: refTo(stack, part.table),
      ...destinationOf(part, stack),
      [TARGETS[part.targetKind]]: refTo(stack, part.target),
    },
  }),
}

function destinationOf({ destination }: PartOf<'route'>, stack: StackPlan): TreeObject {
  if (!destination.block) return { DestinationPrefixListId: listId(stack, destination.list) }
  const key = destination.block.family === 4 ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock'
  return { [key]: blockTree(stack, destination.block) }
}
