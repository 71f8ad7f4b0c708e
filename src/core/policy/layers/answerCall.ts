import { YES } from '../language/ternary.ts'
import type { Authorization } from './authorize.ts'
import type { StatementAnswer } from './explainAuthorization.ts'

/** The answer to a call in the words of the command line. */
export interface CallAnswer extends Pick<Authorization, 'verdict' | 'why' | 'deniedBy'> {
  /** The statements that decide, such as `identity[main:S1]` and `resource[2]`: those that deny, else those that allow. */
  readonly statements: readonly string[]
  /** The condition keys that the answer hangs on, and whose values nobody said. */
  readonly unknown: readonly string[]
}

/** What comes of a call, and which statements say so. `answers`: of every statement; those of layers that do not bear on the caller are left out. */
export function answerCall(
  { verdict, why, deniedBy, levels }: Authorization,
  answers: readonly StatementAnswer[],
): CallAnswer {
  const bearing = answers.filter(({ layer, target }) =>
    levels.some((level) => level.layer === layer && level.target === target),
  )
  const effect = why === 'explicit-deny' ? 'Deny' : 'Allow'
  return {
    verdict,
    why,
    deniedBy,
    statements: bearing.filter((one) => one.met === YES && one.effect === effect).map(nameOf),
    unknown: verdict === 'cannot-tell' ? [...new Set(bearing.flatMap(({ openKeys }) => openKeys))] : [],
  }
}

/** `identity[main:S1]`; a resource has one policy, whose name is left out. */
const nameOf = ({ layer, policy, statement }: StatementAnswer): string =>
  layer === 'resource' ? `resource[${statement}]` : `${layer}[${policy}:${statement}]`
