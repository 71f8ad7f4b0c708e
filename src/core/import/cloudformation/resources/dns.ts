import { NOT_KNOWN } from '../../../model/notImported.ts'
import { parseAddress } from '../../../net/address.ts'
import { arnOf } from '../arnOf.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { vpcOfSubnet } from './interfaces.ts'
import { allOf, calledBy, lacks, naming, readElsewhere, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { blockOf, fieldsOf, idOf, idsOf, listOf, numberOf, reasonIn, recordsOf, textOf, textsOf } from './values.ts'

const ZONE = 'AWS::Route53::HostedZone'
const RECORD = 'AWS::Route53::RecordSet'
const GROUP = 'AWS::Route53::RecordSetGroup'

const withoutDot = (name: string | null): string | null => name?.toLowerCase().replace(/(?<=.)\.$/, '') ?? null

/** The zone that a record set, or a group of them, belongs to: by its id, or by its name where a template has one of that name. */
function zoneOf(putting: Putting, { HostedZoneId, HostedZoneName }: Properties): StackResource | null {
  const named = referred(putting, HostedZoneId)
  if (named) return named
  const name = withoutDot(textOf(HostedZoneName))
  return name === null
    ? null
    : (allOf(putting, ZONE).find((one) => withoutDot(textOf(one.properties.Name)) === name) ?? null)
}

interface RecordSet {
  readonly at: StackResource
  readonly set: Properties
}

/** Every record set of the stacks with the zone that it is in. */
const sets = new WeakMap<Putting, ReadonlyMap<string, readonly RecordSet[]>>()
function setsOf(putting: Putting, zone: string): readonly RecordSet[] {
  let found = sets.get(putting)
  if (!found) {
    const byZone = new Map<string, RecordSet[]>()
    const keep = (at: StackResource, set: Properties, of: Properties) => {
      const id = zoneOf(putting, of)?.id ?? ''
      const list = byZone.get(id)
      if (list) list.push({ at, set })
      else byZone.set(id, [{ at, set }])
    }
    for (const one of allOf(putting, RECORD)) keep(one, one.properties, one.properties)
    for (const one of allOf(putting, GROUP))
      for (const set of listOf(one.properties.RecordSets))
        keep(
          one,
          reasonIn(set) === null ? fieldsOf(set) : (set as Properties),
          zoneOf(putting, one.properties) ? one.properties : fieldsOf(set),
        )
    found = byZone
    sets.set(putting, found)
  }
  return found.get(zone) ?? []
}

/** A name that only an endpoint of the stacks has. */
const OF_ENDPOINT = /^(?:\*\.)?vpce-0[0-9a-f]{16}-[0-9a-f]{8}\./

/** A record set as `list-resource-record-sets` has it. A CNAME for an endpoint is an alias to it: its names are made anew. One for a database leads to its address. */
function recordOf(set: Properties): object {
  const values = listOf(set.ResourceRecords).flatMap(
    (one) => textOf(typeof one === 'object' ? fieldsOf(one).Value : one) ?? [],
  )
  const type = textOf(set.Type) ?? ''
  const target = fieldsOf(set.AliasTarget).DNSName
  const leads = type === 'CNAME' && values[0] !== undefined && OF_ENDPOINT.test(values[0]) ? values[0] : textOf(target)
  const isAddress = values.length > 0 && values.every((one) => parseAddress(one) !== null)
  return {
    Name: textOf(set.Name) ?? undefined,
    Type: type === 'CNAME' && (leads !== null || isAddress) ? 'A' : type,
    ResourceRecords: leads === null ? values.map((Value) => ({ Value })) : undefined,
    AliasTarget: leads === null ? undefined : { DNSName: leads },
  }
}

/** A zone with its records; one whose records or VPCs are not all known says so. */
function putZone(resource: StackResource, putting: Putting): undefined {
  const { id, properties, region } = resource
  const why = reasonIn(properties.Name)
  if (why !== null) return tell(putting, resource, 'skipped', `its Name is not known: ${why}`)
  const vpcs = recordsOf(properties.VPCs)
  const isPrivate = properties.VPCs !== undefined && listOf(properties.VPCs).length > 0
  say(putting, resource, 'HostedZones', {
    Id: id,
    Name: textOf(properties.Name) ?? undefined,
    Config: { PrivateZone: isPrivate },
  })
  if (reasonIn(properties.VPCs) === null)
    say(putting, resource, 'HostedZoneDetails', {
      HostedZone: { Id: id, Name: textOf(properties.Name), Config: { PrivateZone: isPrivate } },
      VPCs: vpcs.map((one) => ({ VPCId: idOf(one.VPCId), VPCRegion: textOf(one.VPCRegion) ?? region })),
    })
  const all = setsOf(putting, id)
  const known = all.filter(({ at, set }) => {
    const lost = reasonIn(set)
    if (lost !== null) tell(putting, at, 'unknown', `a record of ${id} is not known: ${lost}`)
    return lost === null
  })
  say(putting, resource, 'HostedZoneRecords', {
    HostedZoneId: id,
    IsTruncated: known.length < all.length,
    ResourceRecordSets: known.map(({ set }) => recordOf(set)),
  })
}

/** Records of a zone that no template makes add to what nobody has described. */
const ofZone: ResourceType['put'] = (resource, putting) => {
  const { properties } = resource
  const of = [properties, ...recordsOf(properties.RecordSets)]
  if (of.every((one) => zoneOf(putting, one) === null))
    tell(
      putting,
      resource,
      'skipped',
      `its hosted zone ${textOf(properties.HostedZoneName) ?? idOf(properties.HostedZoneId) ?? ''} is in none of the files`,
    )
}

/** A private zone that Cloud Map fills while services run. */
function putNamespace(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'Name', 'Vpc')) return
  say(putting, resource, 'HostedZones', { Id: id, Name: textOf(properties.Name), Config: { PrivateZone: true } })
  say(putting, resource, 'HostedZoneDetails', {
    HostedZone: { Id: id, Name: textOf(properties.Name), Config: { PrivateZone: true } },
    VPCs: [{ VPCId: idOf(properties.Vpc) }],
  })
}

function putResolver(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'Direction')) return
  const addresses = recordsOf(properties.IpAddresses)
  const vpc = addresses.map((one) => vpcOfSubnet(putting, idOf(one.SubnetId))).find((one) => one !== null)
  say(putting, resource, 'ResolverEndpoints', {
    Id: id,
    Name: calledBy(resource, 'Name'),
    HostVPCId: vpc ?? undefined,
    Direction: textOf(properties.Direction) ?? undefined,
    SecurityGroupIds: idsOf(properties.SecurityGroupIds),
  })
  say(putting, resource, 'ResolverEndpointIpAddresses', {
    ResolverEndpointId: id,
    IpAddresses: addresses.map((one) => ({ SubnetId: idOf(one.SubnetId), Ip: textOf(one.Ip) ?? undefined })),
  })
}

function putRule(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'RuleType', 'DomainName')) return
  say(putting, resource, 'ResolverRules', {
    Id: id,
    Name: textOf(properties.Name) ?? undefined,
    OwnerId: account,
    RuleType: textOf(properties.RuleType) ?? undefined,
    DomainName: textOf(properties.DomainName) ?? undefined,
    ResolverEndpointId: idOf(properties.ResolverEndpointId) ?? undefined,
    TargetIps: recordsOf(properties.TargetIps).map((one) => ({
      Ip: blockOf(one.Ip) ?? (one.Ipv6 === undefined ? NOT_KNOWN : undefined),
      Ipv6: blockOf(one.Ipv6) ?? undefined,
      Port: numberOf(one.Port) ?? undefined,
    })),
    Tags: tagsOf(resource),
  })
}

function putDomains(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  say(putting, resource, 'FirewallDomainLists', { Id: id, Name: textOf(properties.Name) ?? id })
  if (properties.Domains === undefined || reasonIn(properties.Domains) !== null) return
  say(putting, resource, 'FirewallDomains', { FirewallDomainListId: id, Domains: textsOf(properties.Domains) })
}

const RULE = [
  'FirewallDomainListId',
  'Priority',
  'Action',
  'BlockResponse',
  'BlockOverrideDomain',
  'FirewallDomainRedirectionAction',
  'Qtype',
  'DnsThreatProtection',
  'Name',
] as const

function putFilterGroup(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'FirewallRules')) return
  for (const rule of recordsOf(properties.FirewallRules)) referred(putting, rule.FirewallDomainListId)
  say(putting, resource, 'FirewallRuleGroups', { Id: id, Name: calledBy(resource, 'Name'), OwnerId: account })
  say(putting, resource, 'FirewallRuleLists', {
    FirewallRuleGroupId: id,
    FirewallRules: recordsOf(properties.FirewallRules).map((rule) =>
      Object.fromEntries(
        RULE.flatMap((name): [string, string][] => {
          const text = name === 'FirewallDomainListId' ? idOf(rule[name]) : textOf(rule[name])
          return text === null ? [] : [[name, text]]
        }),
      ),
    ),
  })
}

const idAttribute = (name: string) => ({ [name]: ({ id }: { readonly id: string }): Evaluated => id })
const resolverArn =
  (what: string) =>
  (one: Referred): Evaluated =>
    arnOf(one, 'route53resolver', `${what}/${one.id}`)

export const dns: Readonly<Record<string, ResourceType>> = {
  [ZONE]: type(
    ['Name', 'VPCs', 'HostedZoneConfig', 'HostedZoneTags', 'QueryLoggingConfig', 'HostedZoneFeatures'],
    putZone,
    {
      attributes: {
        Id: ({ id }) => id,
        NameServers: () => ['ns-1.example.net', 'ns-2.example.net', 'ns-3.example.net', 'ns-4.example.net'],
      },
    },
  ),
  [RECORD]: type(
    [
      'HostedZoneId',
      'HostedZoneName',
      'Name',
      'Type',
      'TTL',
      'ResourceRecords',
      'AliasTarget',
      'Weight',
      'SetIdentifier',
      'Region',
      'Failover',
      'GeoLocation',
      'MultiValueAnswer',
      'HealthCheckId',
      'Comment',
      'CidrRoutingConfig',
      'GeoProximityLocation',
    ],
    ofZone,
    { ref: (one) => one.property('Name') },
  ),
  [GROUP]: type(['HostedZoneId', 'HostedZoneName', 'RecordSets', 'Comment'], ofZone),
  'AWS::ServiceDiscovery::PrivateDnsNamespace': type(['Name', 'Vpc', 'Description', 'Properties'], putNamespace, {
    attributes: { Id: ({ id }) => id, HostedZoneId: ({ id }) => id, Arn: ({ id }) => id },
  }),
  'AWS::ServiceDiscovery::Service': type(
    [
      'Name',
      'NamespaceId',
      'DnsConfig',
      'Description',
      'HealthCheckConfig',
      'HealthCheckCustomConfig',
      'Type',
      'ServiceAttributes',
    ],
    readElsewhere,
    { attributes: { Id: ({ id }) => id, Arn: ({ id }) => id, Name: (one) => one.property('Name') } },
  ),
  'AWS::Route53Resolver::ResolverEndpoint': type(
    [
      'Direction',
      'IpAddresses',
      'SecurityGroupIds',
      'Name',
      'ResolverEndpointType',
      'Protocols',
      'OutpostArn',
      'PreferredInstanceType',
    ],
    putResolver,
    { attributes: { ...idAttribute('ResolverEndpointId'), Arn: resolverArn('resolver-endpoint') } },
  ),
  'AWS::Route53Resolver::ResolverRule': type(
    ['RuleType', 'DomainName', 'ResolverEndpointId', 'TargetIps', 'Name', 'DelegationRecord'],
    putRule,
    { attributes: { ...idAttribute('ResolverRuleId'), Arn: resolverArn('resolver-rule') } },
  ),
  'AWS::Route53Resolver::ResolverRuleAssociation': type(
    ['ResolverRuleId', 'VPCId', 'Name'],
    (resource, putting) => {
      const rule = idOf(resource.properties.ResolverRuleId)
      if (!referred(putting, resource.properties.ResolverRuleId))
        tell(putting, resource, 'unknown', `its rule ${rule} is in none of the files: what it forwards is not known`)
      say(putting, resource, 'ResolverRuleAssociations', {
        Id: resource.id,
        ResolverRuleId: rule,
        VPCId: idOf(resource.properties.VPCId),
      })
    },
    { attributes: idAttribute('ResolverRuleAssociationId') },
  ),
  'AWS::Route53Resolver::FirewallDomainList': type(['Domains', 'DomainFileUrl', 'Name'], putDomains, {
    attributes: { ...idAttribute('Id'), Arn: resolverArn('firewall-domain-list') },
  }),
  'AWS::Route53Resolver::FirewallRuleGroup': type(['FirewallRules', 'Name'], putFilterGroup, {
    attributes: { ...idAttribute('Id'), Arn: resolverArn('firewall-rule-group') },
  }),
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': type(
    ['FirewallRuleGroupId', 'VpcId', 'Priority', 'MutationProtection', 'Name'],
    (resource, putting) =>
      say(putting, resource, 'FirewallRuleGroupAssociations', {
        Id: resource.id,
        FirewallRuleGroupId: idOf(resource.properties.FirewallRuleGroupId),
        VpcId: idOf(resource.properties.VpcId),
        Priority: numberOf(resource.properties.Priority) ?? undefined,
        Status: 'COMPLETE',
      }),
    { attributes: idAttribute('Id') },
  ),
  'AWS::Route53Profiles::Profile': type(
    ['Name'],
    (resource, putting) => {
      const { id, properties, account } = resource
      const shared = naming(putting, 'AWS::Route53Profiles::ProfileResourceAssociation', 'ProfileId', id)
      say(putting, resource, 'ProfileSummaries', { Id: id, Name: textOf(properties.Name) ?? id, OwnerId: account })
      say(putting, resource, 'ProfileResources', {
        ProfileId: id,
        ProfileResourceAssociations: shared.map((one) => ({
          ResourceArn: textOf(one.properties.ResourceArn) ?? '',
          ResourceProperties: textOf(one.properties.ResourceProperties) ?? undefined,
        })),
      })
    },
    {
      attributes: {
        ...idAttribute('Id'),
        Arn: (one) => arnOf(one, 'route53profiles', `profile/${one.id}`),
      },
    },
  ),
  'AWS::Route53Profiles::ProfileAssociation': type(
    ['ProfileId', 'ResourceId', 'Name', 'Arn'],
    (resource, putting) =>
      say(putting, resource, 'ProfileAssociations', {
        Id: resource.id,
        ProfileId: idOf(resource.properties.ProfileId),
        ResourceId: idOf(resource.properties.ResourceId),
        Status: 'COMPLETE',
      }),
    { attributes: idAttribute('Id') },
  ),
  'AWS::Route53Profiles::ProfileResourceAssociation': type(
    ['ProfileId', 'ResourceArn', 'ResourceProperties', 'Name'],
    readElsewhere,
    { attributes: idAttribute('Id') },
  ),
}
