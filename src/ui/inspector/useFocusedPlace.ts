import { type RefObject, useEffect } from 'react'
import type { ConstructId } from '../../core/model/index.ts'
import { useView } from '../kit/useStore.ts'

/** Brings the place that a link leads to into view, lights it up and gives it the focus. */
export function useFocusedPlace(panel: RefObject<HTMLElement | null>, id: ConstructId) {
  const focus = useView((state) => state.focus)
  useEffect(() => {
    if (focus?.construct !== id || focus.path.length === 0) return
    // One frame later: a list opens the entry first.
    const frame = requestAnimationFrame(() => {
      const place = panel.current && findPlace(panel.current, focus.path)
      if (!place) return
      place.scrollIntoView({ block: 'center' })
      place.focus({ preventScroll: true })
      place.classList.remove('light-up')
      void place.offsetWidth // the light begins anew
      place.classList.add('light-up')
    })
    return () => cancelAnimationFrame(frame)
  }, [focus, id, panel])
}

/** The innermost marked element at or above a place in the construct. */
function findPlace(panel: HTMLElement, path: readonly (string | number)[]): HTMLElement | null {
  const places = new Map(
    [...panel.querySelectorAll<HTMLElement>('[data-path]')].map((place) => [place.dataset.path, place]),
  )
  for (let length = path.length; length > 0; length--) {
    const found = places.get(path.slice(0, length).join('/'))
    if (found) return found
  }
  return null
}
