import { groupBy } from '../../../base/groupBy.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { arn, id, own } from './ownArns.ts'
import { documentText, type PolicyMaker, policyOn, whoseNobodyKnows } from './policyOn.ts'
import { ANY, allOf, draw, naming, onceForAll, readElsewhere, referred, use } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { recordsOf, textOf, textsOf } from './values.ts'

type PolicyOf = (resource: StackResource, putting: Putting) => string | null

/** The policy stands in the resource itself, or other resources attach it. */
const within =
  (member: string): PolicyOf =>
  ({ properties }) =>
    documentText(properties[member])
const attached =
  (...makers: readonly PolicyMaker[]): PolicyOf =>
  (resource, putting) =>
    policyOn(putting, resource, ...makers)

/** A resource as `Ref` sees it where policies name it. */
const asReferred = ({ id: logical, awsId, account, region, properties }: StackResource): Referred => ({
  id: awsId ?? logical,
  account,
  region,
  property: (name) => properties[name] ?? null,
  others: () => [],
})

/** Draws a resource that carries a policy. */
export const putGuarded =
  (
    arnOf: (one: Referred) => string,
    policyOf: PolicyOf,
    more: (resource: StackResource, putting: Putting) => object = () => ({}),
  ): ResourceType['put'] =>
  (resource, putting) =>
    draw(putting, resource, {
      kind: 'policy-resource',
      id: resource.id,
      region: resource.region,
      account: resource.account,
      arn: arnOf(asReferred(resource)),
      policy: policyOf(resource, putting),
      ...more(resource, putting),
    })

const guard = (
  ref: NonNullable<ResourceType['ref']>,
  attributes: NonNullable<ResourceType['attributes']>,
  arnOf: (one: Referred) => string,
  policyOf: PolicyOf,
  more?: (resource: StackResource, putting: Putting) => object,
): ResourceType => ({ ref, attributes, knows: ANY, put: putGuarded(arnOf, policyOf, more) })

const topic = arn('sns', '', 'TopicName')
const queue = arn('sqs', '', 'QueueName')
const queueUrl = (one: Referred): string =>
  `https://sqs.${one.region}.${partitionOf(one.region).suffix}/${one.account}/${own('QueueName')(one)}`
const key = arn('kms', 'key/', 'KeyId')
const secret = arn('secretsmanager', 'secret:', 'Name')
const repository = arn('ecr', 'repository/', 'RepositoryName')
const bus = arn('events', 'event-bus/', 'Name')

/** The ARN of a key, or of its alias, that something names by any of its names. */
export function keyArn(
  putting: Putting,
  { account, region }: StackResource,
  value: Evaluated | undefined,
): string | null {
  const found = referred(putting, value)
  if (found?.type === 'AWS::KMS::Key' || found?.type === 'AWS::KMS::ReplicaKey') return key(asReferred(found))
  const text = textOf(value)
  if (text === null || text.startsWith('arn:')) return text
  return `arn:${partitionOf(region).name}:kms:${region}:${account}:${text.startsWith('alias/') ? '' : 'key/'}${text}`
}

/** Statements that stand in resources of their own, each of them one. */
function statementsOn(
  putting: Putting,
  { id: guarded }: StackResource,
  type: string,
  member: string,
  statementOf: (properties: Properties, logicalId: string) => Properties,
  makers: readonly StackResource[] = naming(putting, type, member, guarded),
): string | null {
  const open = whoseNobodyKnows(putting, type, member)
  if (open !== null) return open
  const statements = makers.map(({ properties, logicalId }) => statementOf(properties, logicalId))
  return statements.length === 0 ? null : documentText({ Version: '2012-10-17', Statement: statements })
}

/** Source: EventBridge guide, resource-based policies; AWS CloudFormation Template Reference, AWS::Events::EventBusPolicy. */
const busPolicy: PolicyOf = (resource, putting) =>
  statementsOn(putting, resource, 'AWS::Events::EventBusPolicy', 'EventBusName', (given, logicalId) => {
    if (given.Statement !== undefined)
      return { Sid: given.StatementId ?? logicalId, ...(given.Statement as Properties) }
    const { Principal = '*', Action = 'events:PutEvents', Condition } = given
    const { Type, Key, Value } = (Condition ?? {}) as Properties
    const operator = textOf(Type)
    const name = textOf(Key)
    return {
      Sid: given.StatementId ?? logicalId,
      Effect: 'Allow',
      Principal:
        Principal === '*' ? '*' : { AWS: `arn:${partitionOf(resource.region).name}:iam::${textOf(Principal)}:root` },
      Action,
      Resource: bus(asReferred(resource)),
      ...(operator !== null && name !== null && { Condition: { [operator]: { [name]: Value ?? '' } } }),
    }
  }) ?? documentText(resource.properties.Policy)

/** The parts of what names a function: `orders`, `orders:live`, `111122223333:function:orders`, or its ARN. Source: Lambda API, AddPermission, FunctionName. */
const FUNCTION =
  /^(?:arn:[^:]+:lambda:(?<region>[^:]+):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[\w.-]+)(?::[\w$-]+)?$/

/** The permissions of a function, by whatever name of it they use. */
function permissionsOf(putting: Putting, one: StackResource): readonly StackResource[] {
  const byName = onceForAll(putting, 'permissions of functions', () =>
    groupBy(allOf(putting, 'AWS::Lambda::Permission'), ({ properties }) => {
      const text = textOf(properties.FunctionName) ?? ''
      return FUNCTION.exec(text)?.groups?.name ?? text
    }),
  )
  const names = new Set([textOf(one.properties.FunctionName), one.awsId, one.id].filter((name) => name != null))
  const found = [...names]
    .flatMap((name) => byName.get(name) ?? [])
    .filter(({ properties, account, region }) => {
      const at = FUNCTION.exec(textOf(properties.FunctionName) ?? '')?.groups
      return (at?.account ?? account) === one.account && (at?.region ?? region) === one.region
    })
  for (const permission of found) use(putting, permission)
  return found
}

/** What AWS makes of a permission. Source: Lambda guide, resource-based policies; AWS CloudFormation Template Reference, AWS::Lambda::Permission. */
export const functionPolicy =
  (arnOf: (one: Referred) => string): PolicyOf =>
  (resource, putting) =>
    statementsOn(
      putting,
      resource,
      'AWS::Lambda::Permission',
      'FunctionName',
      (given, logicalId) => {
        const principal = textOf(given.Principal) ?? ''
        const named = textOf(given.FunctionName) ?? ''
        const qualifier =
          textOf(given.Qualifier) ?? /:function:[^:]+:([^:]+)$/.exec(named)?.[1] ?? /^[^:]+:([^:]+)$/.exec(named)?.[1]
        const conditions: Record<string, Properties> = {}
        const put = (operator: string, name: string, value: Properties[string] | undefined) => {
          if (value !== undefined) conditions[operator] = { ...conditions[operator], [name]: value }
        }
        put('StringEquals', 'AWS:SourceAccount', given.SourceAccount)
        put('ArnLike', 'AWS:SourceArn', given.SourceArn)
        put('StringEquals', 'aws:PrincipalOrgID', given.PrincipalOrgID)
        put('StringEquals', 'lambda:FunctionUrlAuthType', given.FunctionUrlAuthType)
        put('StringEquals', 'lambda:EventSourceToken', given.EventSourceToken)
        return {
          Sid: (textOf(given.StatementId) ?? logicalId).replace(/[^A-Za-z0-9]+/g, ''),
          Effect: 'Allow',
          Principal:
            principal === '*'
              ? '*'
              : /^[a-z0-9.-]+\.amazonaws\.com/.test(principal)
                ? { Service: principal }
                : {
                    AWS: /^\d{12}$/.test(principal)
                      ? `arn:${partitionOf(resource.region).name}:iam::${principal}:root`
                      : principal,
                  },
          Action: given.Action ?? 'lambda:InvokeFunction',
          Resource: `${arnOf(asReferred(resource))}${qualifier ? `:${qualifier}` : ''}`,
          ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
        }
      },
      permissionsOf(putting, resource),
    )

/** What a key goes by, and who may use it beside what its policy says: grants Terraform makes alone. Sources: AWS CloudFormation Template Reference, AWS::KMS::Alias; AWS provider, aws_kms_grant. */
const keyMore = (key: StackResource, putting: Putting) => ({
  aliases: naming(putting, 'AWS::KMS::Alias', 'TargetKeyId', key.id).flatMap(
    ({ properties }) => textOf(properties.AliasName) ?? [],
  ),
  grants: recordsOf(key.stated?.Grants).map(({ Grantee, Operations, Constrained }) => ({
    grantee: textOf(Grantee) ?? 'not known',
    operations: textsOf(Operations),
    constrained: Constrained === true,
  })),
})

const maker: ResourceType = { knows: ANY, put: readElsewhere }

/** What carries a policy of its own and is reached by the name of its service alone. Source: AWS CloudFormation Template Reference. */
export const guarded: Readonly<Record<string, ResourceType>> = {
  'AWS::SNS::Topic': guard(
    topic,
    { TopicArn: topic, TopicName: own('TopicName') },
    topic,
    attached(
      ['AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'],
      ['AWS::SNS::TopicInlinePolicy', 'TopicArn', 'PolicyDocument'],
    ),
  ),
  'AWS::SNS::TopicPolicy': maker,
  'AWS::SNS::TopicInlinePolicy': maker,
  'AWS::SQS::Queue': guard(
    queueUrl,
    { Arn: queue, QueueName: own('QueueName'), QueueUrl: queueUrl },
    queue,
    attached(
      ['AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'],
      ['AWS::SQS::QueueInlinePolicy', 'Queue', 'PolicyDocument'],
    ),
  ),
  'AWS::SQS::QueuePolicy': maker,
  'AWS::SQS::QueueInlinePolicy': maker,
  'AWS::KMS::Key': guard(id, { Arn: key, KeyId: id }, key, within('KeyPolicy'), keyMore),
  'AWS::KMS::ReplicaKey': guard(id, { Arn: key, KeyId: id }, key, within('KeyPolicy'), keyMore),
  'AWS::SecretsManager::Secret': guard(
    secret,
    { Id: secret },
    secret,
    attached(['AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy', 'Name']),
  ),
  'AWS::SecretsManager::ResourcePolicy': maker,
  'AWS::ECR::Repository': guard(
    own('RepositoryName'),
    {
      Arn: repository,
      RepositoryUri: (one) =>
        `${one.account}.dkr.ecr.${one.region}.${partitionOf(one.region).suffix}/${own('RepositoryName')(one)}`,
    },
    repository,
    within('RepositoryPolicyText'),
  ),
  'AWS::Events::EventBus': guard(own('Name'), { Arn: bus, Name: own('Name') }, bus, busPolicy),
  'AWS::Events::EventBusPolicy': maker,
  'AWS::Lambda::Permission': maker,
  'AWS::KMS::Alias': { ...maker, ref: own('AliasName') },
}
