import { compileCondition } from '../conditions/compileCondition.ts'
import type { Statement } from '../document.ts'
import { globOf, matcherOf } from '../language/glob.ts'
import type { LanguageVersion } from '../language/template.ts'
import { asTernary, both, MAYBE, NO, not, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from './call.ts'
import { compilePrincipals, type Grant, type PrincipalRules } from './compilePrincipals.ts'
import { compileResources } from './compileResources.ts'

/** An element of a statement that a call may fail at. */
export type Element =
  | { readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal' | 'NotPrincipal' }
  | { readonly element: 'Condition'; readonly operator: string; readonly key: string }

/** A statement that is ready to be asked about many calls. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny'
  /** Its `Sid`, or its number from 1 where it has none. */
  readonly name: string
  /** Whether it is about the call, and how directly it names who calls. */
  match(call: Call): Ternary
  /** How directly it names who calls, where it does. */
  grantTo(call: Call): Grant
  /** Each element, and whether the call meets it: what `match` is the least of. */
  explain(call: Call): readonly { readonly at: Element; readonly met: Ternary }[]
}

type Test = (call: Call) => Ternary

/** Compiles a statement. Elements are asked in the order of what costs least. */
export function compileStatement(
  statement: Statement,
  index: number,
  version: LanguageVersion,
  rules: PrincipalRules,
): CompiledStatement {
  const { actions, resources, principals, conditions } = statement
  const tests: { at: Element; test: Test }[] = [
    { at: { element: actions.not ? 'NotAction' : 'Action' }, test: negatedIf(actions.not, actionTest(actions.these)) },
  ]
  if (resources !== null) {
    const test = compileResources(resources.these, version)
    tests.push({
      at: { element: resources.not ? 'NotResource' : 'Resource' },
      test: negatedIf(resources.not, ({ resource, context }) => test(resource, context)),
    })
  }
  const namedAs = principals && compilePrincipals(principals.these, rules)
  if (principals && namedAs) {
    const named: Test = (call) => namedAs(call.principal).named
    tests.push({
      at: { element: principals.not ? 'NotPrincipal' : 'Principal' },
      // Source: IAM guide, JSON policy elements, NotPrincipal: with Deny it always denies a principal that has a boundary
      test: principals.not ? (call) => (call.bounded && statement.effect === 'Deny' ? YES : not(named(call))) : named,
    })
  }
  for (const condition of conditions) {
    const test = compileCondition(condition, version)
    const { operator, key } = condition
    tests.push({ at: { element: 'Condition', operator, key }, test: ({ context }) => test(context) })
  }
  const only = tests.map(({ test }) => test)
  return {
    effect: statement.effect,
    name: statement.sid || String(index + 1),
    match(call) {
      let found: Ternary = YES
      for (const test of only) {
        found = both(found, test(call))
        if (found === NO) return NO
      }
      return found
    },
    grantTo: ({ principal }) => (namedAs && !principals?.not ? namedAs(principal).as : 'direct'),
    explain: (call) => tests.map(({ at, test }) => ({ at, met: test(call) })),
  }
}

const negatedIf = (negated: boolean, test: Test): Test => (negated ? (call) => not(test(call)) : test)

/** Names of actions are compared without regard to case. Source: IAM guide, JSON policy elements, Action. */
function actionTest(texts: readonly string[]): Test {
  const matchers = texts.map((text) => matcherOf(globOf(text.toLowerCase())))
  return ({ action }) => asTernary(matchers.some((matches) => matches(action)))
}

/** The keys of conditions that a statement's answer hangs on, and nobody says what they hold. */
export const openKeys = (statement: CompiledStatement, call: Call): readonly string[] =>
  statement.explain(call).flatMap(({ at, met }) => (met === MAYBE && at.element === 'Condition' ? [at.key] : []))
