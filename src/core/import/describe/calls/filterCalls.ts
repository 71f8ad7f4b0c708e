import { asFields, asRecords, peekText, tagOf } from '../../fields.ts'
import type { Call } from './call.ts'
import { any } from './conditions.ts'

/** What stops packets besides groups and ACLs: Block Public Access and Network Firewall. */
export const FILTER_CALLS: readonly Call[] = [
  {
    key: 'VpcBlockPublicAccessOptions',
    commands: ['aws ec2 describe-vpc-block-public-access-options'],
    why: 'whether internet gateways are blocked for the whole account; it is taken that they are not',
  },
  {
    key: 'FirewallDetails',
    commands: ['aws network-firewall list-firewalls', 'aws network-firewall describe-firewall --firewall-name NAME'],
    why: 'the firewalls that routes lead to, and their endpoints',
    needed: (recordsOf) => {
      const known = new Set(recordsOf('VpcEndpoints').map(({ value }) => peekText(value.VpcEndpointId)))
      return (
        recordsOf('VpcEndpoints').some(({ value }) => tagOf(value, 'AWSNetworkFirewallManaged') === 'true') ||
        recordsOf('RouteTables').some(({ value }) =>
          asRecords(value.Routes).some(({ GatewayId, DestinationPrefixListId }) => {
            const endpoint = peekText(GatewayId)
            return endpoint?.startsWith('vpce-') && peekText(DestinationPrefixListId) === null && !known.has(endpoint)
          }),
        )
      )
    },
  },
  {
    key: 'FirewallPolicyDetails',
    commands: ['aws network-firewall describe-firewall-policy --firewall-policy-arn ARN'],
    why: 'what firewalls let through: without it they are taken to let everything pass',
    needed: any('FirewallDetails'),
  },
  {
    key: 'RuleGroupDetails',
    commands: ['aws network-firewall describe-rule-group --rule-group-arn ARN'],
    why: 'the rules of firewalls: without them it cannot be told what passes',
    needed: (recordsOf) =>
      recordsOf('FirewallPolicyDetails').some(({ value }) => {
        const policy = asFields(value.FirewallPolicy)
        const named = [policy.StatelessRuleGroupReferences, policy.StatefulRuleGroupReferences].flatMap(asRecords)
        return named.some((one) => !(peekText(one.ResourceArn) ?? '').includes(':aws-managed:'))
      }),
  },
]
