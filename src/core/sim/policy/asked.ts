import type { ContextValue } from '../../policy/language/context.ts'
import type { FoundResource } from './findResource.ts'

/** A question that a request comes to: most come to one, what goes by an access point or needs a key to two or three. */
export interface Asked {
  /** Such as `s3:GetObject`. */
  readonly action: string
  readonly found: FoundResource
  /** The service that asks on behalf of the caller; null = the caller asks. */
  readonly by: string | null
  /** Condition keys that follow from what is asked. */
  readonly keys: Readonly<Record<string, ContextValue>>
  /** The bucket behind the access point that was asked before. */
  readonly behindAccessPoint: boolean
}
