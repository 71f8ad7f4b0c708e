import { notImported } from '../../../model/notImported.ts'
import type { StackResource } from '../stack.ts'
import { calledBy, lacks, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, idOf, isUnknown, reasonIn, recordsOf, textOf } from './values.ts'
import { zoneOf } from './vpc.ts'

const endpointIn = (firewall: string, subnet: string): string => `${firewall}.${subnet}`

/** `us-east-1a:ID` for each of its subnets. Source: CloudFormation reference, Firewall, EndpointIds. */
const endpointIds = (one: Referred): string[] => {
  const subnets = one.others('AWS::EC2::Subnet')
  return recordsOf(one.property('SubnetMappings')).flatMap((mapping) => {
    const subnet = idOf(mapping.SubnetId)
    const found = subnets.find(({ id }) => id === subnet)
    return subnet === null ? [] : [`${textOf(found ? zoneOf(found) : null) ?? ''}:${endpointIn(one.id, subnet)}`]
  })
}

function putFirewall(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  const mappings = recordsOf(properties.SubnetMappings)
  const vpc = idOf(properties.VpcId)
  if (vpc === null) return tell(putting, resource, 'skipped', 'a firewall that is attached to no VPC')
  referred(putting, properties.FirewallPolicyArn)
  if (isUnknown(properties.FirewallPolicyArn))
    leaveOpen(putting, resource, idOf(properties.FirewallPolicyArn)!, properties.FirewallPolicyArn.unknown)
  say(putting, resource, 'FirewallDetails', {
    Firewall: {
      FirewallArn: id,
      FirewallName: calledBy(resource, 'FirewallName'),
      VpcId: vpc,
      OwnerId: account,
      FirewallPolicyArn: idOf(properties.FirewallPolicyArn) ?? undefined,
      SubnetMappings: mappings.map((one) => ({
        SubnetId: idOf(one.SubnetId),
        IPAddressType: textOf(one.IPAddressType) ?? undefined,
      })),
      Tags: tagsOf(resource),
    },
    FirewallStatus: {
      SyncStates: Object.fromEntries(
        mappings.map((one, index) => {
          const SubnetId = idOf(one.SubnetId) ?? ''
          return [
            String(index),
            {
              Attachment: {
                SubnetId,
                EndpointId: textOf(fieldsOf(resource.stated?.Endpoints)[SubnetId]) ?? endpointIn(id, SubnetId),
              },
            },
          ]
        }),
      ),
    },
  })
}

/** A policy with a rule group that leads nowhere: what it lets through cannot be told. */
const leaveOpen = (putting: Putting, resource: StackResource, policy: string, why: string): undefined =>
  say(putting, resource, 'FirewallPolicyDetails', {
    FirewallPolicyResponse: { FirewallPolicyArn: policy },
    FirewallPolicy: { StatefulRuleGroupReferences: [{ ResourceArn: notImported(why) }] },
  })

function putPolicy(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const said = fieldsOf(properties.FirewallPolicy)
  for (const one of [said.StatelessRuleGroupReferences, said.StatefulRuleGroupReferences].flatMap(recordsOf))
    referred(putting, one.ResourceArn)
  const why = reasonIn(properties.FirewallPolicy)
  if (why !== null) {
    tell(putting, resource, 'unknown', `what it lets through is not known: ${why}`)
    return leaveOpen(putting, resource, id, why)
  }
  say(putting, resource, 'FirewallPolicyDetails', {
    FirewallPolicyResponse: { FirewallPolicyArn: id },
    FirewallPolicy: properties.FirewallPolicy,
  })
}

function putRules(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'RuleGroup')) return
  say(putting, resource, 'RuleGroupDetails', {
    RuleGroupResponse: {
      RuleGroupArn: id,
      RuleGroupName: calledBy(resource, 'RuleGroupName'),
      OwnerId: account,
    },
    RuleGroup: properties.RuleGroup,
  })
}

const PROTECTION = ['DeleteProtection', 'SubnetChangeProtection', 'FirewallPolicyChangeProtection', 'Description']

export const firewalls: Readonly<Record<string, ResourceType>> = {
  'AWS::NetworkFirewall::Firewall': type(
    ['FirewallName', 'FirewallPolicyArn', 'VpcId', 'SubnetMappings', 'EnabledAnalysisTypes', ...PROTECTION],
    putFirewall,
    {
      attributes: { FirewallArn: ({ id }) => id, FirewallId: ({ id }) => id, EndpointIds: endpointIds },
    },
  ),
  'AWS::NetworkFirewall::FirewallPolicy': type(['FirewallPolicyName', 'FirewallPolicy', 'Description'], putPolicy, {
    attributes: { FirewallPolicyArn: ({ id }) => id, FirewallPolicyId: ({ id }) => id },
  }),
  'AWS::NetworkFirewall::RuleGroup': type(
    ['RuleGroupName', 'RuleGroup', 'Type', 'Capacity', 'Description', 'SummaryConfiguration'],
    putRules,
    { attributes: { RuleGroupArn: ({ id }) => id, RuleGroupId: ({ id }) => id } },
  ),
}
