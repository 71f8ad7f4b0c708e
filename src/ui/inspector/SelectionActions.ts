import { createContext, use } from 'react'

/** What can be done with whatever is selected. The page provides it: the same commands that the keys of the canvas give. */
export interface SelectionActions {
  duplicate(): void
  remove(): void
}

export const SelectionActionsContext = createContext<SelectionActions | null>(null)

/** The actions on the selection. */
export function useSelectionActions(): SelectionActions {
  const actions = use(SelectionActionsContext)
  if (!actions) throw new Error('There is no SelectionActionsContext above this component.')
  return actions
}
