import { Field } from '../../kit/Field.tsx'
import { Select } from '../../kit/Select.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { GoToButton } from './GoToButton.tsx'
import { useCandidatesWith } from './useCandidates.ts'

const NONE = ''

/** A field that names one other construct. */
export function ReferenceInput({ field, value, path, bare }: InputProps<'reference'>) {
  const { commit } = useEditing()
  const present = typeof value === 'string' && value !== '' ? value : null
  const candidates = useCandidatesWith(field.kinds, present)
  const none = field.optional || present === null
  const options = none ? [{ value: NONE, label: field.noneLabel ?? 'None' }, ...candidates] : candidates
  return (
    <Field label={field.label} labelHidden={bare} help={field.help}>
      {(aria) => (
        <div className="flex items-center gap-1">
          <Select
            aria={aria}
            className="grow"
            value={present ?? NONE}
            options={options}
            onChange={(id) => commit(path, id === NONE ? null : id)}
          />
          <GoToButton id={present} />
        </div>
      )}
    </Field>
  )
}
