import type { Of, PartKey } from './partBasics.ts'

/** Parts of peering, transit gateways and the ways to networks outside AWS. */
export interface TransitShapes {
  /** In the accepter's account: the role by which CloudFormation accepts for another account. */
  'peering-role': Of<'peering-connection', { readonly requesterAccount: string; readonly accepter: PartKey }>
  /** `role`: key of that role where the accepter is another account. */
  peering: Of<
    'peering-connection',
    {
      readonly requester: PartKey
      readonly accepter: PartKey
      readonly peerAccount: string | null
      readonly peerRegion: string | null
      readonly role: PartKey | null
    }
  >
  'peering-acceptance': Of<'peering-connection', { readonly peering: PartKey; readonly isOtherAccount: boolean }>
  'peering-dns': Of<'peering-connection', { readonly peering: PartKey; readonly side: 'requester' | 'accepter' }>
  /** `sharedWith`: accounts that attach VPCs of theirs. */
  'transit-gateway': Of<'transit-gateway', { readonly sharedWith: readonly string[] }>
  'transit-share': Of<'transit-gateway', { readonly gateway: PartKey; readonly accounts: readonly string[] }>
  'transit-attachment': Of<
    'transit-gateway-attachment',
    { readonly gateway: PartKey; readonly vpc: PartKey; readonly subnets: readonly PartKey[] }
  >
  'transit-peering': Of<
    'transit-gateway-peering',
    {
      readonly gateway: PartKey
      readonly peer: PartKey
      readonly peerAccount: string
      readonly peerRegion: string
    }
  >
  /**
   * Its id is that of the attachment, once it is available. `between` are the gateways where they stand in one Region of one account: AWS makes
   * an attachment for each of them then, and its id is that of the accepter's.
   */
  'transit-peering-acceptance': Of<
    'transit-gateway-peering',
    {
      readonly attachment: PartKey
      readonly between: {
        readonly requester: PartKey
        readonly accepter: PartKey
      } | null
    }
  >
  'transit-table': Of<'transit-gateway-route-table', { readonly gateway: PartKey }>
  'transit-association': Of<'transit-gateway-route-table', { readonly table: PartKey; readonly attachment: PartKey }>
  'transit-propagation': Of<'transit-gateway-route-table', { readonly table: PartKey; readonly attachment: PartKey }>
  /** `attachment` null: a blackhole. */
  'transit-route': Of<
    'transit-gateway-route-table',
    { readonly table: PartKey; readonly cidr: string; readonly attachment: PartKey | null }
  >
  'transit-list-route': Of<
    'transit-gateway-route-table',
    { readonly table: PartKey; readonly list: PartKey; readonly attachment: PartKey | null }
  >
  'vpn-gateway': Of<'virtual-private-gateway'>
  'vpn-gateway-attachment': Of<'virtual-private-gateway', { readonly gateway: PartKey; readonly vpc: PartKey }>
  'customer-gateway': Of<'customer-gateway'>
  'vpn-connection': Of<
    'vpn-connection',
    { readonly customer: PartKey; readonly gateway: PartKey; readonly toTransit: boolean }
  >
  'vpn-route': Of<'vpn-connection', { readonly connection: PartKey; readonly cidr: string }>
  /** The attachment that AWS makes with a connection to a transit gateway. */
  'vpn-attachment': Of<'vpn-connection', { readonly connection: PartKey; readonly gateway: PartKey }>
}
