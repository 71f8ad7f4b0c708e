import { differenceFrom } from '../core/sim/index.ts'
import type { EngineState, ViewState } from './types.ts'

/** The saved requests that came to something else in reality than in the model, as far as both have answered. */
export const differingIds = (
  observed: ViewState['observed'],
  pinned: EngineState['pinned']['value'],
): ReadonlySet<string> =>
  new Set(
    Object.values(observed ?? {}).flatMap((one) =>
      pinned[one.id] && differenceFrom(pinned[one.id]!, one) !== null ? [one.id] : [],
    ),
  )
