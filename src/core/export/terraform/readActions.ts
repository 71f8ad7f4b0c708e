import { compareText } from '../../base/order.ts'
import { neededActions } from '../permissions/neededActions.ts'
import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

const INSTANCE = [
  'ec2:DescribeInstanceAttribute',
  'ec2:DescribeInstanceCreditSpecifications',
  'ec2:DescribeInstanceTypes',
  'ec2:DescribeVolumes',
  'ec2:ModifyInstanceAttribute',
]
const BALANCER = [
  'elasticloadbalancing:DescribeCapacityReservation',
  'elasticloadbalancing:DescribeLoadBalancerAttributes',
  'elasticloadbalancing:ModifyLoadBalancerAttributes',
]
const SHARE = [
  'ram:AssociateResourceShare',
  'ram:DisassociateResourceShare',
  'ram:GetResourceShareAssociations',
  'ram:ListResourceSharePermissions',
]
const ROLE = ['iam:ListInstanceProfilesForRole', 'iam:ListRolePolicies']
const ADDRESS = ['ec2:DescribeAddressesAttribute']

/** IAM actions of the provider beside those that every format takes: it reads more of what it made. */
const READS: { readonly [N in PartName]?: readonly string[] } = {
  vpc: ['ec2:DescribeNetworkAcls', 'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups'],
  'nat-address': ADDRESS,
  'regional-nat-address': ADDRESS,
  'elastic-address': ADDRESS,
  'client-address': ADDRESS,
  'network-balancer-address': ADDRESS,
  'gateway-endpoint': ['ec2:DescribePrefixLists'],
  'endpoint-service': ['ec2:DescribeVpcEndpointServicePermissions', 'ec2:ModifyVpcEndpointServiceConfiguration'],
  'connection-acceptance': ['ec2:RejectVpcEndpointConnections'],
  'group-rule': ['ec2:ModifySecurityGroupRules'],
  'network-balancer': BALANCER,
  'application-balancer': BALANCER,
  'gateway-balancer': BALANCER,
  'target-group': [
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:ModifyTargetGroup',
    'elasticloadbalancing:ModifyTargetGroupAttributes',
  ],
  'network-listener': ['elasticloadbalancing:DescribeListenerAttributes'],
  'application-listener': ['elasticloadbalancing:DescribeListenerAttributes'],
  'gateway-listener': ['elasticloadbalancing:DescribeListenerAttributes'],
  'target-registration': ['elasticloadbalancing:DescribeTargetHealth'],
  'network-firewall': ['network-firewall:DescribeLoggingConfiguration'],
  'hosted-zone': ['route53:GetChange', 'route53:ListHostedZonesByVPC', 'route53:ListResourceRecordSets'],
  'zone-vpc': ['route53:GetChange', 'route53:ListHostedZonesByVPC'],
  'zone-association': ['route53:GetChange', 'route53:ListHostedZonesByVPC'],
  'dns-record': ['route53:GetChange', 'route53:GetHostedZone', 'route53:ListResourceRecordSets'],
  'subnet-share': SHARE,
  'group-share': SHARE,
  'transit-share': SHARE,
  'rule-share': SHARE,
  'filter-share': SHARE,
  'profile-share': SHARE,
  'configuration-share': SHARE,
  'network-share': SHARE,
  instance: INSTANCE,
  'client-interface': ['ec2:AttachNetworkInterface', 'ec2:DetachNetworkInterface'],
  'lambda-role': ROLE,
  'instance-role': ROLE,
  'ecs-role': ROLE,
  'lambda-function': [
    'lambda:GetFunctionCodeSigningConfig',
    'lambda:ListVersionsByFunction',
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
  ],
  'ecs-service': ['ecs:DescribeServiceDeployments', 'ecs:ListServiceDeployments'],
  bucket: [
    'AccelerateConfiguration',
    'BucketAcl',
    'BucketCORS',
    'BucketLogging',
    'BucketObjectLockConfiguration',
    'BucketPolicy',
    'BucketPublicAccessBlock',
    'BucketRequestPayment',
    'BucketVersioning',
    'BucketWebsite',
    'EncryptionConfiguration',
    'LifecycleConfiguration',
    'ReplicationConfiguration',
  ].map((what) => `s3:Get${what}`),
  api: ['apigateway:PATCH'],
  table: ['dynamodb:DescribeContinuousBackups', 'dynamodb:DescribeTimeToLive', 'dynamodb:UpdateTable'],
}

/** What the provider does beyond what every format does, sorted. */
export function readActions(stacks: readonly StackPlan[]): readonly string[] {
  const usual = neededActions(stacks)
  const own = stacks.flatMap(({ parts }) => parts.flatMap(({ name }) => READS[name] ?? []))
  return [...new Set(own)].filter((action) => !usual.includes(action)).sort(compareText)
}
