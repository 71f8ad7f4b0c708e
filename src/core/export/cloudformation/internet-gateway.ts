import { refTo } from './intrinsics.ts'
import type { ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const internetGateway: ResourcePrinters<'internet-gateway'> = {
  'internet-gateway': (part) => ({ type: 'AWS::EC2::InternetGateway', properties: { Tags: tagsOf(part) } }),
  'gateway-attachment': (part, stack) => ({
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: refTo(stack, part.vpc), InternetGatewayId: refTo(stack, part.gateway) },
  }),
}
