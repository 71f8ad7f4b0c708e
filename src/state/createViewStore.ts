import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DesignState, SmallTexts, ViewState } from './types.ts'

const THEME_KEY = 'hopwise.theme'
const THEMES: readonly ViewState['theme'][] = ['system', 'light', 'dark']

/** What the page shows besides the design: theme, panels, dialogs, and the last thing said. */
export function createViewStore(preferences: SmallTexts, design: StoreApi<DesignState>): StoreApi<ViewState> {
  let lastMessage = 0
  const view = createStore<ViewState>()((set, get) => ({
    theme: THEMES.find((theme) => theme === preferences.read(THEME_KEY)) ?? 'system',
    setTheme(theme) {
      preferences.write(THEME_KEY, theme)
      set({ theme })
    },
    panel: 'inspector',
    showPanel: (panel) => set({ panel }),
    dialog: null,
    openDialog: (dialog) => set({ dialog }),
    importRun: null,
    importSource: null,
    importReport: null,
    showImportReport: (report) => set({ importReport: report, dialog: 'import' }),
    observed: null,
    isObservedOld: false,
    forgetObserved: () => set({ observed: null, isObservedOld: false }),
    focus: null,
    goTo({ construct, path }) {
      set({ dialog: null })
      const { design: document, select } = design.getState()
      // places of the document itself: saved requests have a panel, the rest is edited where nothing is selected
      if (construct === '') {
        select([])
        return set({ focus: null, panel: path[0] === 'requests' ? 'requests' : 'inspector' })
      }
      if (!Object.hasOwn(document.constructs, construct)) return get().say('That is no longer in the design.')
      select([construct])
      set({ focus: { construct, path }, panel: 'inspector' })
    },
    saved: 'saved',
    keptIn: null,
    savedProblem: null,
    placing: null,
    setPlacing: (kind) => set({ placing: kind }),
    message: null,
    say: (text, tone = 'info', action) => set({ message: { text, tone, id: ++lastMessage, action } }),
  }))
  design.subscribe(({ design: document, opened }, before) => {
    const { focus, observed, forgetObserved } = view.getState()
    if (opened !== before.opened) forgetObserved()
    // what was seen is true of what was drawn then; things that are only moved leave `constructs`
    else if (observed && document.constructs !== before.design.constructs)
      view.setState({ observed: null, isObservedOld: true })
    if (focus && !Object.hasOwn(document.constructs, focus.construct)) view.setState({ focus: null })
  })
  return view
}
