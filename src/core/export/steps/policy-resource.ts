import { regionCalled } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { asText, held } from './argument.ts'
import { grantCall, keyPolicyCall } from './byHand.ts'
import { type Call, call, type Reader, recordedCall } from './call.ts'
import { helper, type Line, makeOnce, run, runOnce, type StepsOf, silently, tagList, tagMap } from './line.ts'
import { waitsForRole } from './waitsForRole.ts'

/** Finds what carries the tags of the deployment and of the part, by its ARN. */
const byTags = (stack: StackPlan, part: Part, type: string): Reader => ({
  helper: 'tagged_arn',
  words: [regionCalled(stack.regionCode), type, part.key],
})
const data = (...lines: readonly Line[]): Line => ({ line: 'data', lines })
/** Puts a policy, which may name roles that were made a moment ago. */
const put = (part: Part, stack: StackPlan, one: Call, code: string): Line => ({
  line: 'run',
  call: one,
  quiet: true,
  ...waitsForRole(part, stack, code),
})

export const policyResource: StepsOf<'policy-resource'> = {
  queue: {
    create: (part, stack, { QueueName, FifoQueue }) => [
      makeOnce(stack, part, {
        find: { helper: 'own_queue', words: [regionCalled(stack.regionCode), QueueName, part.key] },
        call: call(
          stack,
          'sqs create-queue',
          { QueueName, Attributes: FifoQueue && { FifoQueue: 'true' }, Tags: tagMap(part, stack) },
          'QueueUrl',
        ),
      }),
    ],
    remove: [
      data(
        run(
          recordedCall('sqs delete-queue', { QueueUrl: held('id') }),
          'AWS.SimpleQueueService.NonExistentQueue|QueueDoesNotExist',
        ),
      ),
    ],
  },
  'queue-policy': {
    create: (part, stack, { QueueUrl, Policy }) => [
      put(
        part,
        stack,
        call(stack, 'sqs set-queue-attributes', { QueueUrl, Attributes: { Policy: asText(Policy) } }),
        'InvalidAttributeValue',
      ),
    ],
    remove: null,
  },
  topic: {
    create: (part, stack, { Name, FifoTopic }) => [
      makeOnce(stack, part, {
        find: byTags(stack, part, 'sns'),
        call: call(
          stack,
          'sns create-topic',
          { Name, Attributes: FifoTopic && { FifoTopic: 'true' }, Tags: tagList(part, stack) },
          'TopicArn',
        ),
      }),
    ],
    remove: [run(recordedCall('sns delete-topic', { TopicArn: held('id') }), 'NotFound')],
  },
  'topic-policy': {
    create: (part, stack, { TopicArn, Policy }) => [
      put(
        part,
        stack,
        call(stack, 'sns set-topic-attributes', {
          TopicArn,
          AttributeName: 'Policy',
          AttributeValue: asText(Policy),
        }),
        'InvalidParameter',
      ),
    ],
    remove: null,
  },
  key: {
    create: (part, stack, { Policy, MultiRegion }) => [
      makeOnce(stack, part, {
        find: byTags(stack, part, 'kms:key'),
        call: call(
          stack,
          'kms create-key',
          {
            MultiRegion,
            Policy: Policy === undefined ? undefined : asText(Policy),
            Tags: tagList(part, stack, 'TagKey TagValue'),
          },
          'KeyMetadata.Arn',
        ),
        ...waitsForRole(part, stack, 'MalformedPolicyDocumentException'),
      }),
    ],
    remove: [
      data(
        run(
          recordedCall('kms schedule-key-deletion', { KeyId: held('id'), PendingWindowInDays: 7 }),
          'NotFoundException|KMSInvalidStateException',
        ),
      ),
    ],
  },
  'key-policy': {
    create: (part, stack) => [put(part, stack, keyPolicyCall(part, stack), 'MalformedPolicyDocumentException')],
    remove: null,
  },
  'key-alias': {
    create: (part, stack, { AliasName, TargetKeyId }) => [
      runOnce(stack, part, [
        silently(call(stack, 'kms create-alias', { AliasName, TargetKeyId }), 'AlreadyExistsException'),
      ]),
    ],
    // goes with the key
    remove: null,
  },
  'key-grant': {
    create: (part, stack) => [runOnce(stack, part, [run(grantCall(part, stack))])],
    // goes with the key
    remove: null,
  },
  secret: {
    create: (part, stack, { Name }) => [
      makeOnce(stack, part, {
        find: byTags(stack, part, 'secretsmanager:secret'),
        call: call(stack, 'secretsmanager create-secret', { Name, Tags: tagList(part, stack) }, 'ARN'),
      }),
    ],
    remove: [
      data(
        run(
          recordedCall('secretsmanager delete-secret', { SecretId: held('id'), RecoveryWindowInDays: 7 }),
          'ResourceNotFoundException|InvalidRequestException',
        ),
      ),
    ],
  },
  'secret-policy': {
    create: (part, stack, { SecretId, ResourcePolicy }) => [
      put(
        part,
        stack,
        call(stack, 'secretsmanager put-resource-policy', { SecretId, ResourcePolicy: asText(ResourcePolicy) }),
        'MalformedPolicyDocumentException',
      ),
    ],
    remove: null,
  },
  repository: {
    create: (part, stack, { repositoryName, policyText }) => [
      makeOnce(stack, part, {
        find: byTags(stack, part, 'ecr:repository'),
        call: call(
          stack,
          'ecr create-repository',
          { repositoryName, tags: tagList(part, stack) },
          'repository.repositoryArn',
        ),
      }),
      ...(policyText === undefined
        ? []
        : [
            put(
              part,
              stack,
              call(stack, 'ecr set-repository-policy', { repositoryName, policyText: asText(policyText) }),
              'InvalidParameterException',
            ),
          ]),
    ],
    remove: [data(helper('remove_repository', held('region'), held('id')))],
  },
  'event-bus': {
    create: (part, stack, { Name, Policy }) => [
      makeOnce(stack, part, {
        find: byTags(stack, part, 'events:event-bus'),
        call: call(stack, 'events create-event-bus', { Name, Tags: tagList(part, stack) }, 'EventBusArn'),
      }),
      ...(Policy === undefined
        ? []
        : [
            put(
              part,
              stack,
              call(stack, 'events put-permission', { EventBusName: Name, Policy: asText(Policy) }),
              'ValidationException',
            ),
          ]),
    ],
    remove: [run(recordedCall('events delete-event-bus', { Name: held('last') }), 'ResourceNotFoundException')],
  },
  'function-permission': {
    create: (part, stack, settings) => [
      runOnce(stack, part, [
        run(
          call(stack, 'lambda add-permission', settings),
          // there from a run before
          'ResourceConflictException',
        ),
      ]),
    ],
    // goes with the function
    remove: null,
  },
}
