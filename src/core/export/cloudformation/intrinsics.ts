import type { Fact } from '../aws/value.ts'
import type { PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Tree } from './resource.ts'

/** What `Ref` gives for the resource made of the part, or value of the parameter that stands for it. */
export const refTo = (stack: StackPlan, key: PartKey): Tree => ({ Ref: nameOf(stack, key) })
/** An attribute of the resource made of the part; of one that another stack makes, the value that its parameter gives. */
export const attributeOf = (stack: StackPlan, key: PartKey, attribute: string): Tree =>
  stack.imports.has(key) ? refTo(stack, key) : { 'Fn::GetAtt': [nameOf(stack, key), attribute] }

/** Attributes that give a fact; `Ref` gives it for all other parts. */
const ATTRIBUTES: { readonly [F in Fact]: { readonly [N in PartName]?: string } } = {
  id: {
    'dhcp-options': 'DhcpOptionsId',
    'security-group': 'GroupId',
    'prefix-list': 'PrefixListId',
    'elastic-address': 'AllocationId',
    'nat-address': 'AllocationId',
    'regional-nat-address': 'AllocationId',
    'network-balancer-address': 'AllocationId',
    'client-address': 'AllocationId',
    'peering-role': 'Arn',
    'lambda-role': 'Arn',
    'ecs-role': 'Arn',
    role: 'Arn',
    user: 'Arn',
    key: 'Arn',
    'firewall-policy': 'FirewallPolicyArn',
    'firewall-rule-group': 'RuleGroupArn',
    'service-network': 'Arn',
    'resource-configuration': 'Arn',
    'resource-gateway': 'Id',
    'domain-verification': 'Id',
  },
  'bare id': { 'resource-configuration': 'Id' },
  arn: {
    'transit-gateway': 'TransitGatewayArn',
    'resolver-rule': 'Arn',
    'filter-group': 'Arn',
    profile: 'Arn',
    'service-network': 'Arn',
    'resource-configuration': 'Arn',
  },
  'private address': { instance: 'PrivateIp', 'client-interface': 'PrimaryPrivateIpAddress' },
  'DNS name': { 'network-balancer': 'DNSName', 'application-balancer': 'DNSName' },
  'DNS zone': { 'network-balancer': 'CanonicalHostedZoneID', 'application-balancer': 'CanonicalHostedZoneID' },
}

/** ARNs that no attribute gives, up to the id. */
const WRITTEN_ARNS: { readonly [N in PartName]?: string } = {
  subnet: `ec2:\${AWS::Region}:\${AWS::AccountId}:subnet`,
  'interface-endpoint': `ec2:\${AWS::Region}:\${AWS::AccountId}:vpc-endpoint`,
  'hosted-zone': 'route53:::hostedzone',
}

/** What a template knows of what the part makes; of what another stack makes, the parameter that gives it. */
export function factTree(stack: StackPlan, fact: Fact, key: PartKey): Tree {
  const part = stack.byKey.get(key)
  // what another stack makes is given by its ARN, which ends in the id
  if (!part && fact === 'bare id') return { 'Fn::Select': [1, { 'Fn::Split': ['/', refTo(stack, key)] }] }
  const there = stack.existing.get(key)
  const ownArn = there && fact === 'arn' ? WRITTEN_ARNS[there.part] : undefined
  if (ownArn !== undefined) return { 'Fn::Sub': `arn:\${AWS::Partition}:${ownArn}/\${${nameOf(stack, key)}}` }
  if (!part) return refTo(stack, key)
  if (part.name === 'default-group') return attributeOf(stack, part.vpc, 'DefaultSecurityGroup')
  if (part.name === 'route-table' && part.ofNat !== null) return attributeOf(stack, part.ofNat, 'RouteTableId')
  const arn = fact === 'arn' ? WRITTEN_ARNS[part.name] : undefined
  if (fact === 'arn' && part.name === 'security-group')
    return {
      'Fn::Sub': `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:security-group/\${${nameOf(stack, key)}.GroupId}`,
    }
  if (arn !== undefined) return { 'Fn::Sub': `arn:\${AWS::Partition}:${arn}/\${${nameOf(stack, key)}}` }
  if (part.name === 'interface-endpoint' && (fact === 'DNS name' || fact === 'DNS zone')) {
    // Its entries read `zone id:name`, the regional name first
    const entry = { 'Fn::Split': [':', { 'Fn::Select': [0, attributeOf(stack, key, 'DnsEntries')] }] }
    return { 'Fn::Select': [fact === 'DNS name' ? 1 : 0, entry] }
  }
  if (part.name === 'firewall-endpoint') {
    const ids = attributeOf(stack, part.firewall, 'EndpointIds')
    // Entries read `us-east-1a:vpce-…`, in no order: what stands between the zone and the next comma
    if (part.isOnly) return { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, ids] }] }] }
    const after = { 'Fn::Split': [`${suffixOf(part.zoneName)}:`, { 'Fn::Join': [',', ids] }] }
    return { 'Fn::Select': [0, { 'Fn::Split': [',', { 'Fn::Select': [1, after] }] }] }
  }
  const attribute = ATTRIBUTES[fact][part.name]
  return attribute === undefined ? refTo(stack, key) : attributeOf(stack, key, attribute)
}

/** What a zone's name adds to its Region's: `1a` of us-east-1a, so that templates go to other Regions too. */
const suffixOf = (zoneName: string): string => /\d+[a-z]?$/.exec(zoneName)?.[0] ?? zoneName

/** A text as it stands in a Fn::Sub. */
export const literal = (text: string): string => text.replaceAll('${', '${!')

/** A text that follows the Region of the stack wherever it names the Region it was drawn in. */
export function followRegion(stack: StackPlan, text: string): Tree {
  const code = stack.regionCode
  const at = code === '' ? -1 : text.indexOf(code)
  if (at < 0) return text
  return { 'Fn::Sub': `${literal(text.slice(0, at))}\${AWS::Region}${literal(text.slice(at + code.length))}` }
}

/** A name for what AWS wants named, unique within account and Region as the stack's name is. */
export const stackNamed = (stack: StackPlan, key: PartKey): Tree => ({
  'Fn::Sub': `\${AWS::StackName}-${nameOf(stack, key)}`,
})
