import { piecesValue, policyValue } from './policyValue.ts'
import type { SettingsFor } from './settingsFor.ts'
import { idOf, joined, nameOfKept, PARTITION } from './value.ts'

const ownPolicy = (path: string) => joined('arn:', PARTITION, `:iam::aws:policy/${path}`)

/** Roles, and what carries a policy. */
export const access = {
  'role-boundary': (part) => ({ PolicyDocument: policyValue(part.policy, part) }),
  role: (part) => ({
    RoleName: nameOfKept(part.construct, part.construct.roleName),
    Path: part.construct.path === '/' ? undefined : part.construct.path,
    AssumeRolePolicyDocument: policyValue(part.trust, part),
    PermissionsBoundary:
      part.boundary !== null
        ? idOf(part.boundary)
        : part.managedBoundary !== null
          ? ownPolicy(part.managedBoundary)
          : undefined,
    PolicyArns: part.managed.map(ownPolicy),
  }),
  'role-policy': (part) => ({
    RoleName: nameOfKept(part.construct, part.construct.roleName),
    PolicyName: part.policyName,
    PolicyDocument: policyValue(part.policy, part),
  }),
  'role-profile': (part) => ({ RoleName: nameOfKept(part.construct, part.construct.roleName) }),
  queue: ({ called }) => ({
    QueueName: nameOfKept({ id: called.of }, called.text),
    FifoQueue: called.text.endsWith('.fifo') || undefined,
  }),
  'queue-policy': (part) => ({ QueueUrl: idOf(part.queue), Policy: policyValue(part.policy, part) }),
  topic: ({ called }) => ({
    Name: nameOfKept({ id: called.of }, called.text),
    FifoTopic: called.text.endsWith('.fifo') || undefined,
  }),
  'topic-policy': (part) => ({ TopicArn: idOf(part.topic), Policy: policyValue(part.policy, part) }),
  key: (part) => ({
    Policy: part.policy === null ? undefined : policyValue(part.policy, part),
    MultiRegion: part.multiRegion || undefined,
  }),
  'key-policy': (part) => ({ KeyId: idOf(part.of), Policy: policyValue(part.policy, part) }),
  'key-alias': (part) => ({
    AliasName: joined('alias/', nameOfKept({ id: part.called.of }, part.called.text)),
    TargetKeyId: idOf(part.of),
  }),
  secret: ({ called }) => ({ Name: nameOfKept({ id: called.of }, called.text) }),
  'secret-policy': (part) => ({ SecretId: idOf(part.secret), ResourcePolicy: policyValue(part.policy, part) }),
  repository: (part) => ({
    repositoryName: nameOfKept({ id: part.called.of }, part.called.text),
    policyText: part.policy === null ? undefined : policyValue(part.policy, part),
  }),
  'event-bus': (part) => ({
    Name: nameOfKept({ id: part.called.of }, part.called.text),
    Policy: part.policy === null ? undefined : policyValue(part.policy, part),
  }),
  'function-permission': (part) => ({
    FunctionName: idOf(part.function),
    StatementId: part.sid,
    Action: part.action,
    Principal: piecesValue(part.principal, part),
    SourceArn: part.sourceArn === null ? undefined : piecesValue(part.sourceArn, part),
    SourceAccount: part.sourceAccount === null ? undefined : piecesValue(part.sourceAccount, part),
    PrincipalOrgID: part.organisation ?? undefined,
  }),
} satisfies SettingsFor<'iam-role' | 'policy-resource'>
