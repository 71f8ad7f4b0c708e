import type { Lab } from './lab.ts'

/** What outlives a stack because it may hold data. */
export const KEPT_BY_STACKS = /list-buckets|list-tables|list-secrets|list-queues|describe-repositories/

/** Questions whose answer is empty when nothing is left. */
const QUESTIONS = [
  ['ec2 describe-vpcs', 'Vpcs[?!IsDefault].VpcId'],
  ['ec2 describe-vpc-endpoints', 'VpcEndpoints[?State!=`deleted`].VpcEndpointId'],
  ['ec2 describe-vpc-endpoint-service-configurations', 'ServiceConfigurations[].ServiceId'],
  ['ec2 describe-addresses', 'Addresses[].AllocationId'],
  ['ec2 describe-transit-gateways', 'TransitGateways[?State!=`deleted`].TransitGatewayId'],
  [
    'ec2 describe-transit-gateway-attachments',
    'TransitGatewayAttachments[?State!=`deleted`].TransitGatewayAttachmentId',
  ],
  ['ec2 describe-vpc-peering-connections', 'VpcPeeringConnections[?Status.Code!=`deleted`].VpcPeeringConnectionId'],
  ['ec2 describe-vpn-gateways', 'VpnGateways[?State!=`deleted`].VpnGatewayId'],
  ['ec2 describe-vpn-connections', 'VpnConnections[?State!=`deleted`].VpnConnectionId'],
  ['ec2 describe-customer-gateways', 'CustomerGateways[?State!=`deleted`].CustomerGatewayId'],
  ['ec2 describe-managed-prefix-lists', 'PrefixLists[?OwnerId!=`AWS` && State!=`delete-complete`].PrefixListId'],
  ['ec2 describe-network-interfaces', 'NetworkInterfaces[?TagSet].NetworkInterfaceId'],
  ['ec2 describe-instances', 'Reservations[].Instances[?State.Name!=`terminated`].InstanceId'],
  ['ec2 describe-internet-gateways', 'InternetGateways[?!Attachments].InternetGatewayId'],
  ['elbv2 describe-load-balancers', 'LoadBalancers[].LoadBalancerArn'],
  ['elbv2 describe-target-groups', 'TargetGroups[].TargetGroupArn'],
  ['route53 list-hosted-zones', 'HostedZones[].Id'],
  ['iam list-roles', 'Roles[?Tags].RoleName'],
  ['iam list-users', 'Users[].UserName'],
  ['iam list-policies --scope Local', 'Policies[].PolicyName'],
  ['iam list-instance-profiles', 'InstanceProfiles[].InstanceProfileName'],
  ['lambda list-functions', 'Functions[].FunctionName'],
  ['s3api list-buckets', 'Buckets[].Name'],
  ['dynamodb list-tables', 'TableNames'],
  ['sqs list-queues', 'QueueUrls'],
  ['sns list-topics', 'Topics[].TopicArn'],
  ['secretsmanager list-secrets', 'SecretList[].Name'],
  ['kms list-aliases', 'Aliases[?!starts_with(AliasName, `alias/aws/`)].AliasName'],
  ['ecr describe-repositories', 'repositories[].repositoryName'],
  ['events list-event-buses', 'EventBuses[?Name!=`default`].Name'],
  ['s3control list-access-points --account-id ACCOUNT', 'AccessPointList[].Name'],
  ['apigateway get-rest-apis', 'items[].id'],
  ['cloudformation list-stacks', 'StackSummaries[?StackStatus!=`DELETE_COMPLETE`].StackName'],
] as const

/** What a scan of every account and Region still finds; `kept` are kinds that outlive a stack because they may hold data. */
export const leftoversIn = (lab: Lab, accounts: readonly string[], regions: readonly string[], kept: RegExp | null) =>
  accounts.flatMap((account) =>
    regions.flatMap((region) =>
      QUESTIONS.flatMap(([command, query]) => {
        if (kept?.test(command)) return []
        const found = lab.ask(account, [
          ...command.replace('ACCOUNT', account).split(' '),
          '--region',
          region,
          '--query',
          query,
          '--output',
          'text',
        ])
        return ['', 'None'].includes(found)
          ? []
          : [`left in ${account}, ${region} (${command}): ${found.replaceAll(/\s+/g, ' ')}`]
      }),
    ),
  )
