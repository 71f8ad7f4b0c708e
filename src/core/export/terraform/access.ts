import { isLater, type Value } from '../aws/value.ts'
import type { PartNameOf, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Argument, type Arguments, type Asked, attributeOf, json, type Printer } from './asked.ts'
import { made, snaked, tagged, withTags } from './made.ts'
import { named } from './named.ts'

/** A policy as data; one that no format can hold as data is written letter by letter. */
export const policyOf = (policy: Value): Argument =>
  typeof policy === 'string' || isLater(policy) ? policy : json(policy)

type Access = PartNameOf<'iam-role' | 'iam-user' | 'policy-resource'>
/** A resource beside the part's own, where there is a policy to put. */
const besides = (policy: Value | undefined, of: (policy: Argument) => Asked): readonly Asked[] =>
  policy === undefined ? [] : [of(policyOf(policy))]
const kept = (asked: readonly Asked[]): readonly Asked[] => asked.map((one) => ({ ...one, keep: true }))

const IDENTITIES = {
  role: { own: 'aws_iam_role', attachment: 'aws_iam_role_policy_attachment' },
  user: { own: 'aws_iam_user', attachment: 'aws_iam_user_policy_attachment' },
} as const

/** A role or a user, with what is attached to it. */
function identity(
  part: PartOf<'role' | 'user'>,
  kind: 'role' | 'user',
  {
    PermissionsBoundary,
    PolicyArns,
    Path,
    body,
  }: {
    readonly PermissionsBoundary?: Value | undefined
    readonly PolicyArns: readonly Value[]
    readonly Path?: string | undefined
    readonly body: Arguments
  },
  stack: StackPlan,
): readonly Asked[] {
  const own = withTags(part, stack, {
    type: IDENTITIES[kind].own,
    body: { ...body, path: Path, permissions_boundary: PermissionsBoundary },
  })
  // Drawn tags go before our own of the same key: policies may ask for them
  const drawn = Object.fromEntries(part.construct.tags.map(({ key, value }) => [key, value]))
  const tags = { ...(own.body.tags as object), ...drawn } as Argument
  return [
    { ...own, body: { ...own.body, tags } },
    ...PolicyArns.map(
      (policy_arn, index): Asked => ({
        type: IDENTITIES[kind].attachment,
        // by its name, so that another one before it moves nothing
        suffix: `managed_${part.managed[index]!.slice(part.managed[index]!.lastIndexOf('/') + 1)}`,
        body: { [kind]: attributeOf(part.key, 'name'), policy_arn },
      }),
    ),
  ]
}

/** How the provider spells roles and what carries a policy. */
export const access: { readonly [N in Access]: Printer<N> } = {
  'role-boundary': tagged('aws_iam_policy', ({ PolicyDocument }, part) => ({
    name: named(part),
    policy: policyOf(PolicyDocument),
  })),
  role: (part, { RoleName, AssumeRolePolicyDocument, ...settings }, stack) => {
    const body = { name: RoleName, assume_role_policy: policyOf(AssumeRolePolicyDocument) }
    return identity(part, 'role', { ...settings, body }, stack)
  },
  user: (part, { UserName, ...settings }, stack) =>
    identity(part, 'user', { ...settings, body: { name: UserName } }, stack),
  'user-boundary': tagged('aws_iam_policy', ({ PolicyDocument }, part) => ({
    name: named(part),
    policy: policyOf(PolicyDocument),
  })),
  'user-policy': made('aws_iam_user_policy', ({ PolicyName, PolicyDocument }, part) => ({
    name: PolicyName,
    user: attributeOf(part.user, 'name'),
    policy: policyOf(PolicyDocument),
  })),
  'role-policy': made('aws_iam_role_policy', ({ PolicyName, PolicyDocument }, part) => ({
    name: PolicyName,
    role: attributeOf(part.role, 'name'),
    policy: policyOf(PolicyDocument),
  })),
  'role-profile': tagged('aws_iam_instance_profile', (_, part) => ({
    name: named(part),
    role: attributeOf(part.role, 'name'),
  })),
  queue: (part, { QueueName, FifoQueue }, stack) =>
    kept([withTags(part, stack, { type: 'aws_sqs_queue', body: { name: QueueName, fifo_queue: FifoQueue } })]),
  'queue-policy': made('aws_sqs_queue_policy', ({ QueueUrl, Policy }) => ({
    queue_url: QueueUrl,
    policy: policyOf(Policy),
  })),
  topic: tagged('aws_sns_topic', ({ Name, FifoTopic }) => ({ name: Name, fifo_topic: FifoTopic })),
  'topic-policy': made('aws_sns_topic_policy', ({ TopicArn, Policy }) => ({ arn: TopicArn, policy: policyOf(Policy) })),
  key: (part, { Policy, MultiRegion }, stack) =>
    kept([
      withTags(part, stack, {
        type: 'aws_kms_key',
        body: { multi_region: MultiRegion, policy: Policy === undefined ? undefined : policyOf(Policy) },
      }),
    ]),
  'key-policy': made('aws_kms_key_policy', ({ KeyId, Policy }) => ({ key_id: KeyId, policy: policyOf(Policy) })),
  'key-grant': made('aws_kms_grant', ({ KeyId, GranteePrincipal, Operations }) => ({
    key_id: KeyId,
    grantee_principal: GranteePrincipal,
    operations: Operations,
  })),
  'key-alias': made('aws_kms_alias', ({ AliasName, TargetKeyId }) => ({ name: AliasName, target_key_id: TargetKeyId })),
  secret: (part, { Name }, stack) =>
    kept([withTags(part, stack, { type: 'aws_secretsmanager_secret', body: { name: Name } })]),
  'secret-policy': made('aws_secretsmanager_secret_policy', ({ SecretId, ResourcePolicy }) => ({
    secret_arn: SecretId,
    policy: policyOf(ResourcePolicy),
  })),
  repository: (part, { repositoryName, policyText }, stack) =>
    kept([
      withTags(part, stack, { type: 'aws_ecr_repository', body: { name: repositoryName } }),
      ...besides(policyText, (policy) => ({
        type: 'aws_ecr_repository_policy',
        body: { repository: attributeOf(part.key, 'name'), policy },
      })),
    ]),
  'event-bus': (part, { Name, Policy }, stack) => [
    withTags(part, stack, { type: 'aws_cloudwatch_event_bus', body: { name: Name } }),
    ...besides(Policy, (policy) => ({
      type: 'aws_cloudwatch_event_bus_policy',
      body: { event_bus_name: attributeOf(part.key, 'name'), policy },
    })),
  ],
  'function-permission': made('aws_lambda_permission', ({ PrincipalOrgID, ...settings }) => ({
    ...snaked(settings),
    principal_org_id: PrincipalOrgID,
  })),
}
