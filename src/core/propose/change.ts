import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Narrowing } from '../policy/propose/narrowings.ts'
import type { ProposedStatement } from '../policy/propose/proposedStatement.ts'
import type { StatementPlace } from '../policy/propose/proposedStatements.ts'

/** What may be touched: policies of endpoints, of resources, of identities; rules of security groups; all else of the network. */
export const AREAS = ['endpoint', 'resource', 'identity', 'groups', 'network'] as const
export type Area = (typeof AREAS)[number]

/** A policy of the design that may be written. */
export interface PolicyPlace extends StatementPlace {
  readonly construct: ConstructId
  /** A policy of its own, or a list of them by name. */
  readonly field: 'policy' | 'trustPolicy' | 'policies' | 'boundary'
  /** Which of a list; null = the one that is written for what is proposed, or no list. */
  readonly index: number | null
}

interface ChangeBase {
  readonly area: Area
  readonly title: string
  /** What is less is tried first. */
  readonly cost: number
}

/** A change that is proposed. It says what is done, not what comes of it, so that any few of several can be made. */
export type Change =
  | (ChangeBase & {
      readonly kind: 'add-statements'
      readonly place: PolicyPlace
      readonly statements: readonly ProposedStatement[]
    })
  | (ChangeBase & {
      readonly kind: 'narrow'
      readonly place: PolicyPlace
      readonly statement: number
      readonly narrowing: Narrowing
    })
  | (ChangeBase & { readonly kind: 'edit'; readonly edits: readonly Edit[]; readonly base: Design })
