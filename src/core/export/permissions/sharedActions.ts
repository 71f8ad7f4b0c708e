/** IAM actions that parts of several kinds take. */
export const SHARED_ACTIONS = {
  share: ['ram:CreateResourceShare', 'ram:DeleteResourceShare', 'ram:GetResourceShares', 'ram:TagResource'],
  endpoint: ['ec2:CreateVpcEndpoint', 'ec2:ModifyVpcEndpoint', 'ec2:DeleteVpcEndpoints', 'ec2:DescribeVpcEndpoints'],
  role: [
    'iam:CreateRole',
    'iam:DeleteRole',
    'iam:GetRole',
    'iam:TagRole',
    'iam:AttachRolePolicy',
    'iam:DetachRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:ListRolePolicies',
    'iam:DeleteRolePolicy',
    'iam:PassRole',
  ],
  profile: [
    'iam:CreateInstanceProfile',
    'iam:DeleteInstanceProfile',
    'iam:GetInstanceProfile',
    'iam:AddRoleToInstanceProfile',
    'iam:RemoveRoleFromInstanceProfile',
    'iam:TagInstanceProfile',
    'iam:ListInstanceProfileTags',
    'iam:PassRole',
    'ec2:AssociateIamInstanceProfile',
    'ec2:DescribeIamInstanceProfileAssociations',
  ],
} as const
