import { remember } from '../../base/remember.ts'
import type { Condition } from '../../policy/conditions/compileCondition.ts'
import type { Named, Principals, Statement } from '../../policy/document.ts'
import { globOf, type Matcher, matcherOf } from '../../policy/language/glob.ts'
import { isNull, isPositive } from './conditionsOf.ts'

/** Whether everything that one statement is about, another is about too. Says no where it does not know. */
export const takesIn = (wider: Statement, narrower: Statement): boolean =>
  namesTakeIn(wider.actions, narrower.actions, isWithinAction) &&
  (wider.resources === null
    ? narrower.resources === null
    : narrower.resources !== null && namesTakeIn(wider.resources, narrower.resources, isWithinArn)) &&
  principalsTakeIn(wider.principals, narrower.principals) &&
  wider.conditions.every((one) => narrower.conditions.some((other) => isWeaker(one, other)))

type Within = (pattern: string, name: string) => boolean
const isWithinAction: Within = (pattern, name) => matcherFor(pattern.toLowerCase())(name.toLowerCase())
const isWithinArn: Within = (pattern, name) => matcherFor(pattern)(name)

/** The last patterns that were compiled: every statement of a policy is held against each. */
const compiled = new Map<string, Matcher>()
function matcherFor(pattern: string): Matcher {
  if (compiled.size > MOST_KEPT) compiled.clear()
  return remember(compiled, pattern, () => matcherOf(globOf(pattern)))
}
const MOST_KEPT = 10_000
/** A `?` would take a `*` for one letter; what is filled in when it is asked is not known. */
const isPlain = (pattern: string): boolean => !/\?|\$\{/.test(pattern)

function namesTakeIn(wider: Named<readonly string[]>, narrower: Named<readonly string[]>, isWithin: Within): boolean {
  const within = (name: string, patterns: readonly string[]) =>
    patterns.some((pattern) => pattern === name || (isPlain(pattern) && isWithin(pattern, name)))
  if (wider.not && narrower.not) return wider.these.every((name) => within(name, narrower.these))
  if (wider.not) return false
  if (narrower.not) return wider.these.includes('*')
  return narrower.these.every((name) => within(name, wider.these))
}

function principalsTakeIn(wider: Named<Principals> | null, narrower: Named<Principals> | null): boolean {
  if (wider === null || narrower === null) return wider === narrower
  if (wider.not || narrower.not) return JSON.stringify(wider) === JSON.stringify(narrower)
  const [all, some] = [wider.these, narrower.these]
  if (all === '*') return true
  if (some === '*') return false
  return (Object.keys(some) as (keyof typeof some)[]).every((kind) =>
    (some[kind] ?? []).every((one) => all[kind]?.includes(one) || (kind === 'AWS' && all.AWS?.includes('*'))),
  )
}

/** Whether all that meets a condition meets another: the same with as many values or more, or with fewer where they are left out. */
function isWeaker(weak: Condition, strong: Condition): boolean {
  if (weak.operator !== strong.operator || weak.key.toLowerCase() !== strong.key.toLowerCase()) return false
  const [some, all] = isPositive(weak) ? [strong.values, weak.values] : [weak.values, strong.values]
  const isIn = some.every((value) => all.includes(value))
  return isIn && (some.length === all.length || !isNull(weak.operator))
}
