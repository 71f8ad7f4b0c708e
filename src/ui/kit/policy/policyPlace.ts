import type { ChangeEdit, PolicyUse } from '../../../core/model/index.ts'
import type { Origin } from '../../../core/topology/index.ts'

/** A policy where it stands, and how it is changed. */
export interface PolicyPlace {
  /** As people call it: `Bucket policy of reports`. */
  readonly title: string
  readonly use: PolicyUse
  readonly at: Origin
  /** What it would take to put a text there; null takes the policy away. */
  readonly editTo: (text: string | null) => ChangeEdit
  readonly apply: (text: string | null) => void
}

/** Names what is written at a place: its draft and its undo steps. */
export const idOfPlace = ({ at }: Pick<PolicyPlace, 'at'>): string => `policy ${at.construct}/${at.path.join('/')}`

/** A text as the editor has it: line ends of one kind. */
export const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** What is stored of a text: none for an empty one. */
export const storedText = (text: string): string | null => (text.trim() === '' ? null : text)
