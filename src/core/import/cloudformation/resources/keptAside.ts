import type { Evaluated } from '../stack.ts'
import { arn, id, own } from './ownArns.ts'
import { ANY, readElsewhere } from './putting.ts'
import type { Referred, ResourceType } from './resourceType.ts'

/** Types that no packet meets, with what others may ask of them: `Ref` first, then the attributes. */
const REFERRED: Readonly<
  Record<string, readonly [ref: (one: Referred) => Evaluated, attributes: ResourceType['attributes']]>
> = {
  'AWS::SSM::Parameter': [own('Name'), { Value: (one) => one.property('Value'), Type: (one) => one.property('Type') }],
  'AWS::Logs::LogGroup': [own('LogGroupName'), { Arn: arn('logs', 'log-group:', 'LogGroupName') }],
  'AWS::ECS::Cluster': [own('ClusterName'), { Arn: arn('ecs', 'cluster/', 'ClusterName') }],
  'AWS::Kinesis::Stream': [own('Name'), { Arn: arn('kinesis', 'stream/', 'Name') }],
  'AWS::Cognito::UserPool': [id, { Arn: arn('cognito-idp', 'userpool/', 'UserPoolName') }],
  'AWS::CertificateManager::Certificate': [arn('acm', 'certificate/', 'CertificateName'), {}],
  'AWS::EFS::FileSystem': [id, { FileSystemId: id, Arn: arn('elasticfilesystem', 'file-system/', 'FileSystemId') }],
  'AWS::EC2::KeyPair': [own('KeyName'), { KeyPairId: id }],
  'AWS::ServiceDiscovery::HttpNamespace': [id, { Id: id, Arn: id }],
}

/** What no packet meets, and others refer to. */
export const keptAside: Readonly<Record<string, ResourceType>> = Object.fromEntries(
  Object.entries(REFERRED).map(([type, [ref, attributes = {}]]): [string, ResourceType] => [
    type,
    { ref, attributes, knows: ANY, put: readElsewhere },
  ]),
)

/** Services whose types are of the network: one that has no row may change what a packet meets. */
const NETWORK =
  /^AWS::(?:EC2|ElasticLoadBalancing|ElasticLoadBalancingV2|Route53|Route53Resolver|Route53Profiles|NetworkFirewall|VpcLattice|DirectConnect|NetworkManager|GlobalAccelerator|AppMesh)::/
/** Types of these that change nothing that a packet meets. */
const HARMLESS =
  /^AWS::(?:EC2::(?:Volume|VolumeAttachment|FlowLog|PlacementGroup|Host|IPAM\w*|NetworkInsights\w*|TrafficMirror\w*|CapacityReservation\w*|SnapshotBlockPublicAccess|VerifiedAccess\w*|NetworkPerformanceMetricSubscription|EC2Fleet|SpotFleet)|Route53::(?:HealthCheck|KeySigningKey|DNSSEC|CidrCollection)|Route53Resolver::(?:ResolverQueryLogging\w*|ResolverDNSSECConfig|OutpostResolver)|NetworkFirewall::(?:LoggingConfiguration|TLSInspectionConfiguration)|ElasticLoadBalancingV2::(?:TrustStore\w*)|VpcLattice::(?:AuthPolicy|ResourcePolicy|AccessLogSubscription))$/

/** Types that make resources of templates elsewhere: stacks in other accounts and Regions, products, and modules, whose type ends so. */
const MAKES_RESOURCES =
  /^AWS::(?:CloudFormation::StackSet|ServiceCatalog::CloudFormationProvisionedProduct|Proton::\w+)$|::MODULE$/

/** Whether a type without a row may change what a packet meets. */
export const isOfNetwork = (type: string): boolean =>
  MAKES_RESOURCES.test(type) || (NETWORK.test(type) && !HARMLESS.test(type))

/** Whether a type is not AWS's own: what it makes its own code says. */
export const isOfOthers = (type: string): boolean =>
  !/^(?:AWS|Alexa)::/.test(type) || type === 'AWS::CloudFormation::CustomResource'
