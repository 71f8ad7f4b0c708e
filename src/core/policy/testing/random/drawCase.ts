import type { RawCase, RawDocument, RawLevel, RawPolicy, RawStatement } from '../plain/rawCase.ts'
import { type Dice, diceOf } from './dice.ts'
import { drawCondition, drawContext } from './drawCondition.ts'
import { variable } from './variable.ts'

const OWN = '111122223333'
const OTHER = '444455556666'

interface Service {
  readonly actions: readonly string[]
  /** The ARN in an account. */
  readonly arn: (account: string) => string
}
const SERVICES: Readonly<Record<string, Service>> = {
  s3: { actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], arn: () => 'arn:aws:s3:::reports/alice/2026.csv' },
  sqs: { actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'], arn: (id) => `arn:aws:sqs:eu-west-1:${id}:orders` },
  kms: { actions: ['kms:Decrypt', 'kms:Encrypt'], arn: (id) => `arn:aws:kms:eu-west-1:${id}:key/67685d94` },
  sts: { actions: ['sts:AssumeRole'], arn: (id) => `arn:aws:iam::${id}:role/target` },
  dynamodb: {
    actions: ['dynamodb:GetItem', 'dynamodb:Query'],
    arn: (id) => `arn:aws:dynamodb:eu-west-1:${id}:table/alice`,
  },
  secretsmanager: {
    actions: ['secretsmanager:GetSecretValue'],
    arn: (id) => `arn:aws:secretsmanager:eu-west-1:${id}:secret:team/alice-AbCdEf`,
  },
}
const CALLERS = (id: string): readonly (readonly [string, number])[] => [
  [`arn:aws:iam::${id}:role/app/reader`, 3],
  [`arn:aws:sts::${id}:assumed-role/reader/alice`, 7],
  [`arn:aws:iam::${id}:user/people/alice`, 4],
  [`arn:aws:sts::${id}:federated-user/alice`, 1],
  [`arn:aws:iam::${id}:root`, 1],
  ['sns.amazonaws.com', 1],
  ['anonymous', 1],
  [`arn:aws:iam::${id}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`, 0.3],
]

/** What a random case is drawn around: the call. */
export interface Drawn {
  readonly dice: Dice
  readonly action: string
  readonly resource: string
  readonly principal: string
  readonly account: string
  readonly context: NonNullable<RawCase['context']>
}

/** A random case, the same for the same seed. */
export function drawCase(seed: number): RawCase {
  const dice = diceOf(seed)
  const name = dice.weighted([
    ['s3', 4],
    ['sqs', 2],
    ['kms', 2],
    ['sts', 1.5],
    ['dynamodb', 1],
    ['secretsmanager', 1],
  ] as const)
  const service = SERVICES[name]!
  const principal = dice.weighted(CALLERS(OWN))
  const owner = dice.chance(0.7) ? OWN : OTHER
  const resource = dice.chance(0.03) ? '*' : service.arn(owner)
  const drawn: Drawn = {
    dice,
    action: dice.pick(service.actions),
    resource,
    principal,
    account: OWN,
    context: drawContext(dice),
  }
  const some = <T>(share: number, make: () => T): T | null => (dice.chance(share) ? make() : null)
  const policy = (label: string, kind: Kind): RawPolicy => ({
    name: label,
    document: dice.chance(0.015) ? null : drawDocument(drawn, kind),
  })
  const levels = (share: number, kind: Kind): readonly RawLevel[] =>
    dice.chance(share)
      ? dice.times(1, 3, (i) => ({ target: `level-${i}`, policies: dice.times(1, 2, (j) => policy(`p${j}`, kind)) }))
      : []
  return {
    action: drawn.action,
    resource,
    principal,
    resourceAccount: owner,
    ...(dice.chance(0.6) ? { principalTags: { team: dice.pick(['alice', 'payments']) } } : {}),
    ...(dice.chance(0.5) ? { principalOrgId: 'o-1' } : {}),
    ...(name === 's3' && dice.chance(0.25) ? { restrictPublicBuckets: true } : {}),
    ...(name === 's3' && dice.chance(0.2) ? { accessControlLists: dice.pick(['by-name', 'all'] as const) } : {}),
    ...(name === 'sqs' && dice.chance(0.2) ? { withoutPolicy: dice.pick(['open', 'closed'] as const) } : {}),
    ...(dice.chance(0.3) ? { principalOrgPath: 'o-1/r-1/ou-1/', resourceOrgPath: 'o-1/r-1/ou-2/' } : {}),
    context: drawn.context,
    policies: {
      identity: dice.times(dice.chance(0.12) ? 0 : 1, 2, (i) => policy(`id${i}`, 'identity')),
      boundary: some(0.35, () => policy('b', 'limit')),
      session: dice.chance(0.2) ? [policy('s', 'limit')] : [],
      ...drawResourcePolicy(dice, name, policy),
      endpoint: some(0.35, () => ({
        ...policy('e', 'endpoint'),
        gateway: (name === 's3' || name === 'dynamodb') && dice.chance(0.6),
      })),
      scps: levels(0.25, 'control'),
      rcps: levels(0.12, 'rcp'),
    },
  }
}

/** The policy of the resource, for most; for some keys with a grant beside it. */
function drawResourcePolicy(
  dice: Dice,
  name: string,
  policy: (label: string, kind: Kind) => RawPolicy,
): Pick<RawCase['policies'], 'resource' | 'grants'> {
  if (!dice.chance(['kms', 'sts'].includes(name) ? 0.9 : 0.65)) return { resource: null }
  const resource = policy('r', name === 'sts' ? 'trust' : 'resource')
  return name === 'kms' && dice.chance(0.4) ? { resource, grants: [policy('g', 'resource')] } : { resource }
}

/** What a drawn policy is attached to. */
export type Kind = 'identity' | 'limit' | 'resource' | 'trust' | 'endpoint' | 'control' | 'rcp'

function drawDocument(drawn: Drawn, kind: Kind): RawDocument {
  const { dice } = drawn
  // policies that limit are wide more often: many of them have to allow at once
  const wide = { identity: 0.45, limit: 0.6, resource: 0.3, trust: 0.35, endpoint: 0.55, control: 0.92, rcp: 0.95 }[
    kind
  ]
  const statements = dice.times(1, 3, (i) => drawStatement(drawn, kind, i))
  if (dice.chance(wide)) statements.push(wideStatement(drawn, kind))
  return {
    ...(dice.chance(0.8) ? { Version: '2012-10-17' } : dice.chance(0.3) ? { Version: '2008-10-17' } : {}),
    Statement: statements.length === 1 && dice.chance(0.3) ? statements[0]! : dice.shuffled(statements),
  }
}

const hasPrincipals = (kind: Kind): boolean => ['resource', 'trust', 'endpoint', 'rcp'].includes(kind)

function wideStatement(drawn: Drawn, kind: Kind): RawStatement {
  const { dice } = drawn
  const everybody = (kind !== 'resource' && kind !== 'trust') || dice.chance(0.2)
  const who = everybody ? '*' : { AWS: `arn:aws:iam::${OWN}:root` }
  return {
    Effect: 'Allow',
    Action: '*',
    ...(kind === 'trust' ? {} : { Resource: '*' }),
    ...(hasPrincipals(kind) ? { Principal: who } : {}),
  }
}

/** A random statement about a call. */
export function drawStatement(drawn: Drawn, kind: Kind, index: number): RawStatement {
  const { dice } = drawn
  const Effect = kind === 'rcp' || dice.chance(0.28) ? ('Deny' as const) : ('Allow' as const)
  // a Deny that always holds says nothing: most of them miss
  const likely = Effect === 'Allow' ? 0.8 : 0.5
  const not = (share: number) => dice.chance(share)
  const condition = dice.chance(Effect === 'Deny' ? 0.75 : 0.45) ? drawCondition(dice, drawn.context, likely) : null
  const principals = hasPrincipals(kind) ? drawPrincipals(drawn, likely) : null
  return {
    ...(dice.chance(0.5) ? { Sid: `S${index}` } : {}),
    Effect,
    ...(principals &&
      (Effect === 'Deny' && kind !== 'trust' && kind !== 'rcp' && not(0.2)
        ? { NotPrincipal: principals }
        : { Principal: principals })),
    ...(not(0.15)
      ? { NotAction: dice.some(1, 2, () => drawAction(drawn, 1 - likely)) }
      : { Action: dice.some(1, 2, () => drawAction(drawn, likely)) }),
    ...(kind === 'trust'
      ? {}
      : not(0.15)
        ? { NotResource: dice.some(1, 2, () => drawResource(drawn, 1 - likely)) }
        : { Resource: dice.some(1, 2, () => drawResource(drawn, likely)) }),
    ...(condition ? { Condition: condition } : {}),
  }
}

function drawAction({ dice, action }: Drawn, likely: number): string {
  const [service = '', verb = ''] = action.split(':')
  if (!dice.chance(likely))
    return dice.pick(['ec2:*', `${service}:Tag*`, `${service}:?`, 'ec2:RunInstances', `${action}s`])
  return dice.pick([
    '*',
    `${service}:*`,
    action,
    action.toUpperCase(),
    `${service}:${verb.slice(0, 3)}*`,
    `${service}:*${verb.slice(-3)}`,
    `${service}:?${verb.slice(1)}`,
    `${service}:${verb[0]}*${verb.slice(-1)}`,
  ])
}

function drawResource({ dice, resource }: Drawn, likely: number): string {
  if (resource === '*') return dice.pick(['*', 'arn:aws:s3:::*'])
  const parts = resource.split(':')
  const with_ = (i: number, text: string) => parts.map((part, at) => (at === i ? text : part)).join(':')
  const last = parts.length - 1
  const tail = parts[last]!
  if (!dice.chance(likely))
    return dice.pick([`${resource}x`, 'arn:aws:s3:::others/*', with_(last, tail.toUpperCase()), resource.slice(0, -1)])
  return dice.pick([
    '*',
    resource,
    `${resource.slice(0, -3)}*`,
    with_(last, `*${tail.slice(-4)}`),
    with_(last, `${tail.slice(0, 2)}*${tail.slice(-2)}`),
    with_(last, `${tail.slice(0, 2)}?${tail.slice(3)}`),
    with_(3, '*'),
    with_(4, '*'),
    with_(4, `*${parts[4]!.slice(2)}`),
    `${parts.slice(0, 3).join(':')}:*`,
    resource.split('alice').join(variable('aws:username')),
    resource.split('alice').join(variable('aws:PrincipalTag/team')),
    resource.split('alice').join(variable("aws:PrincipalTag/team, 'alice'")),
    resource.split('alice').join(variable('aws:PrincipalTag/none')),
    resource.split('alice').join(variable('*')),
  ])
}

function drawPrincipals({ dice, principal, account }: Drawn, likely: number): NonNullable<RawStatement['Principal']> {
  if (dice.chance(likely * 0.35)) return dice.chance(0.6) ? '*' : { AWS: '*' }
  const one = (): string => {
    if (!dice.chance(likely))
      return dice.pick([
        OTHER,
        `arn:aws:iam::${account}:role/writer`,
        `arn:aws:iam::${OTHER}:root`,
        `arn:aws:iam::${account}:user/bob`,
      ])
    return dice.pick([
      account,
      `arn:aws:iam::${account}:root`,
      `arn:aws:iam::${account}:role/app/reader`,
      `arn:aws:iam::${account}:role/app/reader`,
      `arn:aws:sts::${account}:assumed-role/reader/alice`,
      `arn:aws:iam::${account}:user/people/alice`,
      ...(principal.startsWith('arn:') ? [principal, principal] : []),
    ])
  }
  return {
    AWS: dice.some(1, 3, one),
    ...(dice.chance(0.25) || principal === 'sns.amazonaws.com'
      ? { Service: dice.pick(['sns.amazonaws.com', 'lambda.amazonaws.com']) }
      : {}),
    ...(dice.chance(0.01) ? { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' } : {}),
  }
}
