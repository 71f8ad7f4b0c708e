import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Of, PartKey } from './partBasics.ts'

/** What an alias record points at. */
export interface PlannedAlias {
  readonly key: PartKey
  readonly kind: 'endpoint' | 'balancer'
}

/** A rule of DNS Firewall with the list of domains that it asks. */
export interface PlannedFilterRule {
  readonly list: PartKey
  readonly rule: ConstructOf<'dns-firewall-rule-group'>['rules'][number]
}

/** Parts of Route 53: hosted zones, endpoints and rules of VPC Resolver, DNS Firewall and Profiles. */
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
  /** The domains of one rule. */
  'filter-list': Of<'dns-firewall-rule-group', { readonly domains: readonly string[] }>
  /** CloudFormation makes the rules with it, the API one by one. */
  'filter-group': Of<'dns-firewall-rule-group', { readonly rules: readonly PlannedFilterRule[] }>
  'filter-rule': Of<'dns-firewall-rule-group', PlannedFilterRule & { readonly group: PartKey }>
  'filter-share': Of<'dns-firewall-rule-group', { readonly group: PartKey; readonly accounts: readonly string[] }>
  'filter-association': Of<
    'dns-firewall-rule-group',
    { readonly group: PartKey; readonly vpc: PartKey; readonly priority: number }
  >
  profile: Of<'route-53-profile'>
  'profile-share': Of<'route-53-profile', { readonly profile: PartKey; readonly accounts: readonly string[] }>
  'profile-association': Of<'route-53-profile', { readonly profile: PartKey; readonly vpc: PartKey }>
  /** `priority`: that of a rule group among those of the VPCs. */
  'profile-resource': Of<
    'route-53-profile',
    {
      readonly profile: PartKey
      readonly resource: PartKey
      readonly ofKind: 'hosted-zone' | 'resolver-rule' | 'interface-endpoint' | 'dns-firewall-rule-group'
      readonly priority: number | null
    }
  >
}
