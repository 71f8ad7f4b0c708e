/** Calls when the page has drawn itself and has nothing else to do, after 5 seconds at the latest. */
export function whenIdle(act: () => void): void {
  // Safari has no `requestIdleCallback`
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 5000 })
  else setTimeout(act, 1000)
}
