import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Block, Given, Seen, TerraformTypes } from './terraformType.ts'
import { adding, plainType, readElsewhere } from './terraformType.ts'
import { filled, listed } from './values.ts'

/** The VPCs that a private zone counts in: those in it, and those that are associated from beside it, each once. */
function vpcsOf(seen: Seen): readonly Given[] {
  const own = seen.blocks('vpc').map((one) => ({ VPCId: one.vpc_id, VPCRegion: filled(one.vpc_region) ?? seen.region }))
  const beside = seen
    .naming('aws_route53_zone_association', 'zone_id')
    .map((one) => ({ VPCId: one.get('vpc_id'), VPCRegion: filled(one.get('vpc_region')) ?? one.region }))
  return [...new Map([...own, ...beside].map((one) => [JSON.stringify(one.VPCId), one] as const)).values()]
}

/** A name may stand without that of its zone. Source: AWS provider, aws_route53_record, name. */
function fullName(seen: Seen): Block[string] {
  const name = seen.get('name')
  const said = seen.given('fqdn')
  if (typeof said === 'string' && said !== '') return said
  const zone = seen.named('zone_id')?.get('name')
  if (typeof name !== 'string' || typeof zone !== 'string') return isUnknown(name) ? name : (zone ?? name)
  const [bare, domain] = [name.replace(/\.$/, '').toLowerCase(), zone.replace(/\.$/, '').toLowerCase()]
  return bare === domain || bare.endsWith(`.${domain}`) ? bare : bare === '' ? domain : `${bare}.${domain}`
}

/** Rules of a DNS Firewall that stand beside their group. */
const filterRules = (seen: Seen): readonly Given[] =>
  seen.naming('aws_route53_resolver_firewall_rule', 'firewall_rule_group_id').map((one) => ({
    FirewallDomainListId: filled(one.get('firewall_domain_list_id')),
    Priority: one.get('priority'),
    Action: one.get('action'),
    BlockResponse: filled(one.get('block_response')),
    BlockOverrideDomain: filled(one.get('block_override_domain')),
    BlockOverrideDnsType: filled(one.get('block_override_dns_type')),
    BlockOverrideTtl: one.get('block_override_ttl'),
    Qtype: filled(one.get('q_type')),
    FirewallDomainRedirectionAction: filled(one.get('firewall_domain_redirection_action')),
    DnsThreatProtection: filled(one.get('dns_threat_protection')),
    ConfidenceThreshold: filled(one.get('confidence_threshold')),
  }))

/** Hosted zones, Resolver, DNS Firewall and Profiles. Source: AWS provider, resources of Route 53. */
export const names: TerraformTypes = {
  aws_route53_zone: {
    type: 'AWS::Route53::HostedZone',
    authored: 'vpc',
    same: 'name',
    more: (seen) => {
      const vpcs = vpcsOf(seen)
      return { VPCs: vpcs.length === 0 ? undefined : vpcs }
    },
    attributes: { zone_id: 'Ref', name: 'Name', name_servers: 'NameServers' },
    ignores:
      'zone_id name_servers primary_name_server comment delegation_set_id force_destroy enable_accelerated_recovery',
  },
  aws_route53_zone_association: adding('zone_id', 'vpc_id vpc_region owning_account'),
  aws_route53_vpc_association_authorization: readElsewhere('zone_id vpc_id vpc_region'),
  aws_route53_record: {
    type: 'AWS::Route53::RecordSet',
    authored: 'alias records',
    same: 'type set_identifier',
    renamed: { ttl: 'TTL', zone_id: 'HostedZoneId', records: 'ResourceRecords' },
    more: (seen) => {
      const [alias] = seen.blocks('alias')
      return { Name: fullName(seen), AliasTarget: alias && { DNSName: alias.name } }
    },
    attributes: { fqdn: 'Ref', name: 'Ref' },
    ignores: `name fqdn allow_overwrite cidr_routing_policy failover_routing_policy geolocation_routing_policy geoproximity_routing_policy health_check_id
    latency_routing_policy multivalue_answer_routing_policy weighted_routing_policy`,
  },
  aws_route53_resolver_endpoint: {
    type: 'AWS::Route53Resolver::ResolverEndpoint',
    authored: 'ip_address',
    same: 'name direction security_group_ids',
    more: (seen) => ({
      IpAddresses: seen
        .blocks('ip_address')
        .map((one) => ({ SubnetId: one.subnet_id, Ip: filled(one.ip), Ipv6: filled(one.ipv6) })),
    }),
    attributes: { ip_address: 'IpAddresses' },
    ignores:
      'host_vpc_id protocols resolver_endpoint_type rni_enhanced_metrics_enabled target_name_server_metrics_enabled',
  },
  aws_route53_resolver_rule: {
    type: 'AWS::Route53Resolver::ResolverRule',
    authored: 'target_ip',
    same: 'name domain_name rule_type',
    more: (seen) => ({
      ResolverEndpointId: filled(seen.get('resolver_endpoint_id')),
      TargetIps: seen
        .blocks('target_ip')
        .map((one) => ({ Ip: filled(one.ip), Ipv6: filled(one.ipv6), Port: one.port })),
    }),
    ignores: 'share_status delegation_record',
  },
  aws_route53_resolver_rule_association: {
    type: 'AWS::Route53Resolver::ResolverRuleAssociation',
    same: 'name resolver_rule_id',
    renamed: { vpc_id: 'VPCId' },
  },
  aws_route53_resolver_firewall_domain_list: plainType('AWS::Route53Resolver::FirewallDomainList', 'name domains'),
  aws_route53_resolver_firewall_rule_group: {
    type: 'AWS::Route53Resolver::FirewallRuleGroup',
    same: 'name',
    more: (seen) => ({ FirewallRules: filterRules(seen) }),
    ignores: 'share_status',
  },
  aws_route53_resolver_firewall_rule: adding(
    'firewall_rule_group_id',
    `name action block_override_dns_type block_override_domain block_override_ttl block_response firewall_domain_list_id firewall_domain_redirection_action
    priority q_type dns_threat_protection confidence_threshold firewall_threat_protection_id`,
  ),
  aws_route53_resolver_firewall_rule_group_association: plainType(
    'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    'name firewall_rule_group_id vpc_id priority mutation_protection',
  ),
  aws_route53profiles_profile: plainType('AWS::Route53Profiles::Profile', 'name'),
  aws_route53profiles_association: {
    type: 'AWS::Route53Profiles::ProfileAssociation',
    same: 'name profile_id',
    renamed: { resource_id: 'ResourceId' },
    ignores: 'status status_message',
  },
  aws_route53profiles_resource_association: {
    type: 'AWS::Route53Profiles::ProfileResourceAssociation',
    same: 'name profile_id resource_arn resource_properties',
    ignores: 'resource_type status status_message',
  },
  aws_ram_resource_share: {
    type: 'AWS::RAM::ResourceShare',
    same: 'name allow_external_principals',
    more: (seen) => ({
      ResourceArns: beside(seen, 'aws_ram_resource_association', 'resource_arn'),
      Principals: beside(seen, 'aws_ram_principal_association', 'principal'),
    }),
    attributes: { arn: 'Ref', id: 'Ref' },
    ignores: 'permission_arns',
  },
  aws_ram_resource_association: adding('resource_share_arn', 'resource_arn'),
  aws_ram_principal_association: adding('resource_share_arn', 'principal'),
  aws_ram_resource_share_accepter: readElsewhere(
    'share_arn resources sender_account_id receiver_account_id share_id share_name status invitation_arn',
  ),
}

const beside = (seen: Seen, type: string, attribute: string): readonly Given[string][] =>
  seen.naming(type, 'resource_share_arn').flatMap((one) => listed(one.get(attribute)))
