/** IAM actions that parts of several kinds take. */
export const SHARED_ACTIONS = {
  share: ['ram:CreateResourceShare', 'ram:DeleteResourceShare', 'ram:GetResourceShares', 'ram:TagResource'],
  endpoint: ['ec2:CreateVpcEndpoint', 'ec2:ModifyVpcEndpoint', 'ec2:DeleteVpcEndpoints', 'ec2:DescribeVpcEndpoints'],
} as const
