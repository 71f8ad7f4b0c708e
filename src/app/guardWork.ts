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
  // a file that is dropped where nothing takes it would be shown in place of the page
  for (const type of ['dragover', 'drop'] as const)
    window.addEventListener(type, (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault())
  window.addEventListener('beforeunload', (event) => {
    if (!persistence.isUnsaved()) return
    flush()
    event.preventDefault()
  })
}
