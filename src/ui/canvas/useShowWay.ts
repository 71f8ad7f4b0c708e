import { useEffect, useRef } from 'react'
import { useEngine } from '../kit/useStore.ts'
import type { Highlights } from './projection/highlightsFor.ts'
import type { CanvasViewport } from './viewports.ts'

/** Shows the way of a request once it has been answered; answers to the same question after edits leave the view alone. */
export function useShowWay(highlights: Highlights | null, viewport: CanvasViewport) {
  const asked = useEngine((state) => state.asked)
  const verdict = useEngine((state) => state.verdict.value)
  const last = useRef({ asked, verdict })
  useEffect(() => {
    if (!highlights || last.current.asked === asked || last.current.verdict === verdict) return
    last.current = { asked, verdict }
    const ends = highlights.links.flatMap(({ from, to }) => [from, to])
    const decided = [...highlights.lights].flatMap(([id, { state }]) => (ENDS.has(state) ? [id] : []))
    // who asks is part of it, also where the request gets nowhere
    viewport.showWay([asked?.from ?? '', ...ends, ...decided])
  }, [asked, verdict, highlights, viewport])
}

/** What a way may end with. */
const ENDS: ReadonlySet<string> = new Set(['delivered', 'refused', 'unknown'])
