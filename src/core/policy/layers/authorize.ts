import { both, either, MAYBE, NO, not, type Ternary, YES } from '../language/ternary.ts'
import { accountOf, type Principal } from '../principal.ts'
import type { Call } from '../statement/call.ts'
import { ALLOWS, allowsAtAll, askLevel, type LevelAnswer } from './askLevel.ts'
import type { CompiledPolicies, LayerName } from './policies.ts'
import { type ResourceRule, ruleFor } from './resourceRules.ts'

/** Where the resource of a call is, and what of it bears on who may. */
export interface ResourceFacts {
  /** The account that owns it; null where nobody said. */
  readonly account: string | null
  /** S3 Block Public Access, `RestrictPublicBuckets`, on a bucket whose policy is public: nobody from outside of the account gets in by it. */
  readonly closedToPublic: boolean
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
    .filter(({ layer }) => bears(layer, call.principal, rule))
    .map((level) => askLevel(level, call))
  const denies = levels.reduce<Ternary>((found, level) => either(found, level.denies), NO)
  if (denies === YES)
    return {
      verdict: 'denied',
      why: 'explicit-deny',
      deniedBy: unique(levels.filter((level) => level.denies === YES)),
      levels,
    }
  const ceilings = levels.filter(({ layer }) => layer === 'scp' || layer === 'rcp' || layer === 'endpoint')
  const granted = grantedBy(levels, call.principal, resource, rule)
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

const unique = (levels: readonly LevelAnswer[]): readonly LayerName[] => [...new Set(levels.map(({ layer }) => layer))]

/** Source: Organizations guide, service control policies and resource control policies: neither reaches service-linked roles. */
function bears(layer: LayerName, principal: Principal, rule: ResourceRule): boolean {
  const linked = principal.kind === 'role' && principal.arn.includes(':role/aws-service-role/')
  const ours = principal.kind !== 'service' && principal.kind !== 'anonymous'
  if (layer === 'scp') return ours && !linked
  if (layer === 'rcp') return rule.controlled && principal.kind !== 'service' && !linked
  if (layer === 'identity') return ours
  if (layer === 'boundary') return principal.kind === 'role' || principal.kind === 'user'
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
  principal: Principal,
  resource: ResourceFacts,
  rule: ResourceRule,
): Granted {
  const of = (layer: LayerName) => levels.find((level) => level.layer === layer)
  const account = accountOf(principal)
  const same: Ternary = resource.account === null ? MAYBE : resource.account === account ? YES : NO
  const limits = both(allowed(of('boundary')), allowed(of('session')))
  // an account's root user needs nobody's leave, and has no boundary
  const identity = principal.kind === 'root' ? YES : both(allowed(of('identity'), NO), limits)
  const theirs = of('resource')?.allows ?? { account: rule.accountByDefault ? YES : NO, role: NO, direct: NO }
  const open = resource.closedToPublic ? same : YES
  const named = both(open, either(theirs.direct, both(theirs.role, limits)))
  const passedOn = both(open, theirs.account)
  const atAll = both(open, either(either(theirs.direct, theirs.role), theirs.account))
  if (account === null) return { allows: named, missing: ['resource'] }

  const within = rule.mustAllow ? either(named, both(passedOn, identity)) : either(named, identity)
  const across = both(atAll, identity)
  // the same, or not: where nobody says, the answer is the one that both lead to
  const allows = same === YES ? within : same === NO ? across : within === across ? within : MAYBE
  return { allows, missing: missingOf(same, rule, identity, atAll, levels) }
}

const allowed = (level: LevelAnswer | undefined, otherwise: Ternary = ALLOWS): Ternary =>
  level ? allowsAtAll(level) : otherwise

function missingOf(
  same: Ternary,
  rule: ResourceRule,
  identity: Ternary,
  atAll: Ternary,
  levels: readonly LevelAnswer[],
): readonly LayerName[] {
  const own = levels.filter(({ layer }) => layer === 'identity' || layer === 'boundary' || layer === 'session')
  const silent = unique(own.filter((level) => allowsAtAll(level) === NO))
  if (identity !== NO) return ['resource']
  return atAll === NO && (same === NO || rule.mustAllow) ? [...silent, 'resource'] : silent
}
