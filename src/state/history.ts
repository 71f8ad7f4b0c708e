import type { ConstructId, Edit } from '../core/model/index.ts'

/** One step of undo or redo: the edits that take it, and what was selected on its other side. */
export interface HistoryStep {
  readonly label: string
  readonly edits: readonly Edit[]
  readonly selection: readonly ConstructId[]
}

/** The steps that can be undone and redone, the nearest last. */
export interface Timeline {
  readonly past: readonly HistoryStep[]
  readonly future: readonly HistoryStep[]
}

/** What was just done to a design, with all that it takes to do it again elsewhere: this is what the log of a work is made of. */
export interface Turn {
  readonly turn: 'do' | 'undo' | 'redo'
  readonly label: string
  readonly edits: readonly Edit[]
  /** What takes the edits back. */
  readonly inverse: readonly Edit[]
  /** What was selected before. */
  readonly selection: readonly ConstructId[]
  /** Whether it belongs to the step before. */
  readonly merges?: boolean
}

const MOST_STEPS = 500

export const NO_HISTORY: Timeline = { past: [], future: [] }

/** The timeline after a turn. */
export function takeTurn({ past, future }: Timeline, turn: Turn): Timeline {
  const step: HistoryStep = { label: turn.label, edits: turn.inverse, selection: turn.selection }
  if (turn.turn === 'undo') return { past: past.slice(0, -1), future: pushStep(future, step) }
  if (turn.turn === 'redo') return { past: pushStep(past, step), future: future.slice(0, -1) }
  const last = turn.merges ? past.at(-1) : undefined
  return {
    past: last
      ? [...past.slice(0, -1), { ...last, edits: mergeInverses(step.edits, last.edits) }]
      : pushStep(past, step),
    future: [],
  }
}

/** The steps with one more at the end; the oldest beyond 500 go. */
const pushStep = (steps: readonly HistoryStep[], step: HistoryStep): readonly HistoryStep[] =>
  [...steps, step].slice(-MOST_STEPS)

/** The way back over two steps at once, of which `later` was done last. A field changed twice goes straight back to its first value. */
function mergeInverses(later: readonly Edit[], earlier: readonly Edit[]): readonly Edit[] {
  const [one, ...more] = later
  const [other, ...others] = earlier
  const isSameField = one && other && more.length === 0 && others.length === 0 && fieldsOf(one) === fieldsOf(other)
  return isSameField && fieldsOf(one) !== null ? earlier : [...later, ...earlier]
}

/** What a change sets, as a text to compare by; null for other edits. */
function fieldsOf(edit: Edit): string | null {
  if (edit.kind === 'change') return JSON.stringify([edit.id, Object.keys(edit.fields).sort()])
  if (edit.kind === 'settings') return JSON.stringify(['', Object.keys(edit.fields).sort()])
  return null
}

/** Whether edits left everything as it was: then each is the same as the edit that takes it back. */
export const changesNothing = (edits: readonly Edit[], inverse: readonly Edit[]): boolean =>
  edits.every((edit, index) => JSON.stringify(edit) === JSON.stringify(inverse[edits.length - 1 - index]))
