import type { StoreApi } from 'zustand/vanilla'
import { type Observation, readObservations } from '../core/sim/index.ts'
import { differingIds } from './differingIds.ts'
import type { DesignState, EngineState, ViewState } from './types.ts'

interface TakeObservedOptions {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
}

/** Longer texts are no results: each takes some hundred bytes. */
const MOST_LETTERS = 2_000_000

/** Whether a text holds a result of verify.sh for requests of the design, or as it would tell them. */
export const isObserved = (text: string, { design }: Pick<TakeObservedOptions, 'design'>): boolean =>
  text.length <= MOST_LETTERS && readObservations(text, design.getState().design.requests).observations.length > 0

/** Shows what verify.sh saw beside the answers of the model; the sentence where the text tells nothing of this design. */
export function takeObserved(text: string, { design, engine, view }: TakeObservedOptions): string | null {
  const { requests } = design.getState().design
  if (text.trim() === '') return 'There is no text in the field.'
  if (requests.length === 0) return 'No request is saved with this design, so there is nothing to compare.'
  const { observations, bad } = readObservations(text.slice(0, MOST_LETTERS), requests)
  const [first] = bad
  const ids = new Set(requests.map(({ id }) => id))
  const strange = observations.filter(({ id }) => !ids.has(id))
  const observed: Record<string, Observation> = {}
  // what was tried again counts as it came out last
  for (const one of observations) if (ids.has(one.id)) observed[one.id] = one
  const count = Object.keys(observed).length
  if (count === 0)
    return strange.length > 0
      ? `These are results of requests that are not saved with this design: ${listed(strange.map(({ id }) => id))}.`
      : `This is nothing that verify.sh printed. Line ${first!.line}: ${first!.message}.`
  view.setState({ observed, isObservedOld: false, dialog: null, panel: 'requests' })
  const { value: pinned, stale } = engine.getState().pinned
  const differing = differingIds(observed, pinned).size
  view
    .getState()
    .say(
      [
        stale
          ? `${count === 1 ? 'One result is' : `${count} results are`} shown beside the answers of the model.`
          : differing === 0
            ? `Nothing that was seen differs from the model (${count} of ${requests.length} requests).`
            : `${differing} of ${count} requests ${differing === 1 ? 'differs' : 'differ'} from the model.`,
        ...(strange.length > 0 ? [`Not saved here: ${listed(strange.map(({ id }) => id))}.`] : []),
        ...(first
          ? [
              `${bad.length === 1 ? 'One line is' : `${bad.length} lines are`} no result: line ${first.line}, ${first.message}.`,
            ]
          : []),
      ].join(' '),
    )
  return null
}

const MOST_LISTED = 5
const listed = (ids: readonly string[]): string =>
  `${ids.slice(0, MOST_LISTED).join(', ')}${ids.length > MOST_LISTED ? ` and ${ids.length - MOST_LISTED} others` : ''}`
