import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isLater, isList, type Value } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { kept, made, renamed, tagged } from './made.ts'
import type { Printer } from './resource.ts'

const ref = (stack: StackPlan, key: string): Value => ({ Ref: nameOf(stack, key) })

/** The tags of a role or user are drawn: policies may ask for them, so they go before our own of the same key. */
const withDrawnTags =
  <N extends 'role' | 'user'>(printer: Printer<N>): Printer<N> =>
  (part, settings, stack) => {
    const resource = printer(part, settings, stack)
    const { tags: drawn } = part.construct as ConstructOf<'iam-role' | 'iam-user'>
    const { Tags, ...properties } = resource!.properties
    const own = Tags !== undefined && isList(Tags) ? Tags : []
    const isFree = (tag: Value): boolean =>
      !drawn.some(({ key }) => typeof tag === 'object' && !isLater(tag) && 'Key' in tag && tag.Key === key)
    const all = [...drawn.map(({ key, value }) => ({ Key: key, Value: value })), ...own.filter(isFree)]
    return { ...resource!, properties: { ...properties, Tags: all } }
  }

type Access = PartNameOf<'iam-role' | 'iam-user' | 'policy-resource'>

/** How CloudFormation spells roles and what carries a policy. */
export const access: { readonly [N in Access]: Printer<N> } = {
  'role-boundary': made('AWS::IAM::ManagedPolicy', ({ PolicyDocument }) => ({ PolicyDocument })),
  role: withDrawnTags(
    tagged('AWS::IAM::Role', ({ PolicyArns, ...settings }) => ({
      ...settings,
      ManagedPolicyArns: PolicyArns.length > 0 ? PolicyArns : undefined,
    })),
  ),
  user: withDrawnTags(
    tagged('AWS::IAM::User', ({ PolicyArns, ...settings }) => ({
      ...settings,
      ManagedPolicyArns: PolicyArns.length > 0 ? PolicyArns : undefined,
    })),
  ),
  'user-boundary': made('AWS::IAM::ManagedPolicy', ({ PolicyDocument }) => ({ PolicyDocument })),
  'user-policy': made('AWS::IAM::UserPolicy', (settings, part, stack) => ({
    ...settings,
    UserName: ref(stack, part.user),
  })),
  'role-policy': made('AWS::IAM::RolePolicy', (settings, part, stack) => ({
    ...settings,
    RoleName: ref(stack, part.role),
  })),
  'role-profile': made('AWS::IAM::InstanceProfile', (_, part, stack) => ({ Roles: [ref(stack, part.role)] })),
  // As long as AWS keeps messages unless told otherwise
  queue: kept(tagged('AWS::SQS::Queue', (settings) => ({ ...settings, MessageRetentionPeriod: 345_600 }))),
  'queue-policy': made('AWS::SQS::QueuePolicy', ({ QueueUrl, Policy }) => ({
    Queues: [QueueUrl],
    PolicyDocument: Policy,
  })),
  topic: tagged('AWS::SNS::Topic', (settings) => renamed(settings, 'Name', 'TopicName')),
  'topic-policy': made('AWS::SNS::TopicPolicy', ({ TopicArn, Policy }) => ({
    Topics: [TopicArn],
    PolicyDocument: Policy,
  })),
  key: kept(tagged('AWS::KMS::Key', (settings) => renamed(settings, 'Policy', 'KeyPolicy'))),
  'key-policy': () => null, // no resource but the key has it
  'key-grant': () => null, // no resource makes one
  'key-alias': made('AWS::KMS::Alias'),
  secret: kept(tagged('AWS::SecretsManager::Secret')),
  'secret-policy': made('AWS::SecretsManager::ResourcePolicy'),
  repository: kept(
    tagged('AWS::ECR::Repository', ({ repositoryName, policyText }) => ({
      RepositoryName: repositoryName,
      RepositoryPolicyText: policyText,
    })),
  ),
  'event-bus': tagged('AWS::Events::EventBus'),
  'function-permission': made('AWS::Lambda::Permission', ({ StatementId: _, ...settings }) => settings),
}
