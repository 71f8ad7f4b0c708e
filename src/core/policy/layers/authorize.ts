import { both, either, MAYBE, NO, not, type Ternary, YES } from '../language/ternary.ts'
import { accountOf, type Principal } from '../principal.ts'
import type { Call } from '../statement/call.ts'
import type { Naming } from '../statement/compilePrincipals.ts'
import { ALLOWS, allowsAtAll, askLevel, type LevelAnswer } from './askLevel.ts'
import type { CompiledPolicies, LayerName } from './policies.ts'
import { asksTrustPolicy, type ResourceRule, ruleFor } from './resourceRules.ts'

/** Where the resource of a call is, and what of it bears on who may. */
export interface ResourceFacts {
  /** The account that owns it; null where nobody said. */
  readonly account: string | null
  /** S3 Block Public Access, `RestrictPublicBuckets`, on a bucket whose policy is public: nobody from outside of the account gets in by it. */
  readonly closedToPublic: boolean
  /** Access control lists, of which nobody said what they allow: to accounts by name, or to everybody too. */
  readonly lists?: 'by-name' | 'all' | 'none'
  /** What a resource without a policy does where that is a rule of its own: it lets in everybody, or nobody. */
  readonly withoutPolicy?: 'open' | 'closed'
  /** What came of the call at the access point of the bucket: whatever allows it there may allow it here too. */
  readonly atAccessPoint?: Authorization
}

/** What comes of a call, and of each layer taken alone. */
export interface Authorization {
  readonly verdict: 'allowed' | 'denied' | 'cannot-tell'
  /** An `Allow` is missing, or a `Deny` stands against it. */
  readonly why: 'allowed' | 'implicit-deny' | 'explicit-deny' | 'cannot-tell'
  /** The layers that deny: by a `Deny` where there is one, else those whose `Allow` is missing. */
  readonly deniedBy: readonly LayerName[]
  readonly levels: readonly LevelAnswer[]
}

/**
 * Asks all layers and puts their answers together as AWS does: a `Deny` anywhere decides. Else every control policy, level by level, and the
 * endpoint's policy must allow; in one account the identity's policies (within boundary and session) or the resource's policy, across accounts
 * both. Sources: IAM guide, policy evaluation logic; how AWS enforcement code evaluates requests; cross-account policy evaluation logic.
 */
export function authorize(policies: CompiledPolicies, call: Call, resource: ResourceFacts): Authorization {
  const rule = ruleFor(call.action)
  const levels = policies
    .filter(({ layer }) => bears(layer, call.principal, rule, resource))
    .map((level) => withAccessPoint(askLevel(level, call), resource.atAccessPoint))
  const denies = levels.reduce<Ternary>((found, level) => either(found, level.denies), NO)
  if (denies === YES)
    return {
      verdict: 'denied',
      why: 'explicit-deny',
      deniedBy: unique(levels.filter((level) => level.denies === YES)),
      levels,
    }
  // nothing but RCPFullAWSAccess may allow in a resource control policy, and nobody can detach that
  const ceilings = levels.filter(({ layer }) => layer === 'scp' || layer === 'endpoint')
  const granted = grantedBy(levels, call, resource, rule)
  const allows = ceilings.reduce<Ternary>((found, level) => both(found, allowsAtAll(level)), granted.allows)
  if (allows === NO)
    return {
      verdict: 'denied',
      why: 'implicit-deny',
      deniedBy: [
        ...unique(ceilings.filter((level) => allowsAtAll(level) === NO)),
        ...(granted.allows === NO ? granted.missing : []),
      ],
      levels,
    }
  if (both(allows, not(denies)) === MAYBE) return { verdict: 'cannot-tell', why: 'cannot-tell', deniedBy: [], levels }
  return { verdict: 'allowed', why: 'allowed', deniedBy: [], levels }
}

/**
 * A policy that allows a call by the ARN of the access point does not have to name the bucket too, or perhaps does: the guide names both for the
 * policy of an endpoint. Source: S3 guide, configuring IAM policies for using access points; access points restricted to a VPC.
 */
function withAccessPoint(level: LevelAnswer, atAccessPoint: Authorization | undefined): LevelAnswer {
  const { layer, target, allows } = level
  if (!atAccessPoint || layer === 'resource' || layer === 'rcp' || allowsAtAll(level) !== NO) return level
  const there = atAccessPoint.levels.find((one) => one.layer === layer && one.target === target)
  return there && allowsAtAll(there) !== NO ? { ...level, allows: { ...allows, direct: MAYBE } } : level
}

const unique = (levels: readonly LevelAnswer[]): LayerName[] => [...new Set(levels.map(({ layer }) => layer))]

/**
 * Whether a layer bears on somebody. Sources: Organizations guide, service control policies and resource control policies (neither reaches
 * service-linked roles; resource control policies reach services); IAM guide, policy evaluation logic (session policies belong to sessions; the
 * root user has no policies of its own); Organizations API, constraint violations (“reserved prefix AWSServiceRoleFor”).
 */
function bears(layer: LayerName, principal: Principal, rule: ResourceRule, resource: ResourceFacts): boolean {
  const { kind } = principal
  // a session does not say its role’s path; nobody else’s role may have such a name
  const linked = kind === 'role' && principal.name.startsWith('AWSServiceRoleFor')
  const entity = kind === 'role' || kind === 'user' || kind === 'federated-user'
  if (layer === 'scp') return (entity || kind === 'root') && !linked
  if (layer === 'rcp') return rule.controlled && !linked
  if (layer === 'identity' || layer === 'boundary') return entity
  if (layer === 'session') return kind === 'role' || kind === 'federated-user'
  if (layer === 'resource') return !(rule.openToRoot && kind === 'root' && principal.account === resource.account)
  return true
}

interface Granted {
  readonly allows: Ternary
  /** The layers without which there is none. */
  readonly missing: readonly LayerName[]
}

/** Whether somebody who may allows it: the identity's own policies, and the resource's. */
function grantedBy(
  levels: readonly LevelAnswer[],
  { principal, action }: Call,
  resource: ResourceFacts,
  rule: ResourceRule,
): Granted {
  const of = (layer: LayerName) => levels.find((level) => level.layer === layer)
  const account = accountOf(principal)
  const same: Ternary = resource.account === null ? MAYBE : resource.account === account ? YES : NO
  // a federated user without a session policy may do nothing but what names it. Source: STS API, GetFederationToken
  const session = allowed(of('session'), principal.kind === 'federated-user' ? NO : ALLOWS)
  const limits = both(allowed(of('boundary')), session)
  // an account's root user needs nobody's leave, and has no boundary
  const identity = principal.kind === 'root' ? YES : both(allowed(of('identity'), NO), limits)
  // what a key has without a policy names the account that owns it
  const said = of('resource')?.allows ?? { account: rule.accountByDefault ? same : NO, role: NO, direct: NO }
  const theirs = withLists(said, resource.lists)
  // Source: S3 guide, blocking public access: services and the owner's account get in
  const open = resource.closedToPublic && principal.kind !== 'service' ? same : YES
  const named = both(open, either(theirs.direct, both(theirs.role, limits)))
  const passedOn = both(open, theirs.account)
  const atAll = both(open, either(either(theirs.direct, theirs.role), theirs.account))
  if (resource.withoutPolicy && !of('resource'))
    return { allows: resource.withoutPolicy === 'open' ? YES : NO, missing: ['resource'] }
  if (account === null) return { allows: named, missing: ['resource'] }
  // Source: STS API, AssumeRole: the root user cannot call it
  if (principal.kind === 'root' && asksTrustPolicy(action)) return { allows: NO, missing: ['identity'] }

  const within = rule.mustAllow ? either(named, both(passedOn, identity)) : either(named, identity)
  const across = both(atAll, identity)
  // the same, or not: where nobody says, the answer is the one that both lead to
  const allows = same === YES ? within : same === NO ? across : within === across ? within : MAYBE
  const silent = unique(own(levels).filter((level) => allowsAtAll(level) === NO))
  if (session === NO && !of('session')) silent.push('session')
  // whom the resource's policy names by the role needs no Allow of identity policies
  const wanting = same === YES && theirs.role !== NO ? silent.filter((layer) => layer !== 'identity') : silent
  return { allows, missing: missingOf(same, rule, identity, atAll, wanting) }
}

/** Source: S3 guide, access control list overview: grantees are accounts, and groups that everybody is of. */
const withLists = (allows: Naming, lists: ResourceFacts['lists'] = 'none'): Naming =>
  lists === 'none'
    ? allows
    : {
        ...allows,
        account: either(allows.account, MAYBE),
        direct: lists === 'all' ? either(allows.direct, MAYBE) : allows.direct,
      }

const allowed = (level: LevelAnswer | undefined, otherwise: Ternary = ALLOWS): Ternary =>
  level ? allowsAtAll(level) : otherwise

const own = (levels: readonly LevelAnswer[]): readonly LevelAnswer[] =>
  levels.filter(({ layer }) => layer === 'identity' || layer === 'boundary' || layer === 'session')

/** `silent`: the layers of who calls that do not allow. */
function missingOf(
  same: Ternary,
  rule: ResourceRule,
  identity: Ternary,
  atAll: Ternary,
  silent: readonly LayerName[],
): readonly LayerName[] {
  if (identity !== NO) return ['resource']
  return atAll === NO && (same === NO || rule.mustAllow) ? [...silent, 'resource'] : silent
}
