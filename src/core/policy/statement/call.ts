import type { Context } from '../language/context.ts'
import type { Principal } from '../principal.ts'

/** An API call that policies are asked about. */
export interface Call {
  /** In small letters, such as `s3:getobject`. */
  readonly action: string
  /** Its ARN; `*` for an action that is about no resource. */
  readonly resource: string
  readonly principal: Principal
  /** A boundary is attached to the principal: `NotPrincipal` leaves no such one out. */
  readonly bounded: boolean
  readonly context: Context
}
