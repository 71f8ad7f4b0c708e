/**
 * Operations of EC2 that change something and take no `DryRun`, as the AWS CLI calls them.
 * Source: botocore 1.43, the service model of EC2; a test compares the two.
 */
export const WITHOUT_DRY_RUN: readonly string[] = [
  'associate-vpc-cidr-block',
  'create-vpn-connection-route',
  'delete-vpn-connection-route',
  'modify-subnet-attribute',
  'modify-vpc-attribute',
]
