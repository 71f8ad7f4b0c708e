import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  applyEdits,
  type ConstructId,
  type Design,
  type Edit,
  isEditRefused,
  isLayoutOnly,
} from '../core/model/index.ts'
import { changesNothing, type HistoryStep, mergeInverses, pushStep } from './history.ts'
import type { DesignState } from './types.ts'

export interface DesignStoreOptions {
  readonly initial: Design
  /** Places for constructs that have none: so that nothing drawn is invisible. */
  readonly planMissingPlacements: (design: Design) => readonly Edit[]
  /** Moves aside what a change would cover; part of the same step. */
  readonly planRoom: (before: Design, after: Design) => readonly Edit[]
  /** Hears the sentence when edits do not fit the design. */
  readonly onRefused: (sentence: string) => void
}

/** The document with its undo history. */
export function createDesignStore({
  initial,
  planMissingPlacements,
  planRoom,
  onRefused,
}: DesignStoreOptions): StoreApi<DesignState> {
  let past: readonly HistoryStep[] = []
  let future: readonly HistoryStep[] = []
  /** Of the step that was done last; null after anything but a step. */
  let lastMergeKey: string | null = null

  const place = (design: Design): Design => applyEdits(design, planMissingPlacements(design)).design

  return createStore<DesignState>()((set, get) => {
    function attempt(design: Design, edits: readonly Edit[]): ReturnType<typeof applyEdits> | null {
      try {
        let done = applyEdits(design, edits)
        const also = (more: readonly Edit[]) => {
          const { design: next, inverse } = applyEdits(done.design, more)
          done = { design: next, inverse: [...inverse, ...done.inverse] }
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

    function show(design: Design, edits: readonly Edit[], selection: readonly ConstructId[]) {
      const { revision, selection: before } = get()
      const selected = withoutGone(selection, design)
      set({
        design,
        revision: edits.every(isLayoutOnly) ? revision : revision + 1,
        undoLabel: past.at(-1)?.label ?? null,
        redoLabel: future.at(-1)?.label ?? null,
        selection: isSameList(selected, before) ? before : selected,
      })
    }

    /** Takes the last step of one side back and puts its inverse on the other; returns that side without the step. */
    function step(from: readonly HistoryStep[], to: readonly HistoryStep[]) {
      const taken = from.at(-1)!
      const { design, selection } = get()
      const done = applyEdits(design, taken.edits)
      lastMergeKey = null
      return {
        from: from.slice(0, -1),
        to: pushStep(to, { label: taken.label, edits: done.inverse, selection }),
        show() {
          // What the step brings back is selected again where nothing else is.
          const isLeftEmpty = withoutGone(selection, done.design).length === 0
          const bringsBack = taken.edits.some((edit) => edit.kind === 'add')
          show(done.design, taken.edits, isLeftEmpty && bringsBack ? taken.selection : selection)
        },
      }
    }

    return {
      design: place(initial),
      revision: 1,
      opened: 1,
      undoLabel: null,
      redoLabel: null,
      selection: [],
      apply(label, edits, { mergeKey } = {}) {
        const { design, selection } = get()
        const done = attempt(design, edits)
        if (!done) return false
        if (changesNothing(edits, done.inverse)) return true
        const last = past.at(-1)
        past =
          last && mergeKey !== undefined && mergeKey === lastMergeKey
            ? [...past.slice(0, -1), { ...last, edits: mergeInverses(done.inverse, last.edits) }]
            : pushStep(past, { label, edits: done.inverse, selection })
        future = []
        lastMergeKey = mergeKey ?? null
        show(done.design, edits, selection)
        return true
      },
      undo() {
        if (past.length === 0) return
        const done = step(past, future)
        past = done.from
        future = done.to
        done.show()
      },
      redo() {
        if (future.length === 0) return
        const done = step(future, past)
        future = done.from
        past = done.to
        done.show()
      },
      open(design) {
        past = []
        future = []
        lastMergeKey = null
        const { revision, opened } = get()
        set({
          design: place(design),
          revision: revision + 1,
          opened: opened + 1,
          undoLabel: null,
          redoLabel: null,
          selection: [],
        })
      },
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
