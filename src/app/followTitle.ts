import type { Stores } from '../state/index.ts'

/** Names the browser tab after the design. */
export function followTitle(design: Stores['design']): void {
  const show = () => {
    document.title = `${design.getState().design.title || 'Untitled design'} – Hopwise`
  }
  design.subscribe(show)
  show()
}
