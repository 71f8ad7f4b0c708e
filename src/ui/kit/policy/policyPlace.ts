import { applyEdits, type Design, type Edit, isEditRefused, type PolicyUse } from '../../../core/model/index.ts'
import type { Origin } from '../../../core/topology/index.ts'

/** A policy where it stands, and how it is changed. */
export interface PolicyPlace {
  /** As people call it: `Bucket policy of reports`. */
  readonly title: string
  readonly use: PolicyUse
  readonly at: Origin
  /** What it would take to put a text there; null takes the policy away. No such edit: it is no part of the design, and nothing can be tried. */
  readonly editTo: ((text: string | null) => Edit) | null
  readonly apply: (text: string | null) => void
}

/** Names what is written at a place: its draft and its undo steps. */
export const idOfPlace = ({ at }: Pick<PolicyPlace, 'at'>): string => `policy ${at.construct}/${at.path.join('/')}`

/** A text as the editor has it: line ends of one kind. */
export const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** What is stored of a text: none for an empty one. */
export const storedText = (text: string): string | null => (text.trim() === '' ? null : text)

/** The design with another text at the place; as it is where that does not fit. */
export function designWith(design: Design, { editTo }: Pick<PolicyPlace, 'editTo'>, text: string): Design {
  if (editTo === null) return design
  try {
    return applyEdits(design, [editTo(storedText(text))]).design
  } catch (error) {
    if (isEditRefused(error)) return design
    throw error
  }
}
