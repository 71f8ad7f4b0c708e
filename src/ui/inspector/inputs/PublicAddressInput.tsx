import { fieldProblem } from '../../../core/model/fields/index.ts'
import { SelectField } from '../../kit/Select.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'

const CHOICES = [
  { value: 'none', label: 'None' },
  { value: 'auto', label: 'One that AWS chooses' },
  { value: 'elastic', label: 'Elastic IP address' },
]
/** From the block kept for documentation: stands in the field until the real one is typed. */
const SAMPLE = '203.0.113.20'

/** No public address, one that AWS chooses, or a given one. */
export function PublicAddressInput({ field, value, path }: InputProps<'public-address'>) {
  const { commit } = useEditing()
  const elastic = value !== 'none' && value !== 'auto'
  return (
    <>
      <SelectField
        label={field.label}
        help={field.help}
        value={elastic ? 'elastic' : String(value)}
        options={CHOICES}
        onChange={(choice) => commit(path, choice === 'elastic' ? SAMPLE : choice)}
      />
      {elastic ? (
        <TextField
          label={`${field.label}: the Elastic IP address`}
          labelHidden
          mono
          className="mt-1"
          value={String(value)}
          problem={(text) => fieldProblem(field, text)}
          onCommit={(text) => commit(path, text)}
        />
      ) : null}
    </>
  )
}
