import { peekText } from '../../fields.ts'
import type { Call, Parent } from './call.ts'

const TRANSIT_TABLES: Parent = {
  of: 'TransitGatewayRouteTables',
  id: 'TransitGatewayRouteTableId',
  drawnAs: 'transit-gateway-route-table',
}
/** One that no load balancer uses decides nothing. */
const TARGET_GROUPS: Parent = {
  of: 'TargetGroups',
  id: 'TargetGroupArn',
  which: ({ LoadBalancerArns }) => !Array.isArray(LoadBalancerArns) || LoadBalancerArns.length > 0,
}

/** Calls that are made for one record each. */
export const CALLS_FOR_EACH: readonly Call[] = [
  {
    key: 'VpcAttributes',
    each: { of: 'Vpcs', id: 'VpcId', which: (_, isDrawn) => isDrawn },
    commands: [
      'aws ec2 describe-vpc-attribute --vpc-id ID --attribute enableDnsSupport',
      'aws ec2 describe-vpc-attribute --vpc-id ID --attribute enableDnsHostnames',
    ],
    why: 'whether the VPC answers names; without it no name can be told',
  },
  {
    key: 'TransitGatewayStaticRoutes',
    each: TRANSIT_TABLES,
    commands: [
      'aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id ID --filters Name=state,Values=active,blackhole',
    ],
    why: 'the routes of the table; without them the transit gateway is left out',
  },
  {
    key: 'TransitGatewayPropagations',
    each: TRANSIT_TABLES,
    commands: ['aws ec2 get-transit-gateway-route-table-propagations --transit-gateway-route-table-id ID'],
    why: 'whose blocks the table has; without them the transit gateway is left out',
  },
  {
    key: 'ManagedPrefixListEntries',
    each: { of: 'ManagedPrefixLists', id: 'PrefixListId', which: ({ OwnerId }) => peekText(OwnerId) !== 'AWS' },
    commands: ['aws ec2 get-managed-prefix-list-entries --prefix-list-id ID'],
    why: 'the blocks of the list',
  },
  {
    key: 'LoadBalancerTargetHealth',
    each: TARGET_GROUPS,
    commands: ['aws elbv2 describe-target-health --target-group-arn ID'],
    why: 'the targets of the group and their health',
  },
  {
    key: 'TargetGroupAttributes',
    each: TARGET_GROUPS,
    commands: ['aws elbv2 describe-target-group-attributes --target-group-arn ID'],
    why: 'which address the targets see',
  },
  {
    key: 'HostedZoneRecords',
    each: { of: 'HostedZones', id: 'Id', repeated: 'HostedZoneId' },
    commands: ['aws route53 list-resource-record-sets --hosted-zone-id ID', 'aws route53 get-hosted-zone --id ID'],
    why: 'the records of the zone and the VPCs that it answers in',
    global: true,
  },
  {
    key: 'FirewallRuleLists',
    each: {
      of: 'FirewallRuleGroups',
      id: 'Id',
      repeated: 'FirewallRuleGroupId',
      drawnAs: 'dns-firewall-rule-group',
    },
    commands: ['aws route53resolver list-firewall-rules --firewall-rule-group-id ID'],
    why: 'the rules of the group; without them it is assumed that they block nothing',
  },
  {
    key: 'FirewallDomains',
    each: {
      of: 'FirewallDomainLists',
      id: 'Id',
      repeated: 'FirewallDomainListId',
      which: ({ ManagedOwnerName }) => peekText(ManagedOwnerName) === null,
    },
    commands: ['aws route53resolver list-firewall-domains --firewall-domain-list-id ID'],
    why: 'the domains of the list; without them it is assumed that it holds no name that is asked',
  },
  {
    key: 'ProfileResources',
    each: { of: 'ProfileSummaries', id: 'Id', repeated: 'ProfileId', drawnAs: 'route-53-profile' },
    commands: ['aws route53profiles list-profile-resource-associations --profile-id ID'],
    why: 'the zones, rules, endpoints and filters that the Profile shares',
  },
  {
    key: 'ServicePermissions',
    each: { of: 'ServiceConfigurations', id: 'ServiceId' },
    commands: ['aws ec2 describe-vpc-endpoint-service-permissions --service-id ID'],
    why: 'who may make endpoints for the service',
  },
]
