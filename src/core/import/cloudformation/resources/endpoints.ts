import { hexOf } from '../../../base/hash.ts'
import { notImported } from '../../../model/notImported.ts'
import { arnOf } from '../arnOf.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { documentText } from './policyOn.ts'
import { allOf, anyOf, draw, lacks, naming, readElsewhere, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idOf, idsOf, isUnknown, listOf, textOf, textsOf } from './values.ts'
import { zoneOf } from './vpc.ts'

const ENDPOINT = 'AWS::EC2::VPCEndpoint'
const SERVICE = 'AWS::EC2::VPCEndpointService'

/** The part of its names that tells an endpoint from all others. */
const labelOf = (id: string): string => `vpce-0${hexOf(id, 16)}-${hexOf(`name ${id}`, 8)}`
/** `com.amazonaws.vpce.REGION.ID`: the service of the stacks that a name means. */
const ownService = (name: string): string | null => /\.vpce\.[a-z0-9-]+\.(.+)$/.exec(name)?.[1] ?? null

/** Names that stand for those of an endpoint, the regional one first and then one for each zone. Source: CloudFormation reference, VPCEndpoint, DnsEntries. */
function namesOf(id: string, service: string, region: string, zones: readonly string[]): readonly string[] {
  const star = service.endsWith('.s3') ? '*.' : ''
  const rest = `${service.split('.').at(-1)!.toLowerCase()}.${region}.vpce.${partitionOf(region).suffix}`
  return ['', ...zones.map((zone) => `-${zone}`)].map((zone) => `${star}${labelOf(id)}${zone}.${rest}`)
}

function dnsEntries(one: Referred): Evaluated {
  const service = textOf(one.property('ServiceName'))
  if (service === null) return { unknown: `the names of ${one.id}` }
  const region = textOf(one.property('ServiceRegion')) ?? one.region
  const subnets = one.others('AWS::EC2::Subnet')
  const zones = idsOf(one.property('SubnetIds')).flatMap((id) => {
    const subnet = subnets.find((other) => other.id === id)
    return subnet ? (textOf(zoneOf(subnet)) ?? []) : []
  })
  return namesOf(one.id, service, region, region === one.region ? zones : []).map((name) => `Z00000000ENDPOINT:${name}`)
}

/** Whether AWS waits for the provider: only of a service of the stacks that can be told; null = it is not known. */
function stateOf(putting: Putting, resource: StackResource, service: string | null): string | null {
  const own = service === null ? null : ownService(service)
  if (own === null) return 'available'
  const provider = putting.byRef.get(own)
  if (provider?.type !== SERVICE) {
    tell(putting, resource, 'assumed', `its provider has accepted it: ${service} is in none of the files`)
    return 'available'
  }
  const isLetIn = isAllowed(putting, provider, resource.account)
  if (isLetIn === null) return null
  if (!isLetIn) {
    tell(putting, resource, 'assumed', `AWS does not make it: ${own} does not let account ${resource.account} in`)
    return 'failed'
  }
  return (flagOf(provider.properties.AcceptanceRequired) ?? true) ? 'pendingAcceptance' : 'available'
}

/** Whether an account may make endpoints for a service: its owner, and whom a permission names; null = it is not known. */
function isAllowed(putting: Putting, { id, account: owner }: StackResource, account: string): boolean | null {
  if (account === owner) return true
  const principals = naming(putting, 'AWS::EC2::VPCEndpointServicePermissions', 'ServiceId', id).flatMap(
    ({ properties }) => listOf(properties.AllowedPrincipals),
  )
  if (textsOf(principals).some((text) => text === '*' || text.includes(account))) return true
  return principals.some(isUnknown) ? null : false
}

/** CloudFormation has words where the API says yes or no; unsaid, it is yes with private DNS. Source: CloudFormation reference, DnsOptionsSpecification. */
function onlyInbound(service: string | null, privateDns: boolean, options: Properties): boolean {
  const word = textOf(options.PrivateDnsOnlyForInboundResolverEndpoint)
  if (word === 'OnlyInboundResolver' || word?.toLowerCase() === 'true') return true
  if (word === 'AllResolvers' || word?.toLowerCase() === 'false') return false
  return privateDns && (service?.endsWith('.s3') ?? false)
}

/** Properties that decide what an endpoint is: without one of them it cannot be drawn. */
const DECIDING = [
  'VpcEndpointType',
  'ServiceName',
  'PrivateDnsEnabled',
  'IpAddressType',
  'DnsOptions',
  'ServiceRegion',
] as const

/** An endpoint that cannot be drawn and may take over names: what any name leads to in its VPC cannot be told, as below a Profile of which nobody says what it shares. */
function leaveNamesOpen({ properties, ...rest }: StackResource, putting: Putting): undefined {
  const mayTake = properties.PrivateDnsEnabled !== undefined && flagOf(properties.PrivateDnsEnabled) !== false
  const vpc = idOf(properties.VpcId)
  if (!mayTake || vpc === null || textOf(properties.VpcEndpointType) === 'Gateway') return
  const names = notImported(`names-of-${rest.id}`)
  draw(
    putting,
    { properties, ...rest },
    {
      kind: 'route-53-profile',
      id: names,
      name: `Names that ${rest.id} may take over, not known`.slice(0, 120),
      region: rest.region,
      account: rest.account,
      vpcs: [vpc],
      hostedZones: [names],
    },
  )
}

/** Source: CloudFormation reference, VPCEndpoint: a gateway one without private DNS unless said. */
function putEndpoint(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account, region } = resource
  if (lacks(putting, resource, ...DECIDING)) return leaveNamesOpen(resource, putting)
  const kind = textOf(properties.VpcEndpointType) ?? 'Gateway'
  const service = textOf(properties.ServiceName)
  const options = fieldsOf(properties.DnsOptions)
  const privateDns = flagOf(properties.PrivateDnsEnabled) ?? false
  const addressType = textOf(properties.IpAddressType)
  const record = textOf(options.DnsRecordIpType)
  const provider = service === null ? null : ownService(service)
  if (
    provider !== null &&
    putting.byRef.get(provider)?.properties.AcceptanceRequired !== undefined &&
    lacksOf(putting, resource, provider)
  )
    return leaveNamesOpen(resource, putting)
  const state = textOf(resource.stated?.State) ?? stateOf(putting, resource, service)
  if (state === null) {
    tell(putting, resource, 'skipped', `whether its service ${provider} lets account ${account} in is not known`)
    return leaveNamesOpen(resource, putting)
  }
  const serviceRegion = textOf(properties.ServiceRegion)
  const given = textsOf(resource.stated?.DnsNames)
  const made = kind === 'Interface' && service !== null ? namesOf(id, service, serviceRegion ?? region, []) : []
  say(putting, resource, 'VpcEndpoints', {
    VpcEndpointId: id,
    VpcId: idOf(properties.VpcId) ?? undefined,
    OwnerId: account,
    VpcEndpointType: kind,
    ServiceName: service ?? undefined,
    ServiceRegion: serviceRegion ?? undefined,
    State: state,
    SubnetIds: idsOf(properties.SubnetIds),
    Groups: idsOf(properties.SecurityGroupIds).map((GroupId) => ({ GroupId })),
    RouteTableIds: idsOf(properties.RouteTableIds),
    PrivateDnsEnabled: privateDns,
    IpAddressType: addressType === 'not-specified' ? undefined : (addressType ?? undefined),
    DnsOptions: {
      DnsRecordIpType: record === 'not-specified' ? undefined : (record ?? undefined),
      PrivateDnsOnlyForInboundResolverEndpoint: onlyInbound(service, privateDns, options),
      PrivateDnsPreference: textOf(options.PrivateDnsPreference) ?? undefined,
      PrivateDnsSpecifiedDomains: textsOf(options.PrivateDnsSpecifiedDomains),
    },
    DnsEntries: (given.length > 0 ? given : made).map((DnsName) => ({ DnsName })),
    PolicyDocument: documentText(properties.PolicyDocument) ?? undefined,
    ResourceConfigurationArn: idOf(properties.ResourceConfigurationArn) ?? undefined,
    ServiceNetworkArn: idOf(properties.ServiceNetworkArn) ?? undefined,
    Tags: tagsOf(resource),
  })
}

function lacksOf(putting: Putting, resource: StackResource, provider: string): boolean {
  const said = putting.byRef.get(provider)?.properties.AcceptanceRequired
  if (flagOf(said) !== null) return false
  tell(putting, resource, 'skipped', `whether its service ${provider} has to accept it is not known`)
  return true
}

/** Without a word connections wait for the provider. Source: awsdocs/amazon-vpc-user-guide#1, as seen on AWS; moto does the same. */
function putService(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'AcceptanceRequired')) return
  say(putting, resource, 'ServiceConfigurations', {
    ServiceId: id,
    ServiceState: 'Available',
    OwnerId: account,
    AcceptanceRequired: flagOf(properties.AcceptanceRequired) ?? true,
    NetworkLoadBalancerArns: idsOf(properties.NetworkLoadBalancerArns),
    GatewayLoadBalancerArns: idsOf(properties.GatewayLoadBalancerArns),
    SupportedIpAddressTypes: textsOf(properties.SupportedIpAddressTypes),
    SupportedRegions: textsOf(properties.SupportedRegions).map((Region) => ({ Region })),
    PayerResponsibility: textOf(properties.PayerResponsibility) ?? undefined,
    PrivateDnsName: textOf(resource.stated?.PrivateDnsName) ?? undefined,
    PrivateDnsNameConfiguration: resource.stated?.PrivateDnsNameConfiguration,
    Tags: tagsOf(resource),
  })
  const permissions = naming(putting, 'AWS::EC2::VPCEndpointServicePermissions', 'ServiceId', id)
  for (const one of permissions) lacks(putting, one, 'AllowedPrincipals')
  say(putting, resource, 'ServicePermissions', {
    ServiceId: id,
    AllowedPrincipals: permissions.flatMap((one) =>
      textsOf(one.properties.AllowedPrincipals).map((Principal) => ({ Principal })),
    ),
  })
}

function putNotification(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const ServiceId = idOf(properties.ServiceId)
  if (ServiceId === null)
    return tell(putting, resource, 'unused', 'it is of no service: nothing in the network hangs on notifications')
  say(putting, resource, 'ConnectionNotificationSet', {
    ConnectionNotificationId: id,
    ServiceId,
    ConnectionNotificationArn: topicOf(putting, properties.ConnectionNotificationArn),
    ConnectionEvents: textsOf(properties.ConnectionEvents),
  })
}
function topicOf(putting: Putting, value: Evaluated | undefined): string | undefined {
  const topic = referred(putting, value)
  const text = textOf(value)
  if (!topic) return text ?? undefined
  return text?.startsWith('arn:') ? text : arnOf(topic, 'sns', topic.id)
}

/** Private APIs are reached by execute-api endpoints alone. */
/** Source: CloudFormation reference, RestApi: edge-optimised unless said; API Gateway guide, HTTP and WebSocket APIs: Regional. */
function putApi(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account, region } = resource
  const configuration = fieldsOf(properties.EndpointConfiguration)
  if (lacks(putting, resource, 'EndpointConfiguration', 'DisableExecuteApiEndpoint')) return
  const [kind = resource.type === REST_API ? 'EDGE' : 'REGIONAL'] = textsOf(configuration.Types)
  draw(putting, resource, {
    kind: 'api-gateway-api',
    id,
    name: textOf(properties.Name) ?? id,
    region,
    account,
    // by `Metadata.Hopwise.ids` where it says one, else made up of the logical id
    apiId: awsIdOf(putting, resource) ?? id.toLowerCase().replaceAll('.', '-'),
    endpointType: kind.toLowerCase(),
    endpoints: idsOf(configuration.VpcEndpointIds),
    customDomains: domainsOf(putting, id),
    defaultEndpoint: flagOf(properties.DisableExecuteApiEndpoint) !== true,
    authorizationType: authorizationOf(putting, resource),
    policy: documentText(properties.Policy),
  })
}
const AUTHORIZATIONS = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const
/** How all methods of an API know who calls; what an imported definition says of it is not read. Source: CloudFormation reference, Method. */
function authorizationOf(putting: Putting, { id, properties }: StackResource): string {
  const methods = naming(putting, 'AWS::ApiGateway::Method', 'RestApiId', id)
  const said = new Set(methods.map((one) => textOf(one.properties.AuthorizationType ?? 'NONE')))
  const [only] = said
  const isWhole = said.size === 1 && properties.Body === undefined && properties.BodyS3Location === undefined
  return (isWhole && AUTHORIZATIONS.find((one) => one === only)) || 'unknown'
}
/** The id that the template says AWS gave. */
const awsIdOf = ({ stacks }: Putting, resource: StackResource): string | undefined =>
  stacks.find(({ resources }) => resources.includes(resource))?.metadata?.ids[resource.logicalId]

function domainsOf(putting: Putting, api: string): readonly string[] {
  const mappings = ['AWS::ApiGateway::BasePathMapping', 'AWS::ApiGatewayV2::ApiMapping'].flatMap((one) =>
    allOf(putting, one),
  )
  return mappings.flatMap(({ properties: { RestApiId, ApiId, DomainName } }) =>
    idOf(RestApiId ?? ApiId) === api || textOf(RestApiId ?? ApiId) === api.toLowerCase()
      ? (textOf(DomainName) ?? [])
      : [],
  )
}

const REST_API = 'AWS::ApiGateway::RestApi'
const apiId = ({ id }: Referred): string => id.toLowerCase().replaceAll('.', '-')

export const endpoints: Readonly<Record<string, ResourceType>> = {
  [ENDPOINT]: type(
    [
      'VpcId',
      'VpcEndpointType',
      'ServiceName',
      'ServiceRegion',
      'SubnetIds',
      'SecurityGroupIds',
      'RouteTableIds',
      'PrivateDnsEnabled',
      'DnsOptions',
      'IpAddressType',
      'PolicyDocument',
      'ResourceConfigurationArn',
      'ServiceNetworkArn',
    ],
    putEndpoint,
    {
      attributes: {
        Id: ({ id }) => id,
        CreationTimestamp: () => '',
        DnsEntries: dnsEntries,
        NetworkInterfaceIds: (one) => idsOf(one.property('SubnetIds')).map((subnet) => `${one.id}.${subnet}`),
      },
    },
  ),
  [SERVICE]: type(
    [
      'AcceptanceRequired',
      'NetworkLoadBalancerArns',
      'GatewayLoadBalancerArns',
      'SupportedIpAddressTypes',
      'SupportedRegions',
      'PayerResponsibility',
      'ContributorInsightsEnabled',
    ],
    putService,
    { attributes: { ServiceId: ({ id }) => id } },
  ),
  'AWS::EC2::VPCEndpointServicePermissions': type(['ServiceId', 'AllowedPrincipals'], (resource, putting) => {
    if (!referred(putting, resource.properties.ServiceId))
      tell(putting, resource, 'skipped', 'its service is in none of the files')
  }),
  'AWS::EC2::VPCEndpointConnectionNotification': type(
    ['ServiceId', 'VPCEndpointId', 'ConnectionNotificationArn', 'ConnectionEvents'],
    putNotification,
    { attributes: { VPCEndpointConnectionNotificationId: ({ id }) => id } },
  ),
  [REST_API]: type(
    [
      'Name',
      'EndpointConfiguration',
      'Policy',
      'DisableExecuteApiEndpoint',
      'Description',
      'Body',
      'BodyS3Location',
      'BinaryMediaTypes',
      'FailOnWarnings',
      'MinimumCompressionSize',
      'Mode',
      'Parameters',
      'ApiKeySourceType',
      'CloneFrom',
    ],
    putApi,
    {
      ref: apiId,
      attributes: {
        RestApiId: apiId,
        RootResourceId: ({ id }) => `${id}.root`,
      },
    },
  ),
  'AWS::ApiGateway::BasePathMapping': type(['DomainName', 'RestApiId', 'BasePath', 'Stage', 'Id'], readElsewhere),
  'AWS::ApiGatewayV2::Api': anyOf(putApi, {
    ref: apiId,
    attributes: {
      ApiId: apiId,
      ApiEndpoint: (one) => `https://${apiId(one)}.execute-api.${one.region}.${partitionOf(one.region).suffix}`,
    },
  }),
  'AWS::ApiGatewayV2::ApiMapping': type(['DomainName', 'ApiId', 'ApiMappingKey', 'Stage'], readElsewhere),
}
