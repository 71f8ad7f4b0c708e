import { compareText } from '../../base/index.ts'
import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

const VPC = ['ec2:DescribeVpcs', 'ec2:DescribeVpcAttribute']
const GROUP = ['ec2:DescribeSecurityGroups', 'ec2:DescribeSecurityGroupRules']
const ADDRESS = ['ec2:AllocateAddress', 'ec2:ReleaseAddress', 'ec2:DescribeAddresses']
const ENDPOINT = [
  'ec2:CreateVpcEndpoint',
  'ec2:ModifyVpcEndpoint',
  'ec2:DeleteVpcEndpoints',
  'ec2:DescribeVpcEndpoints',
]
const ROLE = [
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:GetRole',
  'iam:TagRole',
  'iam:AttachRolePolicy',
  'iam:DetachRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:PassRole',
]

/** The IAM actions that making, reading and deleting each part takes, by CloudFormation or by the scripts. */
export const ACTIONS = {
  'dhcp-options': ['ec2:CreateDhcpOptions', 'ec2:DeleteDhcpOptions', 'ec2:DescribeDhcpOptions'],
  vpc: ['ec2:CreateVpc', 'ec2:DeleteVpc', 'ec2:ModifyVpcAttribute', 'ec2:CreateTags', ...VPC],
  'vpc-cidr': ['ec2:AssociateVpcCidrBlock', 'ec2:DisassociateVpcCidrBlock', ...VPC],
  'vpc-ipv6': ['ec2:AssociateVpcCidrBlock', 'ec2:DisassociateVpcCidrBlock', ...VPC],
  'dhcp-association': ['ec2:AssociateDhcpOptions'],
  'default-group': GROUP,
  subnet: ['ec2:CreateSubnet', 'ec2:DeleteSubnet', 'ec2:ModifySubnetAttribute', 'ec2:DescribeSubnets'],
  'subnet-route-table': ['ec2:AssociateRouteTable', 'ec2:DisassociateRouteTable', 'ec2:DescribeRouteTables'],
  'subnet-network-acl': ['ec2:ReplaceNetworkAclAssociation', 'ec2:DescribeNetworkAcls'],
  'internet-gateway': ['ec2:CreateInternetGateway', 'ec2:DeleteInternetGateway', 'ec2:DescribeInternetGateways'],
  'gateway-attachment': ['ec2:AttachInternetGateway', 'ec2:DetachInternetGateway'],
  'nat-address': ADDRESS,
  'nat-gateway': ['ec2:CreateNatGateway', 'ec2:DeleteNatGateway', 'ec2:DescribeNatGateways'],
  'prefix-list': [
    'ec2:CreateManagedPrefixList',
    'ec2:ModifyManagedPrefixList',
    'ec2:DeleteManagedPrefixList',
    'ec2:DescribeManagedPrefixLists',
    'ec2:GetManagedPrefixListEntries',
  ],
  'route-table': ['ec2:CreateRouteTable', 'ec2:DeleteRouteTable', 'ec2:DescribeRouteTables'],
  route: ['ec2:CreateRoute', 'ec2:DeleteRoute', 'ec2:DescribeRouteTables'],
  'security-group': ['ec2:CreateSecurityGroup', 'ec2:DeleteSecurityGroup', ...GROUP],
  'group-clearing': ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress', ...GROUP],
  'group-rule': [
    'ec2:AuthorizeSecurityGroupIngress',
    'ec2:AuthorizeSecurityGroupEgress',
    'ec2:RevokeSecurityGroupIngress',
    'ec2:RevokeSecurityGroupEgress',
  ],
  'network-acl': [
    'ec2:CreateNetworkAcl',
    'ec2:DeleteNetworkAcl',
    'ec2:DescribeNetworkAcls',
    'ec2:DeleteNetworkAclEntry',
  ],
  'acl-entry': ['ec2:CreateNetworkAclEntry', 'ec2:DeleteNetworkAclEntry', 'ec2:DescribeNetworkAcls'],
  'gateway-endpoint': ENDPOINT,
  'interface-endpoint': [...ENDPOINT, 'ec2:DescribeNetworkInterfaces', 'route53:AssociateVPCWithHostedZone'],
  'client-interface': ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'],
  instance: [
    'ec2:RunInstances',
    'ec2:TerminateInstances',
    'ec2:DescribeInstances',
    'ssm:GetParameters',
    'ssm:GetParameter',
  ],
  'client-address': ADDRESS,
  'address-association': ['ec2:AssociateAddress', 'ec2:DisassociateAddress', 'ec2:DescribeAddresses'],
  'lambda-role': ROLE,
  'lambda-function': [
    'lambda:CreateFunction',
    'lambda:DeleteFunction',
    'lambda:GetFunction',
    'lambda:TagResource',
    'ec2:DescribeNetworkInterfaces',
  ],
  'ecs-role': ROLE,
  'ecs-cluster': ['ecs:CreateCluster', 'ecs:DeleteCluster', 'ecs:DescribeClusters', 'ecs:TagResource'],
  'ecs-task': [
    'ecs:RegisterTaskDefinition',
    'ecs:DeregisterTaskDefinition',
    'ecs:DescribeTaskDefinition',
    'ecs:TagResource',
  ],
  'ecs-service': [
    'ecs:CreateService',
    'ecs:UpdateService',
    'ecs:DeleteService',
    'ecs:DescribeServices',
    'iam:CreateServiceLinkedRole',
    'ecs:TagResource',
  ],
  bucket: [
    's3:CreateBucket',
    's3:DeleteBucket',
    's3:ListBucket',
    's3:GetBucketTagging',
    's3:PutBucketTagging',
    's3:PutBucketPublicAccessBlock',
  ],
  table: [
    'dynamodb:CreateTable',
    'dynamodb:DeleteTable',
    'dynamodb:DescribeTable',
    'dynamodb:TagResource',
    'dynamodb:ListTagsOfResource',
  ],
} as const satisfies { [N in PartName]: readonly string[] }

/** The IAM actions that an export needs, sorted. */
export function neededActions(stacks: readonly StackPlan[]): readonly string[] {
  const actions = stacks.flatMap((stack) => [
    ...stack.parts.flatMap((part) => ACTIONS[part.name] as readonly string[]),
    ...(stack.managedLists.size > 0 ? ['ec2:DescribeManagedPrefixLists'] : []),
  ])
  return [...new Set(actions.length > 0 ? [...actions, 'ec2:CreateTags'] : [])].sort(compareText)
}
