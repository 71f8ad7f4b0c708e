import { explainStatement } from '../../core/explain/index.ts'
import type { PolicyUse } from '../../core/model/index.ts'
import { KIND_OF_USE, type PolicyProblem, rangeOf, readPolicy, type TextRange } from '../../core/policy/index.ts'

/** A policy as it is read. */
export interface PolicyReading {
  /** What was read. */
  readonly text: string
  /** Why it cannot be read; none = it can. */
  readonly problems: readonly PolicyProblem[]
  readonly statements: readonly { readonly words: string; readonly at: TextRange | null }[]
}

/** Reads a policy’s text: what is wrong with it, else its statements in words. */
export function readPolicyText({ text, use }: { readonly text: string; readonly use: PolicyUse }): PolicyReading {
  const read = readPolicy(text, KIND_OF_USE[use])
  if (!read.ok) return { text, problems: read.problems, statements: [] }
  return {
    text,
    problems: [],
    statements: read.document.statements.map((statement, i) => ({
      words: explainStatement(statement),
      at: rangeOf(text, ['Statement', i]),
    })),
  }
}
