import { compileCondition } from '../conditions/compileCondition.ts'
import type { Statement } from '../document.ts'
import { globOf, matcherOf } from '../language/glob.ts'
import { type LanguageVersion, variablesIn } from '../language/template.ts'
import { asTernary, both, NO, not, type Ternary, YES } from '../language/ternary.ts'
import type { Call } from './call.ts'
import {
  compileLeftOut,
  compilePrincipals,
  DIRECTLY,
  isNamed,
  type Naming,
  type PrincipalRules,
} from './compilePrincipals.ts'
import { compileResources } from './compileResources.ts'

/** An element of a statement that a call may fail at. */
export type Element =
  | { readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal' | 'NotPrincipal' }
  | { readonly element: 'Condition'; readonly operator: string; readonly key: string }

/** Whether a call meets an element, and the condition keys that this hangs on. */
export interface ElementAnswer {
  readonly at: Element
  readonly met: Ternary
  readonly keys: () => readonly string[]
}

/** A statement that is ready to be asked about many calls. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny'
  /** Its `Sid`, or its number from 1 where it has none. */
  readonly name: string
  /** Whether it is about the call. */
  match(call: Call): Ternary
  /** How directly it names who calls. */
  naming(call: Call): Naming
  /** Each element, and whether the call meets it: what `match` is the least of. */
  explain(call: Call): readonly ElementAnswer[]
}

type Test = (call: Call) => Ternary
const NO_KEYS = (): readonly string[] => []

/** Compiles a statement. Elements are asked in the order of what costs least. */
export function compileStatement(
  statement: Statement,
  index: number,
  version: LanguageVersion,
  rules: PrincipalRules,
): CompiledStatement {
  const { actions, resources, principals, conditions } = statement
  const tests: { at: Element; test: Test; keys: () => readonly string[] }[] = [
    {
      at: { element: actions.not ? 'NotAction' : 'Action' },
      test: negatedIf(actions.not, actionTest(actions.these)),
      keys: NO_KEYS,
    },
  ]
  if (resources !== null) {
    const test = compileResources(resources.these, version)
    tests.push({
      at: { element: resources.not ? 'NotResource' : 'Resource' },
      test: negatedIf(resources.not, ({ resource, context }) => test(resource, context)),
      keys: () => variablesIn(resources.these, version),
    })
  }
  const names = principals && !principals.not ? compilePrincipals(principals.these, rules) : null
  if (names)
    tests.push({
      at: { element: 'Principal' },
      test: ({ principal }) => isNamed(names(principal)),
      keys: NO_KEYS,
    })
  if (principals?.not) {
    const leftOut = compileLeftOut(principals.these, rules)
    tests.push({
      at: { element: 'NotPrincipal' },
      // Source: IAM guide, JSON policy elements, NotPrincipal: with Deny it always denies a principal that has a boundary
      test: ({ bounded, principal }) => (bounded && statement.effect === 'Deny' ? YES : not(leftOut(principal))),
      keys: NO_KEYS,
    })
  }
  for (const condition of conditions) {
    const test = compileCondition(condition, version)
    const { operator, key, values } = condition
    tests.push({
      at: { element: 'Condition', operator, key },
      test: ({ context }) => test(context),
      keys: () => [key, ...variablesIn(values, version)],
    })
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
    naming: ({ principal }) => (names ? names(principal) : DIRECTLY),
    explain: (call) => tests.map(({ at, test, keys }) => ({ at, met: test(call), keys })),
  }
}

const negatedIf = (negated: boolean, test: Test): Test => (negated ? (call) => not(test(call)) : test)

/** Names of actions are compared without regard to case. Source: IAM guide, JSON policy elements, Action. */
function actionTest(texts: readonly string[]): Test {
  const matchers = texts.map((text) => matcherOf(globOf(text.toLowerCase())))
  const [first] = matchers
  if (matchers.length === 1) return ({ action }) => asTernary(first!(action))
  return ({ action }) => asTernary(matchers.some((matches) => matches(action)))
}
