import { sortedBy } from '../../base/order.ts'
import { idOf } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import { block, blocks, type Printer } from './asked.ts'
import { made, snaked, tagged } from './made.ts'
import { named } from './named.ts'
import { share } from './share.ts'

type Named = PartNameOf<
  'hosted-zone' | 'resolver-endpoint' | 'resolver-rule' | 'dns-firewall-rule-group' | 'route-53-profile'
>

/** The provider puts the outermost quotes of a TXT value itself. */
const unquoted = (value: string): string => value.replace(/^"([\s\S]*)"$/, '$1')

/** How the provider spells hosted zones, VPC Resolver, DNS Firewall and Profiles. */
export const dns: { readonly [N in Named]: Printer<N> } = {
  'hosted-zone': (part, settings, stack) =>
    tagged<'hosted-zone'>('aws_route53_zone', ({ Name, VPCs }) => ({
      name: Name,
      vpc: blocks(VPCs?.slice(0, 1).map(snaked)),
    }))(part, settings, stack).map((one) =>
      // The others are associated one by one
      part.vpcs.length > 0 ? { ...one, ignores: ['vpc'], spares: part.vpcs.slice(1).map(({ vpc }) => vpc) } : one,
    ),
  'zone-vpc': made('aws_route53_zone_association', ({ HostedZoneId, VPC }) => ({
    zone_id: HostedZoneId,
    ...snaked(VPC),
  })),
  'zone-authorization': made('aws_route53_vpc_association_authorization', ({ HostedZoneId, VPC }) => ({
    zone_id: HostedZoneId,
    ...snaked(VPC),
  })),
  // Waits for the other account's leave, which is given by the zone's id
  'zone-association': made('aws_route53_zone_association', ({ VPC }, part) => ({
    zone_id: idOf(part.authorization),
    ...snaked(VPC),
  })),
  'dns-record': made('aws_route53_record', ({ HostedZoneId, Name, Type, TTL, ResourceRecords, AliasTarget }) => ({
    zone_id: HostedZoneId,
    name: Name,
    type: Type,
    ttl: TTL,
    records: ResourceRecords?.map(({ Value }) =>
      Type === 'TXT' && typeof Value === 'string' ? unquoted(Value) : Value,
    ),
    alias: block(
      AliasTarget && {
        name: AliasTarget.DNSName,
        zone_id: AliasTarget.HostedZoneId,
        evaluate_target_health: AliasTarget.EvaluateTargetHealth,
      },
    ),
  })),
  'resolver-endpoint': tagged('aws_route53_resolver_endpoint', ({ IpAddresses, ...settings }, part) => ({
    name: named(part),
    ...snaked(settings),
    ip_address: blocks(IpAddresses.map(snaked)),
  })),
  'resolver-rule': tagged('aws_route53_resolver_rule', ({ TargetIps, ...settings }, part) => ({
    name: named(part),
    ...snaked(settings),
    target_ip: blocks(TargetIps?.map(snaked)),
  })),
  'rule-share': share,
  'rule-association': made('aws_route53_resolver_rule_association'),
  'filter-list': tagged('aws_route53_resolver_firewall_domain_list', (_, part) => ({
    name: named(part),
    domains: sortedBy(new Set(part.domains), (domain) => domain),
  })),
  'filter-group': tagged('aws_route53_resolver_firewall_rule_group', (_, part) => ({ name: named(part) })),
  'filter-rule': made('aws_route53_resolver_firewall_rule', (settings, part) => ({
    name: named(part),
    ...snaked(settings),
  })),
  'filter-share': share,
  'filter-association': tagged('aws_route53_resolver_firewall_rule_group_association', (settings, part) => ({
    name: named(part),
    ...snaked(settings),
  })),
  profile: tagged('aws_route53profiles_profile', (_, part) => ({ name: named(part) })),
  'profile-share': share,
  'profile-association': tagged('aws_route53profiles_association', (settings, part) => ({
    name: named(part),
    ...snaked(settings),
  })),
  'profile-resource': made('aws_route53profiles_resource_association', (settings, part) => ({
    name: named(part),
    ...snaked(settings),
  })),
}
