import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { CHOSEN, placeholder } from './addresses.ts'
import { drawClients } from './clients.ts'
import { subnetOf } from './interfaces.ts'
import { anyOf, readElsewhere, referred, tell } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, idsOf, isUnknown, listOf, numberOf, textOf } from './values.ts'

/** Default ports of engines. Source: RDS guide, DBInstance and DBCluster, Port. */
const ENGINES: readonly (readonly [RegExp, number])[] = [
  [/postgres/, 5432],
  [/mysql|mariadb|^aurora$/, 3306],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/db2/, 50000],
  [/docdb/, 27017],
  [/neptune/, 8182],
  [/redis|valkey/, 6379],
  [/memcached/, 11211],
]
const portOfEngine = (engine: string | null): number | null =>
  ENGINES.find(([pattern]) => pattern.test(engine ?? ''))?.[1] ?? null

/** What is said of a service that puts interfaces into subnets, and how many of them answer under its name. */
interface Answering {
  readonly subnets: Evaluated | undefined
  readonly groups: Evaluated | undefined
  readonly ports: readonly number[] | null
  /** It stands in one of the subnets, AWS choosing which; else in all of them. */
  readonly single?: true
  readonly zone?: Evaluated | undefined
  readonly publicly?: Evaluated | undefined
  readonly runtime?: 'database' | 'other'
  readonly workloads?: readonly string[]
}

/** What answers at interfaces of its own, and starts nothing. */
function putAnswering(putting: Putting, resource: StackResource, given: Answering): undefined {
  const { groups, ports, single, zone, publicly, runtime = 'database', workloads } = given
  const address = textOf(resource.properties[CHOSEN])
  const all = idsOf(given.subnets)
  if (all.length === 0)
    return tell(putting, resource, 'skipped', 'its subnets are not said: it is in the default VPC, or in none')
  const wanted = textOf(zone)
  const inZone =
    wanted === null ? [] : all.filter((one) => textOf(subnetOf(putting, one)?.properties.AvailabilityZone) === wanted)
  const [chosen] = inZone.length > 0 ? inZone : all
  if (single && inZone.length === 0 && all.length > 1)
    tell(putting, resource, 'assumed', `AWS chooses one of its subnets; it is taken to stand in ${chosen}`)
  drawClients(putting, resource, {
    runtime,
    subnets: single ? [chosen!] : all,
    ...(address !== null && { address }),
    groups: idsOf(groups),
    publicly: publicly ?? false,
    ...(ports && { ports }),
    ...(workloads && { workloads }),
  })
}

/** The subnets of the group that a resource names; what is not known stays so. */
function ofGroup(putting: Putting, value: Evaluated | undefined, member: string): Evaluated | undefined {
  if (isUnknown(value)) return value
  const group = referred(putting, value)
  if (group) return group.properties[member]
  const name = textOf(value)
  return name === null ? undefined : { unknown: `the subnet group ${name} is in none of the files` }
}

type Read = (properties: Properties, putting: Putting) => Answering
const answering =
  (read: Read): ResourceType['put'] =>
  (resource, putting) =>
    putAnswering(putting, resource, read(resource.properties, putting))
/** The port that is said, else the usual one; null where it may be any. */
const portsOf = (value: Evaluated | undefined, usual: number | null): readonly number[] | null => {
  const port = isUnknown(value) ? null : (numberOf(value) ?? usual)
  return port === null ? null : [port]
}

const SUBNETS = 'SubnetIds'
const cluster: Read = (own, putting) => ({
  subnets: ofGroup(putting, own.DBSubnetGroupName, SUBNETS),
  groups: own.VpcSecurityGroupIds,
  ports: portsOf(own.Port, portOfEngine(textOf(own.Engine))),
  single: true,
})

const instance: Read = (own, putting) => {
  const parent = fieldsOf(referred(putting, own.DBClusterIdentifier)?.properties)
  return {
    subnets: ofGroup(putting, own.DBSubnetGroupName ?? parent.DBSubnetGroupName, SUBNETS),
    groups: own.VPCSecurityGroups ?? parent.VpcSecurityGroupIds,
    ports: portsOf(own.Port ?? parent.Port, portOfEngine(textOf(own.Engine) ?? textOf(parent.Engine))),
    single: true,
    zone: own.AvailabilityZone,
    publicly: own.PubliclyAccessible ?? false,
  }
}

const cache: Read = (own, putting) => ({
  subnets: ofGroup(putting, own.CacheSubnetGroupName, SUBNETS),
  groups: own.SecurityGroupIds ?? own.VpcSecurityGroupIds,
  ports: portsOf(own.Port, portOfEngine(textOf(own.Engine) ?? 'redis')),
  single: true,
})

const plain =
  (member: string, rest: (own: Properties) => Partial<Answering> = () => ({})): Read =>
  (own) => ({ subnets: own[member], groups: own.SecurityGroupIds ?? own.SecurityGroups, ports: null, ...rest(own) })

/** What the service's name for it leads to: the name itself nobody can ask for before it is made. */
const host = ({ id }: Referred): string => placeholder('private-ip', id)
const port =
  (usual: number) =>
  (one: Referred): Evaluated =>
    one.property('Port') ?? String(portOfEngine(textOf(one.property('Engine'))) ?? usual)
const endpoint = (usual: number) => ({
  'Endpoint.Address': host,
  'Endpoint.Port': port(usual),
  'ReadEndpoint.Address': host,
  'ConfigurationEndPoint.Address': host,
  'ConfigurationEndPoint.Port': port(usual),
  'PrimaryEndPoint.Address': host,
  'PrimaryEndPoint.Port': port(usual),
  'RedisEndpoint.Address': host,
  'RedisEndpoint.Port': port(usual),
})
const named =
  (member: string) =>
  (one: Referred): Evaluated =>
    one.property(member) ?? one.id.toLowerCase()

const group = (member: string): ResourceType => anyOf(readElsewhere, { ref: named(member) })

export const databases: Readonly<Record<string, ResourceType>> = {
  'AWS::RDS::DBSubnetGroup': group('DBSubnetGroupName'),
  'AWS::RDS::DBInstance': anyOf(answering(instance), {
    ref: named('DBInstanceIdentifier'),
    attributes: endpoint(3306),
  }),
  'AWS::RDS::DBCluster': anyOf(answering(cluster), {
    ref: named('DBClusterIdentifier'),
    attributes: endpoint(3306),
  }),
  'AWS::RDS::DBProxy': anyOf(
    answering((own) => ({
      subnets: own.VpcSubnetIds,
      groups: own.VpcSecurityGroupIds,
      ports: portsOf(undefined, portOfEngine(textOf(own.EngineFamily)?.toLowerCase() ?? null)),
    })),
    {
      ref: named('DBProxyName'),
      attributes: { Endpoint: host },
    },
  ),
  'AWS::DocDB::DBSubnetGroup': group('DBSubnetGroupName'),
  'AWS::DocDB::DBCluster': anyOf(
    answering((own, putting) => ({ ...cluster({ Engine: 'docdb', ...own }, putting) })),
    {
      ref: named('DBClusterIdentifier'),
      attributes: { Endpoint: host, ReadEndpoint: host, Port: port(27017) },
    },
  ),
  'AWS::Neptune::DBSubnetGroup': group('DBSubnetGroupName'),
  'AWS::Neptune::DBCluster': anyOf(
    answering((own, putting) => ({ ...cluster({ ...own, Engine: 'neptune', Port: own.DBPort ?? 8182 }, putting) })),
    {
      ref: named('DBClusterIdentifier'),
      attributes: { Endpoint: host, ReadEndpoint: host, Port: port(8182) },
    },
  ),
  'AWS::ElastiCache::SubnetGroup': group('CacheSubnetGroupName'),
  'AWS::ElastiCache::CacheCluster': anyOf(answering(cache), {
    ref: named('ClusterName'),
    attributes: endpoint(6379),
  }),
  'AWS::ElastiCache::ReplicationGroup': anyOf(answering(cache), {
    ref: named('ReplicationGroupId'),
    attributes: endpoint(6379),
  }),
  'AWS::ElastiCache::ServerlessCache': anyOf(answering(plain(SUBNETS, () => ({ ports: [6379, 6380] }))), {
    attributes: endpoint(6379),
  }),
  'AWS::MemoryDB::SubnetGroup': group('SubnetGroupName'),
  'AWS::MemoryDB::Cluster': anyOf(
    answering((own, putting) => ({
      subnets: ofGroup(putting, own.SubnetGroupName, SUBNETS),
      groups: own.SecurityGroupIds,
      ports: portsOf(own.Port, 6379),
    })),
    { attributes: { 'ClusterEndpoint.Address': host, 'ClusterEndpoint.Port': port(6379) } },
  ),
  'AWS::OpenSearchService::Domain': anyOf(domain, { attributes: { DomainEndpoint: host, Arn: ({ id }) => id } }),
  'AWS::Elasticsearch::Domain': anyOf(domain, { attributes: { DomainEndpoint: host, DomainArn: ({ id }) => id } }),
  'AWS::Redshift::ClusterSubnetGroup': group('ClusterSubnetGroupName'),
  'AWS::Redshift::Cluster': anyOf(
    answering((own, putting) => ({
      subnets: ofGroup(putting, own.ClusterSubnetGroupName, SUBNETS),
      groups: own.VpcSecurityGroupIds,
      ports: portsOf(own.Port, 5439),
      single: true,
      publicly: own.PubliclyAccessible ?? false,
    })),
    { ref: named('ClusterIdentifier'), attributes: endpoint(5439) },
  ),
  'AWS::RedshiftServerless::Workgroup': anyOf(answering(plain(SUBNETS, (own) => ({ ports: portsOf(own.Port, 5439) })))),
  'AWS::MSK::Cluster': anyOf(
    answering((own) => {
      const nodes = fieldsOf(own.BrokerNodeGroupInfo)
      // plain text, TLS, SASL and IAM. Source: MSK guide, port information
      return { subnets: nodes.ClientSubnets, groups: nodes.SecurityGroups, ports: [9092, 9094, 9096, 9098, 2181, 2182] }
    }),
  ),
  'AWS::EFS::MountTarget': anyOf(
    answering((own) => ({ subnets: own.SubnetId, groups: own.SecurityGroups, ports: [2049], runtime: 'other' })),
    {
      attributes: {
        Id: ({ id }) => id,
        IpAddress: (one) => one.property('IpAddress') ?? { unknown: `the address of ${one.id}` },
      },
    },
  ),
  'AWS::FSx::FileSystem': anyOf(answering(plain(SUBNETS, () => ({ runtime: 'other' }))), {
    attributes: { DNSName: host },
  }),
  'AWS::AmazonMQ::Broker': anyOf(answering(plain(SUBNETS, (own) => ({ publicly: own.PubliclyAccessible ?? false })))),
  'AWS::DAX::SubnetGroup': group('SubnetGroupName'),
  'AWS::DAX::Cluster': anyOf(
    answering((own, putting) => ({
      subnets: ofGroup(putting, own.SubnetGroupName, SUBNETS),
      groups: own.SecurityGroupIds,
      ports: [8111, 9111],
    })),
    { attributes: { ClusterDiscoveryEndpoint: host } },
  ),
  'AWS::DMS::ReplicationSubnetGroup': group('ReplicationSubnetGroupIdentifier'),
  'AWS::DMS::ReplicationInstance': anyOf(
    answering((own, putting) => ({
      subnets: ofGroup(putting, own.ReplicationSubnetGroupIdentifier, SUBNETS),
      groups: own.VpcSecurityGroupIds,
      ports: [],
      single: true,
      zone: own.AvailabilityZone,
      // AWS gives it a public address unless told not to
      publicly: own.PubliclyAccessible ?? true,
      runtime: 'other',
      workloads: ['dms-instance'],
    })),
  ),
  'AWS::DirectoryService::MicrosoftAD': anyOf(answering(directory)),
  'AWS::DirectoryService::SimpleAD': anyOf(answering(directory)),
  'AWS::Transfer::Server': anyOf((resource, putting) => {
    const { EndpointDetails } = resource.properties
    if (isUnknown(EndpointDetails))
      return tell(putting, resource, 'skipped', `its EndpointDetails are not known: ${EndpointDetails.unknown}`)
    const details = fieldsOf(EndpointDetails)
    if (listOf(details.SubnetIds).length === 0)
      return tell(putting, resource, 'unused', 'a server outside of any VPC; there is nothing to draw')
    putAnswering(putting, resource, {
      subnets: details.SubnetIds,
      groups: details.SecurityGroupIds,
      ports: [21, 22],
      runtime: 'other',
    })
  }),
  'AWS::SageMaker::NotebookInstance': anyOf(
    answering((own) => ({
      subnets: own.SubnetId,
      groups: own.SecurityGroupIds,
      ports: [],
      runtime: 'other',
      workloads: ['sagemaker-studio'],
    })),
  ),
  'AWS::Cloud9::EnvironmentEC2': anyOf(
    answering((own) => ({ subnets: own.SubnetId, groups: undefined, ports: null, runtime: 'other' })),
  ),
}

function domain(resource: StackResource, putting: Putting): undefined {
  const { VPCOptions } = resource.properties
  if (isUnknown(VPCOptions))
    return tell(putting, resource, 'skipped', `its VPCOptions are not known: ${VPCOptions.unknown}`)
  const { SubnetIds, SecurityGroupIds } = fieldsOf(VPCOptions)
  if (listOf(SubnetIds).length === 0)
    return tell(putting, resource, 'unused', 'a public domain, outside of any VPC; there is nothing to draw')
  const onlyTls = textOf(fieldsOf(resource.properties.DomainEndpointOptions).EnforceHTTPS) === 'true'
  putAnswering(putting, resource, { subnets: SubnetIds, groups: SecurityGroupIds, ports: onlyTls ? [443] : [443, 80] })
}

/** Source: Directory Service API, AddIpRoutes: controllers have a group that the service makes. */
function directory(own: Properties): Answering {
  const groups = { unknown: 'the group that Directory Service makes' }
  return { subnets: fieldsOf(own.VpcSettings).SubnetIds, groups, ports: null, runtime: 'other' }
}
