import { NOT_KNOWN, notImported } from '../../../model/notImported.ts'
import type { Properties, StackResource } from '../stack.ts'
import { belongsTo, givesToSubnet, type Owner } from './belongsTo.ts'
import {
  defaultOf,
  isDefaultOf,
  isDescribed,
  naming,
  readElsewhere,
  referred,
  say,
  tagsOf,
  tell,
  type,
} from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { blockOf, fieldsOf, flagOf, idOf, isUnknown, listOf, numberOf, reasonIn, recordsOf, textOf } from './values.ts'

const GROUP = 'AWS::EC2::SecurityGroup'
const INGRESS = 'AWS::EC2::SecurityGroupIngress'
const EGRESS = 'AWS::EC2::SecurityGroupEgress'
/** Members that say who is at the other side; an unknown one may be anybody. */
const PEERS = [
  'CidrIp',
  'CidrIpv6',
  'SourceSecurityGroupId',
  'SourceSecurityGroupName',
  'DestinationSecurityGroupId',
  'SourcePrefixListId',
  'DestinationPrefixListId',
] as const
const RULE = ['IpProtocol', 'FromPort', 'ToPort', 'Description', 'SourceSecurityGroupOwnerId', ...PEERS]

const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6', '1', '58'].includes(protocol.toLowerCase())

/** Addresses that no packet on a network has: such a rule stands there to keep AWS's own outbound rule away. */
const isNobody = (cidr: string | null): boolean => cidr === '127.0.0.1/32' || cidr === '255.255.255.255/32'

/** A rule as `describe-security-groups` has it: what is not known of it may let through what cannot be told. */
function permissionOf(rule: Properties): object | null {
  const why = reasonIn(rule)
  const ports = ['IpProtocol', 'FromPort', 'ToPort'].map((name) => reasonIn(rule[name])).find((one) => one !== null)
  const protocol = ports ? '-1' : (textOf(rule.IpProtocol) ?? '-1')
  const [from, to] = ports ? [null, null] : [numberOf(rule.FromPort), numberOf(rule.ToPort)]
  // ICMP without a code means every one
  const range = isIcmp(protocol) ? [from ?? to ?? -1, to ?? -1] : [from ?? to ?? undefined, to ?? from ?? undefined]
  const traffic = { IpProtocol: protocol, FromPort: range[0], ToPort: range[1] }
  const Description = textOf(rule.Description) ?? undefined
  if (why !== null) return { ...traffic, PrefixListIds: [{ PrefixListId: notImported(why), Description }] }
  const cidr = textOf(rule.CidrIp)
  const cidr6 = textOf(rule.CidrIpv6)
  const group = idOf(rule.SourceSecurityGroupId) ?? idOf(rule.DestinationSecurityGroupId)
  const list = idOf(rule.SourcePrefixListId) ?? idOf(rule.DestinationPrefixListId)
  const name = textOf(rule.SourceSecurityGroupName)
  const listed = list ?? (name === null ? null : notImported(`group-named-${name}`))
  if (cidr === null && cidr6 === null && group === null && listed === null) return null
  return {
    ...traffic,
    IpRanges: cidr === null ? [] : [{ CidrIp: withLength(cidr, 32), Description }],
    Ipv6Ranges: cidr6 === null ? [] : [{ CidrIpv6: withLength(cidr6, 128), Description }],
    UserIdGroupPairs: group === null ? [] : [{ GroupId: group, Description }],
    PrefixListIds: listed === null ? [] : [{ PrefixListId: listed, Description }],
  }
}
const withLength = (text: string, length: number): string => (text.includes('/') ? text : `${text}/${length}`)

/** What AWS gives a group without outbound rules. */
const ALL_OUT = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }

function rulesOf(
  putting: Putting,
  resource: StackResource,
  kind: string,
  inline: readonly Properties[],
): readonly object[] {
  const own = naming(putting, kind, 'GroupId', resource.id)
  const counting = inline.filter((rule) => !isNobody(textOf(rule.CidrIp)))
  return [
    ...counting.map((rule) => ({ at: resource, rule })),
    ...own.map((one) => ({ at: one, rule: one.properties })),
  ].flatMap(({ at, rule }) => {
    const permission = permissionOf(rule)
    if (permission === null)
      tell(putting, at, 'skipped', 'a rule of a security group that names nobody at the other side')
    return permission ?? []
  })
}

/** Inline rules; a list that is not known is one rule of which nothing is. */
const inline = (value: Properties[string] | undefined): readonly Properties[] =>
  isUnknown(value)
    ? [{ IpProtocol: '-1', CidrIp: value }]
    : listOf(value).map((one) => (isUnknown(one) ? { CidrIp: one } : fieldsOf(one)))

/** Without outbound rules AWS lets everything out, until a resource of its own adds one. Source: CloudFormation reference, AWS::EC2::SecurityGroup; aws/aws-cdk#22140. */
function putGroup(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  const VpcId = idOf(properties.VpcId)
  if (VpcId === null) return tell(putting, resource, 'skipped', 'it is of the default VPC, which no file makes')
  const hasEgress =
    resource.stated?.NoDefaultEgress === true ||
    listOf(properties.SecurityGroupEgress).length > 0 ||
    naming(putting, EGRESS, 'GroupId', id).length > 0
  say(putting, resource, 'SecurityGroups', {
    GroupId: id,
    GroupName: textOf(properties.GroupName) ?? id,
    Description: textOf(properties.GroupDescription) ?? '',
    VpcId,
    OwnerId: account,
    IpPermissions: rulesOf(putting, resource, INGRESS, inline(properties.SecurityGroupIngress)),
    IpPermissionsEgress: hasEgress
      ? rulesOf(putting, resource, EGRESS, inline(properties.SecurityGroupEgress))
      : [ALL_OUT],
    Tags: tagsOf(resource),
  })
}

/** A rule of a group that no template makes; that of a VPC's default group is put there with the group. */
const ofGroup: ResourceType['put'] = (resource, putting) => {
  const group = idOf(resource.properties.GroupId)
  // what is not known is told with the value
  if (reasonIn(resource.properties.GroupId) !== null) return
  if (referred(putting, resource.properties.GroupId) || isDefaultOf(putting, group, 'DefaultSecurityGroup')) return
  tell(
    putting,
    resource,
    'skipped',
    `its group ${group ?? textOf(resource.properties.GroupName)} is in none of the files`,
  )
}

/** A VPC's default group and default ACL, where a template names them: else nobody can have changed them. */
export function putDefaults(putting: Putting, vpc: StackResource, isNamed: (id: string) => boolean): void {
  const group = { ...vpc, id: defaultOf(vpc, 'DefaultSecurityGroup') }
  if (isNamed(group.id) && !putting.byRef.has(group.id))
    say(putting, vpc, 'SecurityGroups', {
      GroupId: group.id,
      GroupName: 'default',
      Description: 'default VPC security group',
      VpcId: vpc.id,
      OwnerId: vpc.account,
      IpPermissions: [
        { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group.id }] },
        ...rulesOf(putting, group, INGRESS, []),
      ],
      IpPermissionsEgress: [
        ...(naming(putting, EGRESS, 'GroupId', group.id).length > 0 ? [] : [ALL_OUT]),
        ...rulesOf(putting, group, EGRESS, []),
      ],
    })
  const acl = { ...vpc, id: defaultOf(vpc, 'DefaultNetworkAcl') }
  if (!isNamed(acl.id) || putting.byRef.has(acl.id)) return
  const added = entriesOf(putting, acl)
  say(putting, vpc, 'NetworkAcls', {
    NetworkAclId: acl.id,
    IsDefault: true,
    VpcId: vpc.id,
    OwnerId: vpc.account,
    Entries: added && [...ALL_PASS, ...added],
    Associations: [],
  })
}

/** What AWS puts into a VPC's default ACL. Source: VPC guide, default network ACL: the entries of IPv6 come with a VPC's first block of it. */
const ALL_PASS = [false, true].flatMap((Egress) => [
  { Egress, RuleNumber: 100, RuleAction: 'allow', Protocol: '-1', CidrBlock: '0.0.0.0/0' },
  { Egress, RuleNumber: 101, RuleAction: 'allow', Protocol: '-1', Ipv6CidrBlock: '::/0' },
])

/** The entries of an ACL; of one with an entry that is not known nothing can be told, since the lowest number that matches decides: undefined. */
function entriesOf(putting: Putting, acl: StackResource): readonly object[] | undefined {
  const entries = naming(putting, 'AWS::EC2::NetworkAclEntry', 'NetworkAclId', acl.id)
  for (const one of entries) {
    const why = reasonIn(one.properties)
    if (why !== null) return tell(putting, acl, 'skipped', `its entry ${one.id} is not known: ${why}`)
  }
  return entries.map(({ properties }) => {
    const range = recordsOf(properties.PortRange)[0]
    const icmp = recordsOf(properties.Icmp)[0]
    return {
      Egress: flagOf(properties.Egress) ?? false,
      RuleNumber: numberOf(properties.RuleNumber) ?? undefined,
      RuleAction: textOf(properties.RuleAction) ?? undefined,
      Protocol: textOf(properties.Protocol) ?? '-1',
      CidrBlock: blockOf(properties.CidrBlock) ?? undefined,
      Ipv6CidrBlock: blockOf(properties.Ipv6CidrBlock) ?? undefined,
      PortRange: range && { From: numberOf(range.From), To: numberOf(range.To) ?? numberOf(range.From) },
      IcmpTypeCode: icmp && { Type: numberOf(icmp.Type) ?? -1, Code: numberOf(icmp.Code) ?? -1 },
    }
  })
}

function putAcl(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  const associations = naming(putting, 'AWS::EC2::SubnetNetworkAclAssociation', 'NetworkAclId', id)
  say(putting, resource, 'NetworkAcls', {
    NetworkAclId: id,
    IsDefault: isDefaultOf(putting, id, 'DefaultNetworkAcl'),
    VpcId: idOf(properties.VpcId) ?? undefined,
    OwnerId: account,
    Entries: entriesOf(putting, resource),
    Associations: associations.map((one) => ({ SubnetId: idOf(one.properties.SubnetId) })),
    Tags: tagsOf(resource),
  })
}

const ACL: Owner = {
  what: 'network ACL',
  // the API replaces what is there
  ofTwo: 'which of them AWS makes last is not known',
  member: 'NetworkAclId',
  isThere: (putting, id) =>
    isDefaultOf(putting, id, 'DefaultNetworkAcl') || isDescribed(putting, 'NetworkAcls', 'NetworkAclId', id),
}

function putList(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  say(putting, resource, 'ManagedPrefixLists', {
    PrefixListId: id,
    PrefixListName: textOf(properties.PrefixListName) ?? id,
    Tags: tagsOf(resource),
  })
  if (isUnknown(properties.Entries))
    return tell(putting, resource, 'unknown', `its Entries are not known: ${properties.Entries.unknown}`)
  say(putting, resource, 'ManagedPrefixListEntries', {
    PrefixListId: id,
    Entries: recordsOf(properties.Entries).map((one) => ({
      Cidr: blockOf(one.Cidr) ?? NOT_KNOWN,
      Description: textOf(one.Description) ?? undefined,
    })),
  })
}

export const filters: Readonly<Record<string, ResourceType>> = {
  [GROUP]: type(['GroupDescription', 'GroupName', 'VpcId', 'SecurityGroupIngress', 'SecurityGroupEgress'], putGroup, {
    attributes: { GroupId: ({ id }) => id, Id: ({ id }) => id, VpcId: (one) => one.property('VpcId') },
  }),
  [INGRESS]: type(['GroupId', 'GroupName', ...RULE], ofGroup, { attributes: { Id: ({ id }) => id } }),
  [EGRESS]: type(['GroupId', ...RULE], ofGroup, { attributes: { Id: ({ id }) => id } }),
  'AWS::EC2::NetworkAcl': type(['VpcId'], putAcl, { attributes: { Id: ({ id }) => id } }),
  'AWS::EC2::NetworkAclEntry': type(
    [
      'NetworkAclId',
      'RuleNumber',
      'Egress',
      'Protocol',
      'RuleAction',
      'CidrBlock',
      'Ipv6CidrBlock',
      'PortRange',
      'Icmp',
    ],
    belongsTo(ACL),
    { attributes: { Id: ({ id }) => id } },
  ),
  'AWS::EC2::SubnetNetworkAclAssociation': type(['SubnetId', 'NetworkAclId'], givesToSubnet(ACL, 'NetworkAcls'), {
    attributes: { AssociationId: ({ id }) => id },
  }),
  'AWS::EC2::PrefixList': type(['PrefixListName', 'AddressFamily', 'MaxEntries', 'Entries'], putList, {
    attributes: { PrefixListId: ({ id }) => id, OwnerId: ({ account }) => account },
  }),
  'AWS::EC2::SecurityGroupVpcAssociation': type(['GroupId', 'VpcId'], readElsewhere),
}
