import { useState } from 'react'

export const LEAST_WIDTH = 300
export const MOST_WIDTH = 720
/** A wide screen has room for longer lines. */
const usualWidth = () => (window.innerWidth >= 1600 ? 440 : 368)
const KEY = 'hopwise.panel-width'

/** The width of the side panel, kept for the next visit where the browser allows it. */
export function usePanelWidth(): readonly [number, (width: number) => void] {
  const [width, setWidth] = useState(readWidth)
  return [
    width,
    (wanted) => {
      const next = Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, wanted)))
      setWidth(next)
      try {
        localStorage.setItem(KEY, String(next))
      } catch {
        return // a blocked storage costs the person this setting and nothing else
      }
    },
  ]
}

function readWidth(): number {
  try {
    const kept = Number(localStorage.getItem(KEY))
    return kept >= LEAST_WIDTH && kept <= MOST_WIDTH ? kept : usualWidth()
  } catch {
    return usualWidth()
  }
}
