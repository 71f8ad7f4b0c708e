import { notImported } from '../../../model/notImported.ts'
import { parseAddress } from '../../../net/address.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, StackResource } from '../stack.ts'
import { clientIds } from './clients.ts'
import { serviceSubnets } from './containers.ts'
import { groupSubnets } from './instances.ts'
import { vpcOfSubnet } from './interfaces.ts'
import { putListener } from './putListener.ts'
import { allOf, calledBy, draw, lacks, naming, readElsewhere, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idOf, idsOf, isUnknown, listOf, numberOf, reasonIn, recordsOf, textOf } from './values.ts'

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer'
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener'
const CLASSIC = 'AWS::ElasticLoadBalancing::LoadBalancer'

/** The name in public DNS that a balancer is told to have. Source: Elastic Load Balancing guides, DNS names. */
function dnsNameOf({ id, region, property }: Pick<Referred, 'id' | 'region' | 'property'>): string {
  const given = textOf(property('DNSName'))
  if (given !== null) return given
  const own = id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const isNetwork = textOf(property('Type')) === 'network'
  const inner = textOf(property('Scheme')) === 'internal' && !isNetwork ? 'internal-' : ''
  const { suffix } = partitionOf(region)
  return isNetwork ? `${own}.elb.${region}.${suffix}` : `${inner}${own}.${region}.elb.${suffix}`
}
const propertiesOf =
  ({ properties, stated }: StackResource) =>
  (name: string): Evaluated =>
    properties[name] ?? stated?.[name] ?? null

const attributesOf = (value: Evaluated | undefined): readonly object[] =>
  recordsOf(value).map((one) => ({ Key: textOf(one.Key) ?? undefined, Value: textOf(one.Value) ?? undefined }))

/** Attributes that decide which targets get a packet, and whose address they see. */
const BALANCING = ['load_balancing.cross_zone.enabled', 'preserve_client_ip.enabled', 'proxy_protocol_v2.enabled']

/** Whether one of these is not known; then the resource is left out, which is told. */
function lacksAttribute(putting: Putting, resource: StackResource, member: string): boolean {
  const attributes = listOf(resource.properties[member])
  const open = attributes.find((one) => {
    const key = textOf(fieldsOf(one).Key)
    return reasonIn(one) !== null && (key === null || BALANCING.includes(key))
  })
  if (open !== undefined) tell(putting, resource, 'skipped', `its ${member} are not known: ${reasonIn(open)}`)
  return open !== undefined
}

/** Source: CloudFormation reference, LoadBalancer: an internet-facing application one unless said. */
function putBalancer(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'Type', 'Scheme')) return
  const kind = textOf(properties.Type) ?? 'application'
  // an application one balances across zones, whatever it says
  if (kind !== 'application' && lacksAttribute(putting, resource, 'LoadBalancerAttributes')) return
  const mappings = recordsOf(properties.SubnetMappings)
  const subnets =
    properties.Subnets === undefined ? mappings.map((one) => idOf(one.SubnetId)) : idsOf(properties.Subnets)
  const vpc = subnets.map((one) => vpcOfSubnet(putting, one)).find((one) => one !== null)
  const listeners = naming(putting, LISTENER, 'LoadBalancerArn', id)
  say(putting, resource, 'LoadBalancers', {
    LoadBalancerArn: id,
    LoadBalancerName: calledBy(resource, 'Name'),
    VpcId: vpc ?? notImported(`vpc-of-${id}`),
    OwnerId: account,
    Type: kind,
    Scheme: textOf(properties.Scheme) ?? 'internet-facing',
    State: { Code: 'active' },
    DNSName: dnsNameOf({ id, region: resource.region, property: propertiesOf(resource) }),
    IpAddressType: textOf(properties.IpAddressType) ?? 'ipv4',
    SecurityGroups: idsOf(properties.SecurityGroups),
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
      textOf(properties.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic) ?? 'on',
    AvailabilityZones: subnets.map((SubnetId, index) => {
      const privateIp = textOf(mappings[index]?.PrivateIPv4Address)
      return { SubnetId, LoadBalancerAddresses: privateIp === null ? [] : [{ PrivateIPv4Address: privateIp }] }
    }),
    Tags: tagsOf(resource),
  })
  say(putting, resource, 'LoadBalancerAttributes', {
    LoadBalancerArn: id,
    Attributes: [
      ...attributesOf(properties.LoadBalancerAttributes),
      { Key: 'load_balancing.cross_zone.enabled', Value: 'false' },
    ],
  })
  for (const one of listeners) putListener(putting, one, id, kind)
}

interface Target {
  readonly target?: string
  readonly address?: string
  readonly port: number | null
}

/** The targets of a group: those that stand in it, and what groups of instances and services register. */
function targetsOf(putting: Putting, resource: StackResource, targetType: string): readonly Target[] {
  const { id, properties } = resource
  const own = listOf(properties.Targets).map((one): Target => {
    const { Id, Port } = fieldsOf(one)
    const port = numberOf(Port)
    const why = reasonIn(one)
    if (why !== null) {
      tell(putting, resource, 'unknown', `a target of it is not known: ${why}`)
      return { target: notImported(why), port }
    }
    const text = textOf(Id) ?? ''
    if (targetType === 'ip' && parseAddress(text) !== null) return { address: text, port }
    return { target: idOf(Id) ?? notImported('target'), port }
  })
  const groups = allOf(putting, 'AWS::AutoScaling::AutoScalingGroup').filter(
    (one) =>
      namesIt(one.properties.TargetGroupARNs) ||
      recordsOf(one.properties.TrafficSources).some((two) => namesIt(two.Identifier)),
  )
  const services = allOf(putting, 'AWS::ECS::Service').flatMap((one) =>
    recordsOf(one.properties.LoadBalancers)
      .filter((two) => namesIt(two.TargetGroupArn))
      .map((two) => ({ one, port: numberOf(two.ContainerPort) })),
  )
  return [
    ...own,
    ...groups.flatMap((one) => clientIds(one, groupSubnets(one)).map((target) => ({ target, port: null }))),
    ...services.flatMap(({ one, port }) => clientIds(one, serviceSubnets(one)).map((target) => ({ target, port }))),
  ]

  function namesIt(value: Evaluated | undefined): boolean {
    return listOf(value).some((one) => (referred(putting, one)?.id ?? idOf(one)) === id)
  }
}

const PROTOCOLS = ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE']

/** A target group; whether its targets are well is not known before they run, and they are taken to be. */
function putTargetGroup(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  const targetType = textOf(properties.TargetType)?.toLowerCase() ?? 'instance'
  if (targetType === 'lambda')
    return tell(putting, resource, 'skipped', 'its targets are functions, which are not reached over the network')
  if (lacks(putting, resource, 'TargetType', 'Protocol', 'Port')) return
  if (lacksAttribute(putting, resource, 'TargetGroupAttributes')) return
  const said = textOf(properties.Protocol)?.toUpperCase() ?? ''
  // Source: Network Load Balancer guide, listeners: UDP carries QUIC
  const protocol = said === 'QUIC' ? 'UDP' : said === 'TCP_QUIC' ? 'TCP_UDP' : said
  const port = numberOf(properties.Port)
  if (!PROTOCOLS.includes(protocol) || port === null)
    return tell(putting, resource, 'skipped', 'the protocol or the port of the target group is not there')
  const attribute = (key: string) =>
    flagOf(recordsOf(properties.TargetGroupAttributes).find((one) => textOf(one.Key) === key)?.Value)
  const targets = targetsOf(putting, resource, targetType)
  const isChecked = flagOf(properties.HealthCheckEnabled) !== false
  if (targets.length > 0)
    tell(
      putting,
      resource,
      'assumed',
      `its targets are well${isChecked ? ': whether health checks get through can be asked' : ''}`,
    )
  draw(putting, resource, {
    kind: 'target-group',
    id,
    name: calledBy(resource, 'Name'),
    vpc: idOf(properties.VpcId) ?? vpcOfListener(putting, id) ?? notImported(`vpc-of-${id}`),
    targetType,
    protocol,
    port,
    preserveClientIp: attribute('preserve_client_ip.enabled'),
    proxyProtocol: attribute('proxy_protocol_v2.enabled') ?? false,
    healthCheckPort: numberOf(properties.HealthCheckPort),
    healthCheckProtocol: checkProtocol(textOf(properties.HealthCheckProtocol), targetType === 'alb' ? '' : protocol),
    crossZone: attribute('load_balancing.cross_zone.enabled'),
    targets: targets.map((one) => ({ ...one, health: 'healthy' })),
  })
}

const USUAL: Readonly<Record<string, string>> = { HTTP: 'HTTP', HTTPS: 'HTTPS' }
const checkProtocol = (told: string | null, protocol: string): string =>
  told === null || told === (USUAL[protocol] ?? 'TCP') || !['TCP', 'HTTP', 'HTTPS'].includes(told) ? 'default' : told

/** Groups whose targets are addresses may leave out the VPC: it is that of their balancer then. */
function vpcOfListener(putting: Putting, group: string): string | null {
  for (const listener of allOf(putting, LISTENER)) {
    const leads = recordsOf(listener.properties.DefaultActions).some((one) => idOf(one.TargetGroupArn) === group)
    const balancer = leads ? referred(putting, listener.properties.LoadBalancerArn) : null
    if (balancer) for (const subnet of idsOf(balancer.properties.Subnets)) return vpcOfSubnet(putting, subnet)
  }
  return null
}

/** Classic Load Balancers are in the network as Application Load Balancers. Source: Classic Load Balancer guide, listeners. */
function putClassic(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'Scheme', 'Listeners')) return
  const subnets = idsOf(properties.Subnets)
  const vpc = subnets.map((one) => vpcOfSubnet(putting, one)).find((one) => one !== null) ?? notImported(`vpc-of-${id}`)
  if (subnets.length === 0)
    return tell(putting, resource, 'skipped', 'it names no subnet: it is in the default VPC, which no file makes')
  tell(
    putting,
    resource,
    'assumed',
    'a Classic Load Balancer, which is drawn as an Application Load Balancer; its instances are well',
  )
  const groups = allOf(putting, 'AWS::AutoScaling::AutoScalingGroup').filter((one) =>
    listOf(one.properties.LoadBalancerNames).some((name) => referred(putting, name)?.id === id),
  )
  const targets = [...idsOf(properties.Instances), ...groups.flatMap((one) => clientIds(one, groupSubnets(one)))]
  const listeners = recordsOf(properties.Listeners).flatMap((one) => {
    const [port, at] = [numberOf(one.LoadBalancerPort), numberOf(one.InstancePort)]
    return port === null || at === null ? [] : [{ port, at, secure: /^(HTTPS|SSL)$/i.test(textOf(one.Protocol) ?? '') }]
  })
  for (const at of new Set(listeners.map((one) => one.at)))
    draw(putting, resource, {
      kind: 'target-group',
      id: `${id}.${at}`,
      name: `${id}, port ${at}`,
      vpc,
      targetType: 'instance',
      protocol: 'HTTP',
      port: at,
      targets: targets.map((target) => ({ target, port: at })),
    })
  draw(putting, resource, {
    kind: 'application-load-balancer',
    id,
    vpc,
    scheme: textOf(properties.Scheme) ?? 'internet-facing',
    subnets: subnets.map((subnet) => ({ subnet })),
    securityGroups: idsOf(properties.SecurityGroups),
    dnsName: classicName({ id, region: resource.region, property: propertiesOf(resource) }),
    listeners: listeners.map(({ port, at, secure }) => ({
      protocol: secure ? 'HTTPS' : 'HTTP',
      port,
      targetGroup: `${id}.${at}`,
    })),
  })
}
const classicName = (one: Pick<Referred, 'id' | 'region' | 'property'>): string => dnsNameOf(one)

const zoneId = (): string => 'Z00000000000EXAMPLE'
/** `app/NAME/ID`, as metrics name it. */
const fullName = (one: Referred): string => {
  const word = { network: 'net', gateway: 'gwy' }[textOf(one.property('Type')) ?? ''] ?? 'app'
  return `${word}/${textOf(one.property('Name')) ?? one.id}/${one.id}`
}
const OF_RULES = ['Conditions', 'Priority', 'Actions', 'ListenerArn', 'Transforms']

export const balancers: Readonly<Record<string, ResourceType>> = {
  [BALANCER]: type(
    [
      'Name',
      'Type',
      'Scheme',
      'Subnets',
      'SubnetMappings',
      'SecurityGroups',
      'IpAddressType',
      'LoadBalancerAttributes',
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      'MinimumLoadBalancerCapacity',
      'EnablePrefixForIpv6SourceNat',
    ],
    putBalancer,
    {
      attributes: {
        LoadBalancerArn: ({ id }) => id,
        DNSName: dnsNameOf,
        CanonicalHostedZoneID: zoneId,
        LoadBalancerName: (one) => one.property('Name') ?? one.id,
        LoadBalancerFullName: fullName,
        SecurityGroups: (one) => one.property('SecurityGroups'),
      },
    },
  ),
  [LISTENER]: type(
    [
      'LoadBalancerArn',
      'Protocol',
      'Port',
      'DefaultActions',
      'Certificates',
      'SslPolicy',
      'AlpnPolicy',
      'MutualAuthentication',
      'ListenerAttributes',
    ],
    (resource, putting) => {
      if (!referred(putting, resource.properties.LoadBalancerArn))
        tell(putting, resource, 'skipped', 'its load balancer is in none of the files')
    },
    { attributes: { ListenerArn: ({ id }) => id } },
  ),
  'AWS::ElasticLoadBalancingV2::ListenerRule': type(OF_RULES, readElsewhere, {
    attributes: { RuleArn: ({ id }) => id },
  }),
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': type(['ListenerArn', 'Certificates'], readElsewhere),
  'AWS::ElasticLoadBalancingV2::TargetGroup': type(
    [
      'Name',
      'VpcId',
      'TargetType',
      'Protocol',
      'ProtocolVersion',
      'Port',
      'Targets',
      'TargetGroupAttributes',
      'IpAddressType',
      'Matcher',
      'HealthCheckEnabled',
      'HealthCheckPort',
      'HealthCheckProtocol',
      'HealthCheckPath',
      'HealthCheckIntervalSeconds',
      'HealthCheckTimeoutSeconds',
      'HealthyThresholdCount',
      'UnhealthyThresholdCount',
    ],
    putTargetGroup,
    {
      attributes: {
        TargetGroupArn: ({ id }) => id,
        TargetGroupName: (one) => one.property('Name') ?? one.id,
        TargetGroupFullName: ({ id }) => `targetgroup/${id}/${id}`,
        LoadBalancerArns: (one) =>
          one
            .others(LISTENER)
            .flatMap((listener) =>
              isUnknown(listener.property('DefaultActions')) ? [] : listOf(listener.property('LoadBalancerArn')),
            ),
      },
    },
  ),
  [CLASSIC]: type(
    [
      'LoadBalancerName',
      'Subnets',
      'SecurityGroups',
      'Scheme',
      'Listeners',
      'Instances',
      'CrossZone',
      'HealthCheck',
      'ConnectionDrainingPolicy',
      'ConnectionSettings',
      'AccessLoggingPolicy',
      'AvailabilityZones',
      'AppCookieStickinessPolicy',
      'LBCookieStickinessPolicy',
      'Policies',
    ],
    putClassic,
    {
      attributes: {
        DNSName: classicName,
        CanonicalHostedZoneName: classicName,
        CanonicalHostedZoneNameID: zoneId,
        'SourceSecurityGroup.GroupName': ({ id }) => id,
      },
    },
  ),
}
