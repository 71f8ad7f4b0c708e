import { type NoteTaker, takeNote } from '../report.ts'
import { isUnknown } from './isUnknown.ts'
import type { Evaluated, Stack } from './stack.ts'

/** Types that only join others, with the properties that name these, but for those of which the row of the type tells: what names nothing joins nothing. */
const JOINS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::GatewayRouteTableAssociation': ['GatewayId'],
  'AWS::EC2::SubnetCidrBlock': ['SubnetId'],
  'AWS::EC2::SubnetNetworkAclAssociation': ['SubnetId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['SubnetId'],
  'AWS::EC2::TransitGatewayRouteTableAssociation': ['TransitGatewayAttachmentId'],
  'AWS::EC2::TransitGatewayRouteTablePropagation': ['TransitGatewayAttachmentId'],
  'AWS::EC2::VPCCidrBlock': ['VpcId'],
  'AWS::EC2::VPCDHCPOptionsAssociation': ['VpcId'],
  'AWS::EC2::VPCGatewayAttachment': ['VpcId'],
  'AWS::EC2::VPNGatewayRoutePropagation': ['RouteTableIds', 'VpnGatewayId'],
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': ['FirewallRuleGroupId', 'VpcId'],
  'AWS::Route53Resolver::ResolverRuleAssociation': ['VPCId'],
}
/** What some of these name; of the others several types may do. */
const NAMED: Readonly<Record<string, string>> = {
  RouteTableId: 'AWS::EC2::RouteTable',
  SubnetId: 'AWS::EC2::Subnet',
  VpcId: 'AWS::EC2::VPC',
  VPCId: 'AWS::EC2::VPC',
}

/** Tells of resources that should join others and name none. */
export function tellLoose(taker: NoteTaker, stacks: readonly Stack[]): void {
  const resources = stacks.flatMap((stack) => stack.resources)
  const types = new Map(resources.map(({ id, type }) => [id, type]))
  for (const { id, type, properties, place } of resources) {
    for (const name of Object.hasOwn(JOINS, type) ? JOINS[type]! : []) {
      const value = properties[name] ?? null
      const values = name.endsWith('s') ? [value].flat() : [value]
      if (values.some((one) => isUnknown(one) || names(types, one, NAMED[name]))) continue
      takeNote(
        taker,
        'skipped',
        `${id}: its ${name} names nothing that is in the templates, so that it joins nothing`,
        place,
      )
    }
  }
}

/** Whether a value names a resource of the type (undefined = any); `Vpc.DefaultNetworkAcl` is of the VPC. */
function names(types: ReadonlyMap<string, string>, value: Evaluated, type: string | undefined): boolean {
  if (typeof value !== 'string') return false
  const found = types.get(value)
  if (found !== undefined) return type === undefined || found === type
  return type === undefined && value.includes('.') && names(types, value.replace(/\.[^.]*$/, ''), type)
}
