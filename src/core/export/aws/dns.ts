import { isIp4, parseAddress } from '../../net/address.ts'
import type { PlannedFilterRule } from '../plan/dnsShapes.ts'
import type { PartKey } from '../plan/part.ts'
import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import { arnOf, dnsNameOf, dnsZoneOf, type Holder, idOf, listed, placed, regionCalled } from './value.ts'

/** Seconds that answers may be kept. */
const RECORD_TTL = 300

interface PlacedVpc {
  readonly vpc: PartKey
  readonly regionCode: string
}
const vpcOf = ({ vpc, regionCode }: PlacedVpc) => ({ VPCId: idOf(vpc), VPCRegion: regionCalled(regionCode) })
const zoneVpc = (part: PlacedVpc & { readonly zone: PartKey }) => ({ HostedZoneId: idOf(part.zone), VPC: vpcOf(part) })

function targetIp({ address, port }: { readonly address: string; readonly port: number }, holder: Holder) {
  const parsed = parseAddress(address)
  const isIp6 = parsed !== null && !isIp4(parsed)
  return { Ip: isIp6 ? undefined : placed(address, holder), Ipv6: isIp6 ? address : undefined, Port: port }
}

/** Source: Route 53 API reference, CreateFirewallRule. */
function filterRule({ list, rule }: PlannedFilterRule) {
  const blocks = rule.action === 'BLOCK'
  const overrides = blocks && rule.blockResponse === 'OVERRIDE'
  return {
    FirewallDomainListId: idOf(list),
    Priority: rule.priority,
    Action: rule.action,
    BlockResponse: blocks ? rule.blockResponse : undefined,
    BlockOverrideDomain: overrides ? (rule.overrideDomain ?? undefined) : undefined,
    BlockOverrideDnsType: overrides ? 'CNAME' : undefined,
    BlockOverrideTtl: overrides ? RECORD_TTL : undefined,
    FirewallDomainRedirectionAction: rule.redirections === 'trust' ? 'TRUST_REDIRECTION_DOMAIN' : undefined,
  }
}

export const dns = {
  /** `VPCs`: the API takes the first one, and the others one by one. */
  'hosted-zone': (part) => ({ Name: part.construct.domain, VPCs: listed(part.vpcs.map(vpcOf)) }),
  'zone-vpc': zoneVpc,
  'zone-authorization': zoneVpc,
  'zone-association': zoneVpc,
  /** The zone, and a ResourceRecordSet. */
  'dns-record': ({ zone, recordName, type, values, alias, construct }) => ({
    HostedZoneId: idOf(zone),
    Name: recordName,
    Type: type,
    TTL: alias === null ? RECORD_TTL : undefined,
    ResourceRecords: alias === null ? values.map((value) => ({ Value: placed(value, { construct }) })) : undefined,
    AliasTarget:
      alias === null
        ? undefined
        : { DNSName: dnsNameOf(alias.key), HostedZoneId: dnsZoneOf(alias.key), EvaluateTargetHealth: false },
  }),
  'resolver-endpoint': (part) => ({
    Direction: part.construct.direction.toUpperCase(),
    IpAddresses: part.addresses.map(({ subnet, privateIp }) => ({
      SubnetId: idOf(subnet),
      Ip: privateIp === null ? undefined : placed(privateIp, part),
    })),
    SecurityGroupIds: part.groups.map(idOf),
  }),
  'resolver-rule': ({ construct, construct: { ruleType, domain, targets }, endpoint }) => ({
    RuleType: ruleType.toUpperCase(),
    DomainName: domain,
    ResolverEndpointId: endpoint === null ? undefined : idOf(endpoint),
    TargetIps: ruleType === 'system' ? undefined : listed(targets.map((target) => targetIp(target, { construct }))),
  }),
  'rule-share': (part) => shareSettings(part.rule, part.accounts, true),
  'rule-association': (part) => ({ ResolverRuleId: idOf(part.rule), VPCId: idOf(part.vpc) }),
  'filter-list': (part) => ({ Domains: part.domains }),
  /** The rules, which the API takes one by one. */
  'filter-group': (part) => ({ FirewallRules: part.rules.map(filterRule) }),
  'filter-rule': (part) => ({ FirewallRuleGroupId: idOf(part.group), ...filterRule(part) }),
  'filter-share': (part) => shareSettings(part.group, part.accounts, true),
  'filter-association': (part) => ({
    FirewallRuleGroupId: idOf(part.group),
    VpcId: idOf(part.vpc),
    Priority: part.priority,
  }),
  profile: () => ({}),
  'profile-share': (part) => shareSettings(part.profile, part.accounts, true),
  'profile-association': (part) => ({ ProfileId: idOf(part.profile), ResourceId: idOf(part.vpc) }),
  'profile-resource': ({ profile, resource, priority }) => ({
    ProfileId: idOf(profile),
    ResourceArn: arnOf(resource),
    ResourceProperties: priority === null ? undefined : JSON.stringify({ priority }),
  }),
} satisfies SettingsFor<
  'hosted-zone' | 'resolver-endpoint' | 'resolver-rule' | 'dns-firewall-rule-group' | 'route-53-profile'
>
