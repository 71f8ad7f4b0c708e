import type { SettingsOf } from '../aws/settings.ts'
import type { PartName, PartNameOf, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { policyOf } from './access.ts'
import { type Argument, type Arguments, type Asked, attributeOf, block, blocks, json, type Printer } from './asked.ts'
import { codeOf, resource } from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import { LAMBDA_FILE } from './lambdaFile.ts'
import { made, snaked, tagged, withTags } from './made.ts'
import { named } from './named.ts'

type Interface = SettingsOf<'client-interface'>
type Addresses = Pick<Interface, 'PrivateIpAddress' | 'PrivateIpAddresses' | 'SecondaryPrivateIpAddressCount'>

/** An interface by itself. The first of several addresses is the primary one, which only an ordered list says. */
const networkInterface = (settings: Omit<Interface, 'SourceDestCheck'>): Arguments => {
  const { SubnetId, Groups, PrivateIpAddress, PrivateIpAddresses, SecondaryPrivateIpAddressCount, Ipv6AddressCount } =
    settings
  return {
    subnet_id: SubnetId,
    security_groups: Groups,
    private_ips: PrivateIpAddress === undefined ? undefined : [PrivateIpAddress],
    private_ip_list_enabled: PrivateIpAddresses && true,
    private_ip_list: PrivateIpAddresses?.map((one) => one.PrivateIpAddress),
    private_ips_count: SecondaryPrivateIpAddressCount,
    ipv6_address_count: Ipv6AddressCount,
  }
}

function instance(part: PartOf<'instance'>, settings: SettingsOf<'instance'>, stack: StackPlan): readonly Asked[] {
  const { ImageId, InstanceType, IamInstanceProfile, NetworkInterfaces } = settings
  const [first, ...rest] = NetworkInterfaces
  const body = (more: Arguments): Asked =>
    withTags(part, stack, {
      type: 'aws_instance',
      body: { ami: ImageId, instance_type: InstanceType, iam_instance_profile: IamInstanceProfile?.Name, ...more },
    })
  const withPrimary = (id: Argument | undefined) =>
    body({ primary_network_interface: block(id === undefined ? undefined : { network_interface_id: id }) })
  if (first !== undefined && 'SubnetId' in first) {
    if (!asksForMore(first)) return [body(inline(first))]
    const own = codeOf(resource(`aws_network_interface.${identifierOf(nameOf(stack, part.key))}`), '.id')
    return [withPrimary(own), { type: 'aws_network_interface', body: networkInterface(first) }]
  }
  const attached = rest.flatMap((one): Asked[] =>
    'NetworkInterfaceId' in one
      ? [
          {
            type: 'aws_network_interface_attachment',
            suffix: `${one.DeviceIndex}`,
            body: {
              instance_id: attributeOf(part.key, 'id'),
              network_interface_id: one.NetworkInterfaceId,
              device_index: one.DeviceIndex,
            },
          },
        ]
      : [],
  )
  // Further interfaces come afterwards
  const spares = part.interfaces.slice(1).flatMap((one) => one.part ?? [])
  return [{ ...withPrimary(first?.NetworkInterfaceId), spares }, ...attached]
}

/** Only of an interface by itself can further addresses be asked for by their number, and such a one gets no public address by itself. */
const asksForMore = (one: {
  readonly SecondaryPrivateIpAddressCount?: unknown
  readonly AssociatePublicIpAddress: boolean
}) => one.SecondaryPrivateIpAddressCount !== undefined && !one.AssociatePublicIpAddress

/** The one interface of an instance, which is made with it. */
const inline = ({
  SubnetId,
  Groups,
  AssociatePublicIpAddress,
  Ipv6AddressCount,
  ...addresses
}: Omit<Interface, 'SourceDestCheck'> & { readonly AssociatePublicIpAddress: boolean }): Arguments => ({
  subnet_id: SubnetId,
  vpc_security_group_ids: Groups,
  associate_public_ip_address: AssociatePublicIpAddress,
  ...chosen(addresses),
  ipv6_address_count: Ipv6AddressCount,
})

function chosen({ PrivateIpAddress, PrivateIpAddresses }: Addresses): Arguments {
  const [primary, ...further] = PrivateIpAddresses?.map((one) => one.PrivateIpAddress) ?? []
  return { private_ip: PrivateIpAddress ?? primary, secondary_private_ips: further.length > 0 ? further : undefined }
}

function role(
  part: PartOf<'lambda-role' | 'ecs-role' | 'instance-role'>,
  settings: SettingsOf<'lambda-role'>,
  stack: StackPlan,
): readonly Asked[] {
  return [
    withTags(part, stack, {
      type: 'aws_iam_role',
      body: { name: named(part), assume_role_policy: json(settings.AssumeRolePolicyDocument) },
    }),
    {
      type: 'aws_iam_role_policy_attachment',
      body: { role: attributeOf(part.key, 'name'), policy_arn: settings.PolicyArn },
    },
  ]
}

const kept =
  <N extends PartName>(printer: Printer<N>): Printer<N> =>
  (part, settings, stack) =>
    printer(part, settings, stack).map((one) => ({ ...one, keep: true }))

/** What of a bucket the provider has resources of its own for. */
const bucketSettings = (
  { key }: PartOf<'bucket'>,
  { OwnershipControls, ServerSideEncryptionConfiguration }: SettingsOf<'bucket'>,
): readonly Asked[] => [
  ...(OwnershipControls === undefined
    ? []
    : [
        {
          type: 'aws_s3_bucket_ownership_controls' as const,
          body: { bucket: attributeOf(key, 'id'), rule: blocks(OwnershipControls.Rules.map(snaked)) },
        },
      ]),
  ...(ServerSideEncryptionConfiguration === undefined
    ? []
    : [
        {
          type: 'aws_s3_bucket_server_side_encryption_configuration' as const,
          body: {
            bucket: attributeOf(key, 'id'),
            rule: blocks(
              ServerSideEncryptionConfiguration.Rules.map(
                ({ BucketKeyEnabled, ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID } }) => ({
                  bucket_key_enabled: BucketKeyEnabled,
                  apply_server_side_encryption_by_default: block({
                    sse_algorithm: SSEAlgorithm,
                    kms_master_key_id: KMSMasterKeyID,
                  }),
                }),
              ),
            ),
          },
        },
      ]),
]

/** How the provider spells instances, functions, tasks, and what requests go to beside networks. */
export const clients: {
  readonly [N in PartNameOf<
    'client' | 's3-bucket' | 's3-access-point' | 'dynamodb-table' | 'api-gateway-api'
  >]: Printer<N>
} = {
  'client-interface': tagged('aws_network_interface', ({ SourceDestCheck, ...settings }) => ({
    ...networkInterface(settings),
    source_dest_check: SourceDestCheck,
  })),
  instance,
  'instance-role': role,
  'instance-profile': tagged('aws_iam_instance_profile', (_, part) => ({
    name: named(part),
    role: attributeOf(part.role, 'name'),
  })),
  'client-address': tagged('aws_eip'),
  'address-association': made('aws_eip_association'),
  'lambda-role': role,
  'lambda-function': tagged('aws_lambda_function', ({ VpcConfig, ...settings }, part) => ({
    function_name: named(part),
    filename: codeOf(`"\${path.module}/${LAMBDA_FILE}"`),
    source_code_hash: codeOf(`filebase64sha256("\${path.module}/${LAMBDA_FILE}")`),
    ...snaked(settings),
    vpc_config: block(snaked(VpcConfig)),
  })),
  'ecs-cluster': tagged('aws_ecs_cluster', (_, part) => ({ name: named(part) })),
  'ecs-role': role,
  'ecs-task': tagged('aws_ecs_task_definition', ({ containerDefinitions, ...settings }, part) => ({
    family: named(part),
    ...snaked(settings),
    container_definitions: json(containerDefinitions),
  })),
  'ecs-service': tagged(
    'aws_ecs_service',
    ({ deploymentConfiguration, networkConfiguration: { awsvpcConfiguration }, ...settings }, part) => ({
      name: named(part),
      ...snaked(settings),
      deployment_circuit_breaker: block(snaked(deploymentConfiguration.deploymentCircuitBreaker)),
      network_configuration: block({
        ...snaked(awsvpcConfiguration),
        assign_public_ip: awsvpcConfiguration.assignPublicIp === 'ENABLED',
      }),
    }),
  ),
  bucket: kept((part, settings, stack) => [
    ...tagged<'bucket'>('aws_s3_bucket', ({ Bucket }) => ({ bucket: Bucket }))(part, settings, stack),
    {
      type: 'aws_s3_bucket_public_access_block',
      body: { bucket: attributeOf(part.key, 'id'), ...snaked(settings.PublicAccessBlockConfiguration) },
    },
    ...bucketSettings(part, settings),
  ]),
  'access-point': made(
    'aws_s3_access_point',
    ({ Name, Bucket, BucketAccountId, VpcConfiguration, PublicAccessBlockConfiguration, Policy }) => ({
      name: Name,
      bucket: Bucket,
      bucket_account_id: BucketAccountId,
      policy: Policy === undefined ? undefined : policyOf(Policy),
      vpc_configuration: block(VpcConfiguration && snaked(VpcConfiguration)),
      public_access_block_configuration: block(snaked(PublicAccessBlockConfiguration)),
    }),
  ),
  'bucket-policy': kept(
    made('aws_s3_bucket_policy', ({ Bucket, Policy }) => ({ bucket: Bucket, policy: policyOf(Policy) })),
  ),
  table: kept((part, settings, stack) => [
    ...tagged<'table'>('aws_dynamodb_table', ({ TableName, BillingMode, AttributeDefinitions, KeySchema: [key] }) => ({
      name: TableName,
      billing_mode: BillingMode,
      hash_key: key!.AttributeName,
      attribute: blocks(AttributeDefinitions.map((one) => ({ name: one.AttributeName, type: one.AttributeType }))),
    }))(part, settings, stack),
    ...(settings.ResourcePolicy === undefined
      ? []
      : [
          {
            type: 'aws_dynamodb_resource_policy' as const,
            body: { resource_arn: attributeOf(part.key, 'arn'), policy: policyOf(settings.ResourcePolicy) },
          },
        ]),
  ]),
  api: tagged(
    'aws_api_gateway_rest_api',
    ({ endpointConfiguration, disableExecuteApiEndpoint, policy, ...settings }) => ({
      ...snaked(settings),
      policy: policy === undefined ? undefined : policyOf(policy),
      disable_execute_api_endpoint: disableExecuteApiEndpoint,
      endpoint_configuration: block(snaked(endpointConfiguration)),
    }),
  ),
}
