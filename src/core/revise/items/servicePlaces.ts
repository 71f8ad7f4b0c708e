import type { Path } from '../text/openText.ts'

/** Where a type says what is drawn of it. */
export interface Places {
  readonly groups?: Path
  /** Of what stands in several: a client is drawn in each of them. */
  readonly subnets?: Path
  readonly port?: string
  readonly publicly?: Path
  /** How it says that it has public addresses, and that it has none; true and false where nothing is said. */
  readonly words?: readonly [yes: string, no: string]
  /** It has no tags, or not as a list. */
  readonly isNameless?: true
  /** A tag that it has not yet needs more than a key and a value. */
  readonly onlyNamed?: true
  /** What its instances are made of says the rest: a launch template or a launch configuration. */
  readonly launched?: true
}

const cluster: Places = { groups: ['VpcSecurityGroupIds'], port: 'Port' }
const domain: Places = { groups: ['VPCOptions', 'SecurityGroupIds'] }
const inside = (...path: readonly string[]) => ({
  with: (groups: string, subnets?: string): Places => ({
    groups: [...path, groups],
    ...(subnets !== undefined && { subnets: [...path, subnets] }),
  }),
})

/**
 * Services and groups of instances that are drawn as clients, and that an export makes otherwise or not at all. Source: CloudFormation reference, the
 * types themselves.
 */
export const PLACES: Readonly<Record<string, Places>> = {
  'AWS::RDS::DBInstance': { groups: ['VPCSecurityGroups'], port: 'Port', publicly: ['PubliclyAccessible'] },
  'AWS::RDS::DBCluster': cluster,
  'AWS::RDS::DBProxy': { groups: ['VpcSecurityGroupIds'] },
  'AWS::DocDB::DBCluster': cluster,
  'AWS::Neptune::DBCluster': { ...cluster, port: 'DBPort' },
  'AWS::Redshift::Cluster': { ...cluster, publicly: ['PubliclyAccessible'] },
  'AWS::ElastiCache::CacheCluster': cluster,
  'AWS::ElastiCache::ReplicationGroup': { groups: ['SecurityGroupIds'], port: 'Port' },
  'AWS::MemoryDB::Cluster': { groups: ['SecurityGroupIds'], port: 'Port' },
  'AWS::OpenSearchService::Domain': domain,
  'AWS::Elasticsearch::Domain': domain,
  'AWS::EFS::MountTarget': { groups: ['SecurityGroups'], isNameless: true },
  'AWS::AutoScaling::AutoScalingGroup': { subnets: ['VPCZoneIdentifier'], launched: true, onlyNamed: true },
  'AWS::EKS::Nodegroup': { subnets: ['Subnets'], launched: true, isNameless: true },
  'AWS::EKS::Cluster': inside('ResourcesVpcConfig').with('SecurityGroupIds', 'SubnetIds'),
  'AWS::ECS::Service': {
    ...inside('NetworkConfiguration', 'AwsvpcConfiguration').with('SecurityGroups', 'Subnets'),
    publicly: ['NetworkConfiguration', 'AwsvpcConfiguration', 'AssignPublicIp'],
    words: ['ENABLED', 'DISABLED'],
  },
  'AWS::MSK::Cluster': { ...inside('BrokerNodeGroupInfo').with('SecurityGroups', 'ClientSubnets'), isNameless: true },
  'AWS::CodeBuild::Project': inside('VpcConfig').with('SecurityGroupIds', 'Subnets'),
  'AWS::Batch::ComputeEnvironment': {
    ...inside('ComputeResources').with('SecurityGroupIds', 'Subnets'),
    isNameless: true,
  },
  'AWS::MWAA::Environment': { ...inside('NetworkConfiguration').with('SecurityGroupIds'), isNameless: true },
  'AWS::AppRunner::VpcConnector': inside().with('SecurityGroups', 'Subnets'),
  'AWS::ApiGatewayV2::VpcLink': { ...inside().with('SecurityGroupIds', 'SubnetIds'), isNameless: true },
}
