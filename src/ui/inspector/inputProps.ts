import type { Field } from '../../core/model/index.ts'
import type { Path } from './EditingContext.ts'

/** What every kind of input is given. */
export interface InputProps<I extends Field['input'] = Field['input']> {
  readonly field: Extract<Field, { input: I }>
  readonly value: unknown
  readonly path: Path
  /** What an emptied text becomes: `null`, or the empty text. */
  readonly empty: null | ''
  /** Label and help are in the heading of the list; the label is only read out. */
  readonly bare: boolean
}
