import type { ApiCall } from '../../model/design.ts'
import type { ContextValue } from '../../policy/language/context.ts'

/** The condition keys that a request says, each with its values as texts. */
export const givenKeys = (context: ApiCall['context']): Readonly<Record<string, ContextValue>> =>
  Object.fromEntries(
    Object.entries(context).map(([key, one]) => [key, typeof one === 'object' ? one.map(String) : [String(one)]]),
  )
