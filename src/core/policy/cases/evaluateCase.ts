import type { Problem } from '../../model/parse/problem.ts'
import { deriveKeys } from '../deriveKeys.ts'
import { YES } from '../language/ternary.ts'
import { type Authorization, authorize } from '../layers/authorize.ts'
import { explainAuthorization, type StatementAnswer } from '../layers/explainAuthorization.ts'
import { isPublic } from '../layers/isPublic.ts'
import { compilePolicies } from '../layers/policies.ts'
import { readCase } from './readCase.ts'

/** The answer to a case: what comes of the call, and which statements say so. */
export interface CaseAnswer extends Pick<Authorization, 'verdict' | 'why' | 'deniedBy'> {
  /** The statements that decide, such as `identity[main:S1]` and `resource[2]`: those that deny, else those that allow. */
  readonly statements: readonly string[]
  /** The condition keys that the answer hangs on, and whose values nobody said. */
  readonly unknown: readonly string[]
}

/** Answers a case: policies, and a call that they are asked about. */
export function evaluateCase(
  value: unknown,
): { readonly ok: true; readonly answer: CaseAnswer } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = readCase(value)
  if (!read.ok) return read
  const { facts, policies, action, context, restrictPublicBuckets } = read.given
  const compiled = compilePolicies(policies)
  const call = {
    action: action.toLowerCase(),
    resource: facts.resource,
    principal: facts.principal,
    bounded: policies.boundary !== null,
    context: deriveKeys(facts, context),
  }
  const closedToPublic =
    restrictPublicBuckets && policies.resource?.document != null && isPublic(policies.resource.document)
  const { verdict, why, deniedBy, levels } = authorize(compiled, call, {
    account: facts.resourceAccount,
    closedToPublic,
  })
  const bears = ({ layer, target }: StatementAnswer): boolean =>
    levels.some((level) => level.layer === layer && level.target === target)
  const answers = explainAuthorization(compiled, call).filter(bears)
  const effect = why === 'explicit-deny' ? 'Deny' : 'Allow'
  const statements = answers.filter((one) => one.met === YES && one.effect === effect).map(nameOf)
  const unknown = verdict === 'cannot-tell' ? [...new Set(answers.flatMap(({ openKeys }) => openKeys))] : []
  return { ok: true, answer: { verdict, why, deniedBy, statements, unknown } }
}

/** `identity[main:S1]`; a resource has one policy, whose name is left out. */
const nameOf = ({ layer, policy, statement }: StatementAnswer): string =>
  layer === 'resource' ? `resource[${statement}]` : `${layer}[${policy}:${statement}]`
