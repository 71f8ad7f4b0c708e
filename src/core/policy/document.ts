import type { Condition } from './conditions/compileCondition.ts'
import type { LanguageVersion } from './language/template.ts'

/** What a policy is attached to, as far as the language differs: of an identity it has no `Principal`, of anything else it must. */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'endpoint' | 'control'

/** Whom a statement names: everybody, or by kind. `'*'` under a kind is everybody of it. */
export type Principals =
  | '*'
  | {
      readonly AWS?: readonly string[]
      readonly Service?: readonly string[]
      readonly Federated?: readonly string[]
      readonly CanonicalUser?: readonly string[]
    }

/** What an element names, or with `not` what it leaves out: `Action` and `NotAction`, `Resource` and `NotResource`, `Principal` and `NotPrincipal`. */
export interface Named<T> {
  readonly not: boolean
  readonly these: T
}

/** A statement of a policy, its elements as lists. */
export interface Statement {
  /** The `Sid`; '' where it has none. */
  readonly sid: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Named<readonly string[]>
  /** Null in a trust policy, whose resource is the role. */
  readonly resources: Named<readonly string[]> | null
  /** Null in a policy of an identity, whose principal is that. */
  readonly principals: Named<Principals> | null
  readonly conditions: readonly Condition[]
}

/** A policy as the language has it. Source: IAM guide, grammar of the IAM JSON policy language. */
export interface PolicyDocument {
  readonly version: LanguageVersion
  readonly id: string
  readonly statements: readonly Statement[]
}
