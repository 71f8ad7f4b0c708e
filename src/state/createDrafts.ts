import type { StoreApi } from 'zustand/vanilla'
import type { DesignState, Draft, Drafts } from './types.ts'

/** Drafts as the page has them: `tell` hears of each letter. */
export function createDrafts(design: StoreApi<DesignState>, tell: (drafts: readonly Draft[]) => void) {
  const live = new Map<string, { readonly draft: Draft; readonly finish: (() => void) | undefined }>()
  let restored: readonly Draft[] = []

  function put(field: string, typed: Pick<Draft, 'text' | 'base' | 'waits'> | null, finish?: () => void) {
    const { selection } = live.get(field)?.draft ?? design.getState()
    restored = restored.filter((draft) => draft.field !== field)
    if (typed === null) live.delete(field)
    else live.set(field, { draft: { field, ...typed, selection }, finish })
    tell([...restored, ...[...live.values()].map(({ draft }) => draft)])
  }
  const putByIn = (field: string): Draft | null =>
    live.get(field)?.draft ?? restored.find((one) => one.waits && one.field === field) ?? null

  const drafts: Drafts = {
    hold(field, typed, finish) {
      if (typed !== null || live.has(field)) put(field, typed, finish)
    },
    putBy(field, typed) {
      if (typed !== null || putByIn(field)) put(field, typed && { ...typed, waits: true })
    },
    putByIn,
    waiting(field, base) {
      const selected = design.getState().selection.join()
      const isIt = (one: Draft) => one.field === field && one.base === base && one.selection.join() === selected
      return restored.find(isIt)?.text ?? null
    },
    settle() {
      for (const { finish } of [...live.values()]) finish?.()
    },
  }
  return {
    drafts,
    /** Brings back what stood in fields, and selects what the last of them belongs to. */
    restore(from: readonly Draft[]) {
      live.clear()
      restored = from
      const last = from.at(-1)
      if (last) design.getState().select(last.selection)
    },
    /** What no field has taken back. */
    left: () => restored.filter(({ waits }) => !waits),
  }
}
