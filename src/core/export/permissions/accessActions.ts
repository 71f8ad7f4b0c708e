import type { PartNameOf } from '../plan/part.ts'
import { SHARED_ACTIONS } from './sharedActions.ts'

type Access =
  | PartNameOf<'iam-role' | 'iam-user' | 's3-access-point' | 'policy-resource'>
  | 'bucket-policy'
  | 'endpoint-policy'

const BOUNDARY = [
  'iam:CreatePolicy',
  'iam:DeletePolicy',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:ListPolicyVersions',
  'iam:ListPolicyTags',
  'iam:TagPolicy',
]

/** IAM actions that roles and what carries a policy take. */
export const ACCESS_ACTIONS: { readonly [N in Access]: readonly string[] } = {
  'role-boundary': BOUNDARY,
  'user-boundary': BOUNDARY,
  user: [
    'iam:CreateUser',
    'iam:DeleteUser',
    'iam:GetUser',
    'iam:TagUser',
    'iam:ListUserTags',
    'iam:AttachUserPolicy',
    'iam:DetachUserPolicy',
    'iam:ListAttachedUserPolicies',
    'iam:ListUserPolicies',
    'iam:DeleteUserPolicy',
    'iam:PutUserPermissionsBoundary',
    'iam:DeleteUserPermissionsBoundary',
  ],
  'user-policy': ['iam:PutUserPolicy', 'iam:GetUserPolicy', 'iam:DeleteUserPolicy'],
  'access-point': [
    's3:CreateAccessPoint',
    's3:DeleteAccessPoint',
    's3:GetAccessPoint',
    's3:GetAccessPointPolicy',
    's3:PutAccessPointPolicy',
    's3:DeleteAccessPointPolicy',
    's3:PutAccessPointPublicAccessBlock',
  ],
  'key-grant': ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
  role: [...SHARED_ACTIONS.role, 'iam:PutRolePermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'],
  'role-policy': ['iam:PutRolePolicy', 'iam:GetRolePolicy', 'iam:DeleteRolePolicy'],
  'role-profile': SHARED_ACTIONS.profile,
  queue: [
    'sqs:CreateQueue',
    'sqs:DeleteQueue',
    'sqs:GetQueueUrl',
    'sqs:GetQueueAttributes',
    'sqs:SetQueueAttributes',
    'sqs:TagQueue',
    'sqs:ListQueueTags',
  ],
  'queue-policy': ['sqs:SetQueueAttributes', 'sqs:GetQueueAttributes'],
  topic: [
    'sns:CreateTopic',
    'sns:DeleteTopic',
    'sns:GetTopicAttributes',
    'sns:SetTopicAttributes',
    'sns:TagResource',
    'sns:ListTagsForResource',
    'tag:GetResources',
  ],
  'topic-policy': ['sns:SetTopicAttributes', 'sns:GetTopicAttributes'],
  key: [
    'kms:CreateKey',
    'kms:ScheduleKeyDeletion',
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:PutKeyPolicy',
    'kms:TagResource',
    'kms:ListResourceTags',
    'tag:GetResources',
  ],
  'key-policy': ['kms:PutKeyPolicy', 'kms:GetKeyPolicy'],
  'key-alias': ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:ListAliases'],
  secret: [
    'secretsmanager:CreateSecret',
    'secretsmanager:DeleteSecret',
    'secretsmanager:DescribeSecret',
    'secretsmanager:TagResource',
    'tag:GetResources',
  ],
  'secret-policy': [
    'secretsmanager:PutResourcePolicy',
    'secretsmanager:GetResourcePolicy',
    'secretsmanager:DeleteResourcePolicy',
  ],
  repository: [
    'ecr:CreateRepository',
    'ecr:DeleteRepository',
    'ecr:DescribeRepositories',
    'ecr:SetRepositoryPolicy',
    'ecr:GetRepositoryPolicy',
    'ecr:TagResource',
    'ecr:ListTagsForResource',
    'tag:GetResources',
  ],
  'event-bus': [
    'events:CreateEventBus',
    'events:DeleteEventBus',
    'events:DescribeEventBus',
    'events:PutPermission',
    'events:RemovePermission',
    'events:TagResource',
    'events:ListTagsForResource',
    'tag:GetResources',
  ],
  'function-permission': ['lambda:AddPermission', 'lambda:RemovePermission', 'lambda:GetPolicy'],
  'endpoint-policy': ['ec2:ModifyVpcEndpoint', 'ec2:DescribeVpcEndpoints'],
  'bucket-policy': ['s3:PutBucketPolicy', 's3:GetBucketPolicy', 's3:DeleteBucketPolicy'],
}
