import type { Word } from '../steps/argument.ts'
import type { Call, Reader } from '../steps/call.ts'

/**
 * What the waiters of the AWS CLI ask, what they wait for, and the error code that they take for an answer: not known yet, or gone.
 * AWS Tools for PowerShell have none. Source: botocore, `waiters-2.json`.
 */
export const WAITERS: Readonly<
  Record<string, readonly [operation: string, query: string, wanted: string, done?: string]>
> = {
  'ec2 vpc-available': ['ec2 describe-vpcs', 'Vpcs[0].State', 'available'],
  'ec2 subnet-available': ['ec2 describe-subnets', 'Subnets[0].State', 'available'],
  'ec2 nat-gateway-available': ['ec2 describe-nat-gateways', 'NatGateways[0].State', 'available', 'NatGatewayNotFound'],
  'ec2 nat-gateway-deleted': ['ec2 describe-nat-gateways', 'NatGateways[0].State', '|deleted', 'NatGatewayNotFound'],
  'ec2 instance-running': [
    'ec2 describe-instances',
    'Reservations[0].Instances[0].State.Name',
    'running',
    'InvalidInstanceID.NotFound',
  ],
  'ec2 customer-gateway-available': ['ec2 describe-customer-gateways', 'CustomerGateways[0].State', 'available'],
  'ec2 vpn-connection-available': ['ec2 describe-vpn-connections', 'VpnConnections[0].State', 'available'],
  'ec2 vpn-connection-deleted': [
    'ec2 describe-vpn-connections',
    'VpnConnections[0].State',
    '|deleted',
    'InvalidVpnConnectionID.NotFound',
  ],
  'ec2 vpc-peering-connection-deleted': [
    'ec2 describe-vpc-peering-connections',
    'VpcPeeringConnections[0].Status.Code',
    '|deleted|rejected|expired',
    'InvalidVpcPeeringConnectionID.NotFound',
  ],
  'elbv2 load-balancer-available': [
    'elbv2 describe-load-balancers',
    'LoadBalancers[0].State.Code',
    'active',
    'LoadBalancerNotFound',
  ],
  'elbv2 load-balancers-deleted': [
    'elbv2 describe-load-balancers',
    'LoadBalancers[0].State.Code',
    '',
    'LoadBalancerNotFound',
  ],
  'dynamodb table-exists': ['dynamodb describe-table', 'Table.TableStatus', 'ACTIVE', 'ResourceNotFoundException'],
  'lambda function-active-v2': ['lambda get-function', 'Configuration.State', 'Active'],
  'iam instance-profile-exists': [
    'iam get-instance-profile',
    'InstanceProfile.InstanceProfileName',
    '.+',
    'NoSuchEntity',
  ],
  'iam role-exists': ['iam get-role', 'Role.RoleName', '.+', 'NoSuchEntity'],
  'iam user-exists': ['iam get-user', 'User.UserName', '.+', 'NoSuchEntity'],
}

/** What is asked in the place of a waiter, and the answer that it waits for. */
export function waiterReader(call: Call): { readonly wanted: string; readonly from: Reader } {
  const row = WAITERS[call.operation]
  if (row === undefined) throw new Error(`No way is known to wait for ${call.operation} in PowerShell`)
  const [operation, query, wanted, done] = row
  return {
    wanted,
    from: { call: { ...call, operation, query: query satisfies Word }, ...(done !== undefined && { done }) },
  }
}
