import { SHARED_ACTIONS } from './sharedActions.ts'

const of = (thing: string, ...more: readonly string[]): readonly string[] =>
  [`Create${thing}`, `Delete${thing}`, `Get${thing}`, `List${thing}s`, 'TagResource', ...more].map((action) =>
    action.includes(':') ? action : `vpc-lattice:${action}`,
  )
const SHARE = [...SHARED_ACTIONS.share, 'vpc-lattice:GetResourcePolicy', 'vpc-lattice:PutResourcePolicy']
const ENDPOINT = [...SHARED_ACTIONS.endpoint, 'vpc-lattice:AssociateViaAWSService']

/** IAM actions of the parts of VPC Lattice. Source: Service Authorization Reference, Amazon VPC Lattice. */
export const LATTICE_ACTIONS = {
  'resource-gateway': of(
    'ResourceGateway',
    'ec2:DescribeVpcs',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
    'iam:CreateServiceLinkedRole',
  ),
  'domain-verification': [
    'vpc-lattice:StartDomainVerification',
    'vpc-lattice:DeleteDomainVerification',
    'vpc-lattice:GetDomainVerification',
    'vpc-lattice:ListDomainVerifications',
    'vpc-lattice:TagResource',
  ],
  'resource-configuration': of(
    'ResourceConfiguration',
    'ec2:DescribeInstances',
    'ec2:DescribeNetworkInterfaces',
    'elasticloadbalancing:DescribeLoadBalancers',
  ),
  'configuration-share': SHARE,
  'service-network': of('ServiceNetwork'),
  'network-share': SHARE,
  'network-resource': of('ServiceNetworkResourceAssociation'),
  'network-vpc': of('ServiceNetworkVpcAssociation', 'ec2:DescribeVpcs', 'ec2:DescribeSecurityGroups'),
  'resource-endpoint': ENDPOINT,
  'service-network-endpoint': ENDPOINT,
} as const
