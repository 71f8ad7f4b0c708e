import type { Context } from '../../policy/language/context.ts'
import type { Authorization } from '../../policy/layers/authorize.ts'
import type { StatementAnswer } from '../../policy/layers/explainAuthorization.ts'
import type { LayerName, Policies } from '../../policy/layers/policies.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Asked } from './asked.ts'
import type { Caller } from './whoCalls.ts'

/** What comes of a question that a call comes to, and what it was asked with. */
export interface Judged {
  readonly caller: Caller
  readonly asked: Asked
  readonly authorization: Authorization
  readonly policies: Policies
  readonly context: Context
  /** Whether the policy of the endpoint counts that the call comes by. */
  readonly takesPolicy: boolean
  /** What each statement says, of these layers or of all. */
  readonly answers: (layers?: readonly LayerName[]) => readonly StatementAnswer[]
  /** Something that nobody said was taken for granted, and other things would come of the call without. */
  readonly assumes: 'ASSUMED_SIGNED_API' | null
  /** Why it cannot be told, beside what the policies leave open. */
  readonly doubt: { readonly message: string; readonly at: Origin | null } | null
}
