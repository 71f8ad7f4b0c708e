import type { Persistence } from '../state/index.ts'

/** Writes at once when the page may be about to go, and asks before it goes with work that nothing has kept. */
export function guardWork(persistence: Persistence): void {
  const flush = () => void persistence.flush()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
  window.addEventListener('pagehide', () => {
    persistence.drafts.settle()
    flush()
  })
  window.addEventListener('beforeunload', (event) => {
    if (!persistence.isUnsaved()) return
    flush()
    event.preventDefault()
  })
}
