import { isOpenToEverybody } from './isOpenToEverybody.ts'
import { keysOf } from './keysOf.ts'
import type { RawCase, RawDocument, RawPolicy } from './rawCase.ts'
import { readCaller } from './readCaller.ts'
import { type Asked, type Caller, type Said, saidBy } from './saidBy.ts'
import { answersInAllWorlds, type Choose } from './worlds.ts'

/** What becomes of a call, and which layers deny it. */
export interface PlainAnswer {
  readonly verdict: 'allowed' | 'denied'
  readonly why: 'allowed' | 'explicit-deny' | 'implicit-deny'
  readonly deniedBy: readonly string[]
}

/**
 * Answers a case in every world that is possible after what nobody said, by the order of things in AWS's guide and nothing else: no compiling, no
 * three-valued logic. Source: IAM guide, how AWS enforcement code logic evaluates requests.
 */
export const answersTo = (given: RawCase): Generator<PlainAnswer> =>
  answersInAllWorlds((choose) => answerIn(given, choose))

const EVERYTHING = { Action: '*', Resource: '*' } as const
/** What might stand in a policy that nobody knows. */
function possibleDocuments(principal: string | null): readonly RawDocument[] {
  const documents = (who: object): readonly RawDocument[] => [
    { Statement: [{ Effect: 'Allow', ...EVERYTHING, ...who }] },
    { Statement: [] },
    { Statement: [{ Effect: 'Deny', ...EVERYTHING, ...who }] },
  ]
  if (principal === null) return documents({})
  const named = { Principal: { AWS: principal, Service: principal } }
  return [...documents({ Principal: '*' }), ...documents(named).slice(0, 1)]
}

function answerIn(given: RawCase, choose: Choose): PlainAnswer {
  const { policies, resource = '*' } = given
  const caller = { ...readCaller(given.principal, sessionIn(given, choose)), bounded: !!policies.boundary }
  const service = given.action.split(':')[0]!.toLowerCase()
  const owner = given.resourceAccount || resource.split(':')[4] || caller.account
  const asked: Asked = {
    action: given.action,
    resource,
    caller,
    valuesOf: keysOf(given, caller, owner, choose),
    choose,
  }
  const textsOf = (list: readonly RawPolicy[], layer: string, principal: string | null): readonly RawDocument[] =>
    list.map(({ document }, i) => document ?? choose(`unread policy of ${layer} ${i}`, possibleDocuments(principal)))
  const say = (list: readonly RawPolicy[], layer: string): Said => saidBy(textsOf(list, layer, null), asked)

  const isTrust = service === 'sts' && given.action.toLowerCase().startsWith('sts:assumerole')
  const isLinked = caller.kind === 'role' && caller.arn.includes(':role/aws-service-role/')
  const isEntity = ['role', 'user', 'federated-user'].includes(caller.kind)
  const layers = new Map<string, Said>()
  const missing: string[] = []
  const guard = (layer: string, said: Said): void => {
    layers.set(layer, { allows: said.allows, denies: said.denies || (layers.get(layer)?.denies ?? false) })
    if (said.allows === 'not' && !missing.includes(layer)) missing.push(layer)
  }
  if ((isEntity || caller.kind === 'root') && !isLinked)
    for (const { target, policies: list } of policies.scps ?? []) guard('scp', say(list, `scp ${target}`))
  if (!isLinked && fallsUnderRcps(given.action))
    // RCPFullAWSAccess allows all, is attached everywhere and cannot be detached
    for (const { target, policies: list } of policies.rcps ?? [])
      guard('rcp', { allows: 'direct', denies: say(list, `rcp ${target}`).denies })
  const { endpoint } = policies
  if (endpoint)
    guard('endpoint', saidBy(textsOf([endpoint], 'endpoint', given.principal), asked, endpoint.gateway ?? false))

  const identity = isEntity ? say(policies.identity ?? [], 'identity') : NOTHING
  const boundary = isEntity && policies.boundary ? say([policies.boundary], 'boundary') : null
  const isSession = caller.kind === 'role' || caller.kind === 'federated-user'
  const session = isSession && policies.session?.length ? say(policies.session, 'session') : null
  const own = policies.resource ?? defaultPolicy(service, owner)
  // a grant lets in beside the policy of the key, which is always there. Source: KMS guide, grants
  const documents = own ? textsOf([own, ...(policies.grants ?? [])], 'resource', given.principal) : []
  const onResource = withList(saidBy(documents, asked), given.accessControlLists ?? 'none', caller, choose)
  const shut =
    given.restrictPublicBuckets === true &&
    caller.kind !== 'service' &&
    caller.account !== owner &&
    isOpenToEverybody(documents)

  const denying = [...layers.entries()].filter(([, { denies }]) => denies).map(([layer]) => layer)
  if (identity.denies) denying.push('identity')
  if (boundary?.denies) denying.push('boundary')
  if (session?.denies) denying.push('session')
  if (onResource.denies) denying.push('resource')
  if (denying.length > 0) return { verdict: 'denied', why: 'explicit-deny', deniedBy: denying }

  const allowed = { identity, boundary, session, resource: shut ? NOTHING : onResource }
  missing.push(
    ...(given.withoutPolicy !== undefined && own === null
      ? given.withoutPolicy === 'open'
        ? []
        : ['resource']
      : isTrust && caller.kind === 'root'
        ? ['identity']
        : missingOf(caller, owner, allowed, isTrust || service === 'kms')),
  )
  return missing.length > 0
    ? { verdict: 'denied', why: 'implicit-deny', deniedBy: missing }
    : { verdict: 'allowed', why: 'allowed', deniedBy: [] }
}

/** A list may allow an account, or everybody. Source: S3 guide, access control list overview, “who is a grantee”. */
function withList(said: Said, lists: 'none' | 'by-name' | 'all', caller: Caller, choose: Choose): Said {
  if (lists === 'none') return said
  const allowed = choose('what a list allows', ['nobody', 'account', ...(lists === 'all' ? ['everybody'] : [])])
  if (allowed === 'everybody') return { ...said, allows: 'direct' }
  return allowed === 'account' && said.allows === 'not' && caller.account !== '' ? { ...said, allows: 'account' } : said
}

const NOTHING: Said = { allows: 'not', denies: false }

interface Own {
  readonly identity: Said
  readonly boundary: Said | null
  readonly session: Said | null
  readonly resource: Said
}

/** The layers whose Allow is missing between the caller and the resource. `must`: the resource's policy has to allow in any case. */
function missingOf(caller: Caller, owner: string, said: Own, must: boolean): readonly string[] {
  const { allows } = said.resource
  const onResource = allows === 'not' ? ['resource'] : []
  if (caller.kind === 'service' || caller.kind === 'anonymous') return onResource
  // nobody but policies of organisations and resources limits the root user
  if (caller.kind === 'root') return caller.account === owner && !must ? [] : onResource
  const limits = [
    ...(said.boundary?.allows === 'not' ? ['boundary'] : []),
    ...(said.session?.allows === 'not' || (caller.kind === 'federated-user' && !said.session) ? ['session'] : []),
  ]
  const byOwn = [...(said.identity.allows === 'not' ? ['identity'] : []), ...limits]
  if (caller.account !== owner) return [...byOwn, ...onResource]
  if (allows === 'direct') return []
  if (allows === 'role') return limits
  if (must && allows === 'not') return [...byOwn, ...onResource]
  return byOwn
}

/** The name of a session of which only the role was said: one that a policy names, or another. */
function sessionIn(given: RawCase, choose: Choose): (role: string) => string {
  return (role) => {
    const start = `assumed-role/${role}/`
    const named = JSON.stringify(given.policies).split(start).slice(1)
    return choose('the session', [...new Set(named.map((text) => text.split('"')[0]!)), 'nobody-names-this'])
  }
}

/** A key without a policy has one that names its account. Source: KMS guide, default key policy. */
const defaultPolicy = (service: string, owner: string): RawPolicy | null =>
  service !== 'kms'
    ? null
    : { name: 'default', document: { Statement: { Effect: 'Allow', Principal: { AWS: owner }, ...EVERYTHING } } }

/** Some of the services that resource control policies are for. Source: Organizations guide, resource control policies. */
const fallsUnderRcps = (action: string): boolean =>
  ['s3', 'sqs', 'kms', 'sts', 'secretsmanager', 'dynamodb', 'ecr', 'logs', 'events'].includes(
    action.split(':')[0]!.toLowerCase(),
  ) && action.toLowerCase() !== 'kms:retiregrant'
