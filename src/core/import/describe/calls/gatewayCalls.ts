import { asRecords, peekText } from '../../fields.ts'
import type { Call } from './call.ts'
import { any, type Condition, either, routesTo } from './conditions.ts'

const attachmentsOf =
  (...types: readonly string[]): Condition =>
  (recordsOf) =>
    recordsOf('TransitGatewayAttachments').some(({ value }) => types.includes(peekText(value.ResourceType) ?? ''))
const hasPropagated: Condition = (recordsOf) =>
  recordsOf('RouteTables').some(({ value }) =>
    asRecords(value.Routes).some(({ Origin }) => peekText(Origin) === 'EnableVgwRoutePropagation'),
  )

/** What routes lead to, and what lies behind it. */
export const GATEWAY_CALLS: readonly Call[] = [
  {
    key: 'InternetGateways',
    commands: ['aws ec2 describe-internet-gateways'],
    why: 'the internet gateways that routes lead to',
    needed: routesTo('GatewayId', 'igw-'),
  },
  {
    key: 'EgressOnlyInternetGateways',
    commands: ['aws ec2 describe-egress-only-internet-gateways'],
    why: 'the egress-only gateways that routes lead to',
    needed: routesTo('EgressOnlyInternetGatewayId', 'eigw-'),
  },
  {
    key: 'NatGateways',
    commands: ['aws ec2 describe-nat-gateways'],
    why: 'the NAT gateways that routes lead to',
    needed: routesTo('NatGatewayId', 'nat-'),
  },
  {
    key: 'VpcPeeringConnections',
    commands: ['aws ec2 describe-vpc-peering-connections'],
    why: 'the peering connections that routes lead to',
    needed: routesTo('VpcPeeringConnectionId', 'pcx-'),
  },
  {
    key: 'TransitGateways',
    commands: ['aws ec2 describe-transit-gateways'],
    why: 'the transit gateways that routes lead to',
    needed: either(
      routesTo('TransitGatewayId', 'tgw-'),
      any('TransitGatewayAttachments', 'TransitGatewayVpcAttachments'),
    ),
  },
  {
    key: 'TransitGatewayVpcAttachments',
    commands: ['aws ec2 describe-transit-gateway-vpc-attachments'],
    why: 'the subnets and options of attachments',
    needed: any('TransitGateways', 'TransitGatewayAttachments'),
  },
  {
    key: 'TransitGatewayAttachments',
    commands: ['aws ec2 describe-transit-gateway-attachments'],
    why: 'which table each attachment asks',
    needed: either(any('TransitGateways', 'TransitGatewayVpcAttachments'), routesTo('TransitGatewayId', 'tgw-')),
  },
  {
    key: 'TransitGatewayRouteTables',
    commands: ['aws ec2 describe-transit-gateway-route-tables'],
    why: 'the transit gateways’ tables',
    needed: any('TransitGateways', 'TransitGatewayAttachments'),
  },
  {
    key: 'VpnGateways',
    commands: ['aws ec2 describe-vpn-gateways'],
    why: 'the virtual private gateways that routes lead to',
    needed: routesTo('GatewayId', 'vgw-'),
  },
  {
    key: 'VpnConnections',
    commands: ['aws ec2 describe-vpn-connections'],
    why: 'what lies behind virtual private gateways',
    needed: either(any('VpnGateways', 'CustomerGateways'), attachmentsOf('vpn', 'connect')),
  },
  {
    key: 'CustomerGateways',
    commands: ['aws ec2 describe-customer-gateways'],
    why: 'the devices at the far ends of VPN connections',
    needed: any('VpnConnections'),
  },
  {
    key: 'VirtualInterfaces',
    commands: ['aws directconnect describe-virtual-interfaces'],
    why: 'the Direct Connect links to the gateways',
    needed: either(hasPropagated, attachmentsOf('direct-connect-gateway')),
  },
]
