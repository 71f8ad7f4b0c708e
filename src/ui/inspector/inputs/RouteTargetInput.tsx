import { definitionOf } from '../../../core/model/index.ts'
import { Field } from '../../kit/Field.tsx'
import { Select } from '../../kit/Select.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../FieldEditor.tsx'
import { GoToButton } from './GoToButton.tsx'
import { useCandidatesWith } from './useCandidates.ts'

const BLACKHOLE = { value: 'blackhole', label: 'Blackhole (drops what it matches)' }

/** Where a route leads: a gateway, or nowhere. */
export function RouteTargetInput({ field, value, path, bare }: InputProps<'route-target'>) {
  const { construct, commit } = useEditing()
  const present = String(value)
  const pattern = path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1)
  const kinds =
    definitionOf(construct.kind).references.find((reference) => reference.path === pattern)?.kinds ?? NO_KINDS
  const candidates = useCandidatesWith(kinds, present === BLACKHOLE.value ? null : present)
  return (
    <Field label={field.label} labelHidden={bare} help={field.help}>
      {(aria) => (
        <div className="flex items-center">
          <Select
            aria={aria}
            className="grow"
            value={present}
            options={[...candidates, BLACKHOLE]}
            onChange={(target) => commit(path, target)}
          />
          <GoToButton id={present} />
        </div>
      )}
    </Field>
  )
}

const NO_KINDS = [] as const
