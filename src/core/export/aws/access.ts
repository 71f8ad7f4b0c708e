import type { PartOf } from '../plan/part.ts'
import { piecesValue, policyValue } from './policyValue.ts'
import type { SettingsFor } from './settingsFor.ts'
import { idOf, joined, nameOfKept, PARTITION } from './value.ts'

const ownPolicy = (path: string) => joined('arn:', PARTITION, `:iam::aws:policy/${path}`)

const pathOf = ({ path }: { readonly path: string }) => (path === '/' ? undefined : path)
const boundaryOf = (part: PartOf<'role' | 'user'>) =>
  part.boundary !== null
    ? idOf(part.boundary)
    : part.managedBoundary !== null
      ? ownPolicy(part.managedBoundary)
      : undefined

/** Roles and users, and what carries a policy. */
export const access = {
  'role-boundary': (part) => ({ PolicyDocument: policyValue(part.policy, part) }),
  role: (part) => ({
    RoleName: nameOfKept(part.construct, part.construct.roleName),
    Path: pathOf(part.construct),
    AssumeRolePolicyDocument: policyValue(part.trust, part),
    PermissionsBoundary: boundaryOf(part),
    PolicyArns: part.managed.map(ownPolicy),
  }),
  user: (part) => ({
    UserName: nameOfKept(part.construct, part.construct.userName),
    Path: pathOf(part.construct),
    PermissionsBoundary: boundaryOf(part),
    PolicyArns: part.managed.map(ownPolicy),
  }),
  'user-boundary': (part) => ({ PolicyDocument: policyValue(part.policy, part) }),
  'user-policy': (part) => ({
    UserName: nameOfKept(part.construct, part.construct.userName),
    PolicyName: part.policyName,
    PolicyDocument: policyValue(part.policy, part),
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
    AliasName: part.isName ? joined('alias/', nameOfKept(part.construct, part.alias)) : `alias/${part.alias}`,
    TargetKeyId: idOf(part.of),
  }),
  'key-grant': (part) => ({
    KeyId: idOf(part.of),
    GranteePrincipal: piecesValue(part.grantee, part),
    Operations: part.operations,
    // with a name the same grant is made once, however often it is asked for. Source: KMS API, CreateGrant, Name
    Name: part.key.replaceAll(/[^\w:/-]/g, '-'),
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
} satisfies SettingsFor<'iam-role' | 'iam-user' | 'policy-resource'>
