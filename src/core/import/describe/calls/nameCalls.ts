import type { Call } from './call.ts'
import { any, either, interfacesLike } from './conditions.ts'

/** What names lead to, and what filters them. */
export const NAME_CALLS: readonly Call[] = [
  {
    key: 'ResolverEndpoints',
    commands: ['aws route53resolver list-resolver-endpoints'],
    why: 'the endpoints of VPC Resolver',
    needed: either(interfacesLike(/rslvr-(?:in|out)-/), any('ResolverRules')),
  },
  {
    key: 'HostedZones',
    commands: ['aws route53 list-hosted-zones'],
    why: 'names of private hosted zones',
    global: true,
  },
  {
    key: 'ResolverRules',
    commands: ['aws route53resolver list-resolver-rules'],
    why: 'names that are resolved elsewhere',
  },
  {
    key: 'ResolverRuleAssociations',
    commands: ['aws route53resolver list-resolver-rule-associations'],
    why: 'the VPCs that the rules apply in',
    needed: any('ResolverRules'),
  },
  {
    key: 'FirewallRuleGroupAssociations',
    commands: ['aws route53resolver list-firewall-rule-group-associations'],
    why: 'the VPCs whose names DNS Firewall filters; it is taken that there are none',
    needed: any('FirewallRuleGroups', 'FirewallRuleLists', 'FirewallDomainLists', 'FirewallDomains'),
  },
  {
    key: 'FirewallRuleGroups',
    commands: ['aws route53resolver list-firewall-rule-groups'],
    why: 'the rule groups of DNS Firewall',
    needed: any('FirewallRuleGroupAssociations'),
  },
  {
    key: 'FirewallDomainLists',
    commands: ['aws route53resolver list-firewall-domain-lists'],
    why: 'the lists that DNS Firewall rules ask',
    needed: any('FirewallRuleGroupAssociations', 'FirewallRuleGroups'),
  },
  {
    key: 'ProfileAssociations',
    commands: ['aws route53profiles list-profile-associations'],
    why: 'the VPCs that have a Route 53 Profile; it is taken that there are none',
    needed: any('ProfileSummaries', 'ProfileResources'),
  },
  {
    key: 'ProfileSummaries',
    commands: ['aws route53profiles list-profiles'],
    why: 'the Route 53 Profiles',
    needed: any('ProfileAssociations'),
  },
]
