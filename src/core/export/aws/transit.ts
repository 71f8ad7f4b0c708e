import type { PartKey } from '../plan/part.ts'
import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import { accountNumbered, idOf, placed, regionCalled } from './value.ts'

const enabled = (flag: boolean): 'enable' | 'disable' => (flag ? 'enable' : 'disable')

const pair = (part: { readonly table: PartKey; readonly attachment: PartKey }) => ({
  TransitGatewayRouteTableId: idOf(part.table),
  TransitGatewayAttachmentId: idOf(part.attachment),
})
const target = (attachment: PartKey | null) => ({
  Blackhole: attachment === null || undefined,
  TransitGatewayAttachmentId: attachment === null ? undefined : idOf(attachment),
})

export const transit = {
  'transit-gateway': ({ construct, sharedWith }) => ({
    Options: {
      AmazonSideAsn: construct.asn ?? undefined,
      // The drawn tables say what is joined
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
      AutoAcceptSharedAttachments: enabled(sharedWith.length > 0),
      DnsSupport: enabled(construct.dnsSupport),
      SecurityGroupReferencingSupport: enabled(construct.securityGroupReferencing),
      VpnEcmpSupport: 'enable',
      MulticastSupport: 'disable',
    },
  }),
  'transit-share': (part) => shareSettings(part.gateway, part.accounts, true),
  'transit-attachment': ({ construct, gateway, vpc, subnets }) => ({
    TransitGatewayId: idOf(gateway),
    VpcId: idOf(vpc),
    SubnetIds: subnets.map(idOf),
    Options: {
      ApplianceModeSupport: enabled(construct.applianceMode),
      DnsSupport: enabled(construct.dnsSupport),
      Ipv6Support: enabled(construct.ipv6Support),
      SecurityGroupReferencingSupport: enabled(construct.securityGroupReferencing),
    },
  }),
  'transit-peering': (part) => ({
    TransitGatewayId: idOf(part.gateway),
    PeerTransitGatewayId: idOf(part.peer),
    // Empty: the account that asks
    PeerAccountId: accountNumbered(part.peerAccount),
    PeerRegion: regionCalled(part.peerRegion),
  }),
  'transit-peering-acceptance': (part) => ({ TransitGatewayAttachmentId: idOf(part.attachment) }),
  'transit-table': (part) => ({ TransitGatewayId: idOf(part.gateway) }),
  'transit-association': pair,
  'transit-propagation': pair,
  'transit-route': (part) => ({
    TransitGatewayRouteTableId: idOf(part.table),
    DestinationCidrBlock: placed(part.cidr, part),
    ...target(part.attachment),
  }),
  'transit-list-route': (part) => ({
    TransitGatewayRouteTableId: idOf(part.table),
    PrefixListId: idOf(part.list),
    ...target(part.attachment),
  }),
} satisfies SettingsFor<
  'transit-gateway' | 'transit-gateway-attachment' | 'transit-gateway-peering' | 'transit-gateway-route-table'
>
