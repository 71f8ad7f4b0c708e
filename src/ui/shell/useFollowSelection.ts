import { type RefObject, useEffect, useRef } from 'react'
import type { ConstructId } from '../../core/model/index.ts'

/**
 * Brings the line of what is selected into view when something else is selected, `show` unfolding what it lies in first. Later changes of
 * the lines leave alone how far a person has scrolled.
 */
export function useFollowSelection(
  tree: RefObject<HTMLElement | null>,
  selected: ConstructId | undefined,
  rows: readonly unknown[],
  show: (id: ConstructId) => void,
) {
  const wanted = useRef<ConstructId | undefined>(undefined)
  const unfold = useRef(show)
  unfold.current = show
  useEffect(() => {
    wanted.current = selected
    if (selected !== undefined) unfold.current(selected)
  }, [selected])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was folded has its line only with the next rows
  useEffect(() => {
    const id = wanted.current
    const lines = [...(tree.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])]
    const line = lines.find(({ dataset }) => dataset.id === id)
    if (!line) return
    wanted.current = undefined
    const panel = scrollerOf(line)
    if (!panel) return
    const [at, room] = [line.getBoundingClientRect(), panel.getBoundingClientRect()]
    const top = room.top + HEADING
    if (at.top < top) panel.scrollTop -= top - at.top + MARGIN
    else if (at.bottom > room.bottom) panel.scrollTop += at.bottom - room.bottom + MARGIN
  }, [tree, selected, rows])
}

/** So that the lines next to it can be seen as well. */
const MARGIN = 28
/** What stays at the top of the panel. */
const HEADING = 36

/** The panel that scrolls: never the page itself, as `scrollIntoView` would. */
function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return null
}
