import type { ControlAria } from '../../kit/Field.tsx'
import { Select, type SelectOption } from '../../kit/Select.tsx'

interface AddSelectProps {
  readonly aria: ControlAria
  /** What is not on the list yet. */
  readonly left: readonly SelectOption[]
  readonly onAdd: (value: string) => void
}

/** Adds one of what is left to a list above it. */
export const AddSelect = ({ aria, left, onAdd }: AddSelectProps) => (
  <Select
    aria={aria}
    value=""
    disabled={left.length === 0}
    options={[{ value: '', label: left.length === 0 ? 'Nothing more to add' : 'Add…' }, ...left]}
    onChange={(value) => {
      if (value) onAdd(value)
    }}
  />
)
