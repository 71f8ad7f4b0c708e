import type { Stores } from '../state/index.ts'

/** Puts the chosen theme, or the system's, on the page, now and with every change of either. */
export function followTheme(view: Stores['view']): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    const { theme } = view.getState()
    const shown = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
    document.documentElement.dataset.theme = shown
  }
  system.addEventListener('change', show)
  view.subscribe(show)
  show()
}
