import { isUnknown } from '../../cloudformation/isUnknown.ts'
import { policyIn } from './policyIn.ts'
import type { Block, Given, Loose, Maybe, Part, Seen, TerraformTypes } from './terraformType.ts'
import { adding } from './terraformType.ts'
import { filled, listed } from './values.ts'

/** The policy that an instance beside another one has for it, else the one in itself. */
function policyOn(seen: Seen, type: string, names: string, own = 'policy', theirs = 'policy'): Maybe {
  const [beside] = seen.naming(type, names)
  if (beside) return policyIn(beside, theirs)
  const [open] = seen.open(type, names)
  if (open) return { unknown: `whether ${open.instance.address} is of it` }
  return own === '' ? undefined : policyIn(seen, own)
}

/** A resource of CloudFormation's that attaches a policy; none where there is none. */
const attaching = (
  type: string,
  member: string,
  policy: Maybe,
  seen: Seen,
  name = 'PolicyDocument',
): readonly Part[] =>
  policy === undefined || policy === null ? [] : [{ type, properties: { [member]: [seen.id], [name]: policy } }]

/** What may call a function; one that is of a version or an alias is of that alone. */
const permission = (one: Seen): Given => ({
  FunctionName: one.named('function_name')?.id ?? one.get('function_name'),
  Qualifier: filled(one.get('qualifier')),
  StatementId: filled(one.get('statement_id')),
  Action: one.get('action'),
  Principal: one.get('principal'),
  SourceArn: filled(one.get('source_arn')),
  SourceAccount: filled(one.get('source_account')),
  PrincipalOrgID: filled(one.get('principal_org_id')),
  FunctionUrlAuthType: filled(one.get('function_url_auth_type')),
  EventSourceToken: filled(one.get('event_source_token')),
})

/** Grants that stand beside a key; in CloudFormation there are none. */
const grantsOf = (seen: Seen): Given => ({
  Grants: seen.naming('aws_kms_grant', 'key_id').map((one) => ({
    Grantee: one.get('grantee_principal'),
    Operations: one.get('operations'),
    Constrained: one.blocks('constraints').length > 0,
  })),
})

const key = {
  more: (seen: Seen): Given => ({
    KeyId: filled(seen.given('key_id')),
    KeyPolicy: policyOn(seen, 'aws_kms_key_policy', 'key_id'),
  }),
  stated: grantsOf,
  attributes: { arn: 'Arn', key_id: 'KeyId', id: 'Ref' },
}
const KEY = `bypass_policy_lockout_safety_check custom_key_store_id customer_master_key_spec deletion_window_in_days description enable_key_rotation is_enabled
  key_usage multi_region rotation_period_in_days xks_key_id key_rotation_enabled key_spec primary_key_arn enabled`

/** What carries a policy of its own. Source: AWS provider, resources of these services. */
export const guarded: TerraformTypes = {
  aws_sqs_queue: {
    type: 'AWS::SQS::Queue',
    renamed: { name: 'QueueName' },
    parts: (seen) =>
      attaching('AWS::SQS::QueuePolicy', 'Queues', policyOn(seen, 'aws_sqs_queue_policy', 'queue_url'), seen),
    attributes: { arn: 'Arn', id: 'Ref', url: 'Ref', name: 'QueueName' },
    ignores: `content_based_deduplication deduplication_scope delay_seconds fifo_queue fifo_throughput_limit kms_data_key_reuse_period_seconds kms_master_key_id
    max_message_size message_retention_seconds name_prefix receive_wait_time_seconds redrive_allow_policy redrive_policy sqs_managed_sse_enabled url
    visibility_timeout_seconds`,
  },
  aws_sqs_queue_policy: adding('queue_url', 'policy'),
  aws_sns_topic: {
    type: 'AWS::SNS::Topic',
    renamed: { name: 'TopicName' },
    parts: (seen) => attaching('AWS::SNS::TopicPolicy', 'Topics', policyOn(seen, 'aws_sns_topic_policy', 'arn'), seen),
    attributes: { arn: 'TopicArn', id: 'TopicArn', name: 'TopicName' },
    ignores: `archive_policy application_failure_feedback_role_arn application_success_feedback_role_arn application_success_feedback_sample_rate
    beginning_archive_time content_based_deduplication delivery_policy display_name fifo_throughput_scope fifo_topic firehose_failure_feedback_role_arn
    firehose_success_feedback_role_arn firehose_success_feedback_sample_rate http_failure_feedback_role_arn http_success_feedback_role_arn
    http_success_feedback_sample_rate kms_master_key_id lambda_failure_feedback_role_arn lambda_success_feedback_role_arn lambda_success_feedback_sample_rate
    name_prefix owner signature_version sqs_failure_feedback_role_arn sqs_success_feedback_role_arn sqs_success_feedback_sample_rate tracing_config`,
  },
  aws_sns_topic_policy: adding('arn', 'policy owner'),
  aws_kms_key: { type: 'AWS::KMS::Key', ...key, ignores: KEY },
  aws_kms_replica_key: { type: 'AWS::KMS::ReplicaKey', ...key, ignores: KEY },
  aws_kms_key_policy: adding('key_id', 'policy bypass_policy_lockout_safety_check'),
  aws_kms_alias: {
    type: 'AWS::KMS::Alias',
    renamed: { name: 'AliasName' },
    more: (seen) => ({ TargetKeyId: seen.named('target_key_id')?.id ?? seen.get('target_key_id') }),
    ignores: 'name_prefix target_key_arn',
  },
  aws_kms_grant: adding(
    'key_id',
    'name grantee_principal operations constraints retiring_principal grant_id grant_token',
  ),
  aws_secretsmanager_secret: {
    type: 'AWS::SecretsManager::Secret',
    renamed: { name: 'Name' },
    parts: (seen) =>
      attaching(
        'AWS::SecretsManager::ResourcePolicy',
        'SecretId',
        policyOn(seen, 'aws_secretsmanager_secret_policy', 'secret_arn'),
        seen,
        'ResourcePolicy',
      ),
    attributes: { arn: 'Id', id: 'Id' },
    ignores: 'name_prefix description force_overwrite_replica_secret kms_key_id recovery_window_in_days replica',
  },
  aws_secretsmanager_secret_policy: adding('secret_arn', 'policy block_public_policy'),
  aws_dynamodb_resource_policy: adding('resource_arn', 'policy confirm_remove_self_resource_access revision_id'),
  aws_lambda_permission: {
    type: 'AWS::Lambda::Permission',
    more: permission,
    ignores: 'statement_id_prefix invoked_via_function_url',
  },
  aws_ecr_repository: {
    type: 'AWS::ECR::Repository',
    renamed: { name: 'RepositoryName' },
    more: (seen) => ({ RepositoryPolicyText: policyOn(seen, 'aws_ecr_repository_policy', 'repository', '') }),
    attributes: { arn: 'Arn', name: 'Ref', id: 'Ref', repository_url: 'RepositoryUri' },
    ignores: `encryption_configuration force_delete image_scanning_configuration image_tag_mutability image_tag_mutability_exclusion_filter registry_id
    repository_url`,
  },
  aws_ecr_repository_policy: adding('repository', 'policy registry_id'),
  aws_cloudwatch_event_bus: {
    type: 'AWS::Events::EventBus',
    renamed: { name: 'Name' },
    more: (seen) => ({ Policy: policyOn(seen, 'aws_cloudwatch_event_bus_policy', 'event_bus_name', '') }),
    attributes: { arn: 'Arn', name: 'Ref', id: 'Ref' },
    ignores: 'description event_source_name kms_key_identifier dead_letter_config log_config',
  },
  aws_cloudwatch_event_bus_policy: adding('event_bus_name', 'policy'),
  aws_cloudwatch_event_permission: {
    type: 'AWS::Events::EventBusPolicy',
    more: (seen) => {
      const condition = seen.block('condition')
      return {
        EventBusName: seen.named('event_bus_name')?.id ?? filled(seen.get('event_bus_name')) ?? 'default',
        StatementId: seen.get('statement_id'),
        Principal: seen.get('principal'),
        Action: filled(seen.get('action')),
        Condition:
          condition.type === undefined
            ? undefined
            : { Type: condition.type, Key: condition.key, Value: condition.value },
      }
    },
  },
}

const FLAGS = ['block_public_acls', 'ignore_public_acls', 'block_public_policy', 'restrict_public_buckets'] as const
const NAMES = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const

/** Block Public Access of a bucket and of its account: either is enough. Without any a new bucket has all of it on. Source: AWS provider, aws_s3_bucket_public_access_block. */
function blocked(seen: Seen): Given | undefined {
  const own = seen.naming('aws_s3_bucket_public_access_block', 'bucket')
  if (own.length === 0) return undefined
  const all = [...own, ...seen.all('aws_s3_account_public_access_block').filter((one) => one.account === seen.account)]
  const anyOf = (flag: string): Loose => {
    const said = all.map((one) => one.get(flag))
    return said.includes(true) || (said.find(isUnknown) ?? false)
  }
  return Object.fromEntries(FLAGS.map((flag, index) => [NAMES[index]!, anyOf(flag)] as const))
}

/** What a bucket is besides its name, most of which stands beside it. Source: AWS provider, aws_s3_bucket and what belongs to it. */
export function bucketOf(seen: Seen): Given {
  const [ownership] = seen.naming('aws_s3_bucket_ownership_controls', 'bucket').flatMap((one) => one.blocks('rule'))
  const [rule] = [
    ...seen.naming('aws_s3_bucket_server_side_encryption_configuration', 'bucket').flatMap((one) => one.blocks('rule')),
  ]
  const [byDefault] = listed(rule?.apply_server_side_encryption_by_default) as readonly Block[]
  return {
    PublicAccessBlockConfiguration: blocked(seen),
    OwnershipControls: ownership && { Rules: [{ ObjectOwnership: ownership.object_ownership }] },
    BucketEncryption: rule && {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: rule.bucket_key_enabled,
          ServerSideEncryptionByDefault: byDefault && {
            SSEAlgorithm: byDefault.sse_algorithm,
            KMSMasterKeyID: filled(byDefault.kms_master_key_id),
          },
        },
      ],
    },
  }
}

/** The policy of a bucket as a resource of its own. */
export const bucketPolicy = (seen: Seen): readonly Part[] => {
  const policy = policyOn(seen, 'aws_s3_bucket_policy', 'bucket')
  return policy === undefined || policy === null
    ? []
    : [{ type: 'AWS::S3::BucketPolicy', properties: { Bucket: seen.id, PolicyDocument: policy } }]
}

/** The policy of a table, as a table of CloudFormation's has it. */
export const tableOf = (seen: Seen): Given => {
  const policy = policyOn(seen, 'aws_dynamodb_resource_policy', 'resource_arn', '')
  return { ResourcePolicy: policy === undefined || policy === null ? undefined : { PolicyDocument: policy } }
}

/** What adds to buckets, and their access points. */
export const bucketParts: TerraformTypes = {
  aws_s3_bucket_policy: adding('bucket', 'policy'),
  aws_s3_bucket_public_access_block: adding('bucket', `${FLAGS.join(' ')} skip_destroy`),
  aws_s3_account_public_access_block: { type: null, ignores: `account_id ${FLAGS.join(' ')}` },
  aws_s3_bucket_ownership_controls: adding('bucket', 'rule'),
  aws_s3_bucket_server_side_encryption_configuration: adding('bucket', 'rule expected_bucket_owner'),
  aws_s3_access_point: {
    type: 'AWS::S3::AccessPoint',
    renamed: { name: 'Name' },
    more: (seen) => {
      const [vpc] = seen.blocks('vpc_configuration')
      const [blocks] = seen.blocks('public_access_block_configuration')
      return {
        Bucket: seen.named('bucket')?.id ?? seen.get('bucket'),
        VpcConfiguration: vpc && { VpcId: vpc.vpc_id },
        PublicAccessBlockConfiguration:
          blocks && Object.fromEntries(FLAGS.map((flag, index) => [NAMES[index]!, blocks[flag] ?? true])),
        Policy: policyOn(seen, 'aws_s3control_access_point_policy', 'access_point_arn'),
      }
    },
    attributes: { arn: 'Arn', id: 'Arn', alias: 'Alias', name: 'Name' },
    ignores: `account_id alias bucket_account_id domain_name endpoints has_public_access_policy network_origin`,
  },
  aws_s3control_access_point_policy: adding('access_point_arn', 'policy has_public_access_policy'),
}
