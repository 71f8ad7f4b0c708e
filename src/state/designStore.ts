import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  applyEdits,
  type ConstructId,
  type Design,
  type Edit,
  isEditRefused,
  isLayoutOnly,
} from '../core/model/index.ts'
import { changesNothing, NO_HISTORY, type Timeline, type Turn, takeTurn } from './history.ts'
import type { DesignState } from './types.ts'

export interface DesignStoreOptions {
  readonly initial: Design
  /** Places for constructs that have none: so that nothing drawn is invisible. */
  readonly planMissingPlacements: (design: Design) => readonly Edit[]
  /** Moves aside what a change would cover; part of the same step. */
  readonly planRoom: (before: Design, after: Design) => readonly Edit[]
  /** Hears the sentence when edits do not fit the design. */
  readonly onRefused: (sentence: string) => void
  /** Hears of every step, undone and redone ones too, when the store shows it. */
  readonly onTurn?: (turn: Turn) => void
}

/** The document with its undo history. */
export function createDesignStore({
  initial,
  planMissingPlacements,
  planRoom,
  onRefused,
  onTurn,
}: DesignStoreOptions): StoreApi<DesignState> {
  let timeline: Timeline = NO_HISTORY
  /** Of the step that was done last; null after anything but a step. */
  let lastMergeKey: string | null = null

  const place = (design: Design): Design => applyEdits(design, planMissingPlacements(design)).design
  const labels = () => ({
    undoLabel: timeline.past.at(-1)?.label ?? null,
    redoLabel: timeline.future.at(-1)?.label ?? null,
  })

  return createStore<DesignState>()((set, get) => {
    /** The edits as they came to be done, with the places of what they add; null, and said, where they do not fit. */
    function attempt(design: Design, edits: readonly Edit[], isNew: boolean) {
      try {
        let done: { readonly design: Design; readonly edits: readonly Edit[]; readonly inverse: readonly Edit[] } = {
          ...applyEdits(design, edits),
          edits,
        }
        // what was done once is done again as it was
        if (!isNew) return done
        const also = (more: readonly Edit[]) => {
          const { design: next, inverse } = applyEdits(done.design, more)
          done = { design: next, edits: [...done.edits, ...more], inverse: [...inverse, ...done.inverse] }
        }
        if (edits.some((edit) => edit.kind === 'add' && !edit.placement)) also(planMissingPlacements(done.design))
        if (!edits.every(isLayoutOnly)) also(planRoom(design, done.design))
        return done
      } catch (error) {
        if (!isEditRefused(error)) throw error
        onRefused(error.message)
        return null
      }
    }

    function show(design: Design, turn: Turn, selection: readonly ConstructId[]) {
      const { revision, selection: before } = get()
      const selected = withoutGone(selection, design)
      timeline = takeTurn(timeline, turn)
      set({
        design,
        revision: turn.edits.every(isLayoutOnly) ? revision : revision + 1,
        ...labels(),
        selection: isSameList(selected, before) ? before : selected,
      })
      onTurn?.(turn)
    }

    /** Takes the last step of one side. */
    function step(turn: 'undo' | 'redo', steps: Timeline['past']) {
      const taken = steps.at(-1)
      if (!taken) return
      const { design, selection } = get()
      const done = attempt(design, taken.edits, false)
      lastMergeKey = null
      if (!done) {
        // A step that came back with the page may no longer fit; those beyond it would fit even less.
        timeline = NO_HISTORY
        return set(labels())
      }
      // What the step brings back is selected again where nothing else is.
      const isLeftEmpty = withoutGone(selection, done.design).length === 0
      const bringsBack = taken.edits.some((edit) => edit.kind === 'add')
      const { label } = taken
      show(
        done.design,
        { turn, label, edits: done.edits, inverse: done.inverse, selection },
        isLeftEmpty && bringsBack ? taken.selection : selection,
      )
    }

    return {
      design: place(initial),
      revision: 1,
      opened: 1,
      ...labels(),
      selection: [],
      apply(label, given, { mergeKey } = {}) {
        const { design, selection } = get()
        const done = attempt(design, given, true)
        if (!done) return false
        const { edits, inverse } = done
        if (changesNothing(edits, inverse)) return true
        const merges = mergeKey !== undefined && mergeKey === lastMergeKey
        lastMergeKey = mergeKey ?? null
        show(done.design, { turn: 'do', label, edits, inverse, selection, ...(merges && { merges }) }, selection)
        return true
      },
      undo: () => step('undo', timeline.past),
      redo: () => step('redo', timeline.future),
      open(design, history = NO_HISTORY) {
        timeline = history
        lastMergeKey = null
        const { revision, opened } = get()
        set({
          design: place(design),
          revision: revision + 1,
          opened: opened + 1,
          ...labels(),
          selection: [],
        })
      },
      timeline: () => timeline,
      select(ids) {
        const { design, selection } = get()
        const selected = withoutGone([...new Set(ids)], design)
        if (!isSameList(selected, selection)) set({ selection: selected })
      },
    }
  })
}

const withoutGone = (ids: readonly ConstructId[], design: Design): readonly ConstructId[] =>
  ids.filter((id) => Object.hasOwn(design.constructs, id))

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])
