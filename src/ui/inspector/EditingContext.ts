import { createContext, use } from 'react'
import type { Construct } from '../../core/model/index.ts'

export type Path = readonly (string | number)[]

/** What the fields of one construct are edited through. */
export interface Editing {
  readonly construct: Construct
  /** Puts a value at a place in the construct, as one undo step. `label` names it where the place alone does not. */
  commit(path: Path, value: unknown, label?: string): void
}

export const EditingContext = createContext<Editing | null>(null)

/** The construct that is being edited. */
export function useEditing(): Editing {
  const editing = use(EditingContext)
  if (!editing) throw new Error('There is no EditingContext above this component.')
  return editing
}
