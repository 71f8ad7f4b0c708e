import type { Of, PartKey } from './partBasics.ts'

/** What an alias record points at. */
export interface PlannedAlias {
  readonly key: PartKey
  readonly kind: 'endpoint' | 'balancer'
}

/** Parts of Route 53: hosted zones, and endpoints and rules of VPC Resolver. */
export interface DnsShapes {
  /** `vpcs`: those of the zone's own account, the first of which a private zone is made with. */
  'hosted-zone': Of<'hosted-zone', { readonly vpcs: readonly { readonly vpc: PartKey; readonly regionCode: string }[] }>
  /** A further VPC of the account. */
  'zone-vpc': Of<'hosted-zone', { readonly zone: PartKey; readonly vpc: PartKey; readonly regionCode: string }>
  /** Leave for another account to associate a VPC of its own. */
  'zone-authorization': Of<
    'hosted-zone',
    { readonly zone: PartKey; readonly vpc: PartKey; readonly regionCode: string }
  >
  /** In the account of the VPC. */
  'zone-association': Of<
    'hosted-zone',
    {
      readonly zone: PartKey
      readonly vpc: PartKey
      readonly regionCode: string
      readonly authorization: PartKey
    }
  >
  'dns-record': Of<
    'hosted-zone',
    {
      readonly zone: PartKey
      readonly recordName: string
      readonly type: string
      readonly values: readonly string[]
      readonly alias: PlannedAlias | null
    }
  >
  'resolver-endpoint': Of<
    'resolver-endpoint',
    {
      readonly groups: readonly PartKey[]
      readonly addresses: readonly { readonly subnet: PartKey; readonly privateIp: string | null }[]
    }
  >
  'resolver-rule': Of<'resolver-rule', { readonly endpoint: PartKey | null }>
  'rule-share': Of<'resolver-rule', { readonly rule: PartKey; readonly accounts: readonly string[] }>
  'rule-association': Of<'resolver-rule', { readonly rule: PartKey; readonly vpc: PartKey }>
}
