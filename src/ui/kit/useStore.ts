import { createContext, use } from 'react'
import { useStore } from 'zustand/react'
import type { DesignState, EngineState, Stores, ViewState } from '../../state/types.ts'

/** The stores of the page; `app` provides them, tests provide their own. */
export const StoresContext = createContext<Stores | null>(null)

/** All stores and actions, for event handlers; components draw from the selecting hooks below. */
export function useStores(): Stores {
  const stores = use(StoresContext)
  if (!stores) throw new Error('There is no StoresContext above this component.')
  return stores
}

// A selector that makes a new object or list each time must be wrapped in `useShallow` (zustand/react/shallow),
// or the component draws itself for ever.

/** What `select` picks from the document and its history. */
export const useDesign = <T>(select: (state: DesignState) => T): T => useStore(useStores().design, select)

/** What `select` picks from the engine's answers. */
export const useEngine = <T>(select: (state: EngineState) => T): T => useStore(useStores().engine, select)

/** What `select` picks from the state of the page itself. */
export const useView = <T>(select: (state: ViewState) => T): T => useStore(useStores().view, select)
