import { X } from 'lucide-react'
import { fieldProblem } from '../../../core/model/fields/index.ts'
import { Field } from '../../kit/Field.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { AddSelect } from './AddSelect.tsx'
import { GoToButton } from './GoToButton.tsx'
import { useCandidates } from './useCandidates.ts'

/** A field that names any number of other constructs. */
export function ReferencesInput({ field, value, path }: InputProps<'references'>) {
  const { commit } = useEditing()
  const ids = (value ?? []) as readonly string[]
  const candidates = useCandidates(field.kinds)
  const left = candidates.filter((option) => !ids.includes(option.value))
  const nameOf = (id: string) => candidates.find((option) => option.value === id)?.label ?? `${id} (missing)`
  return (
    <Field label={field.label} help={field.help} error={fieldProblem(field, value)}>
      {(aria) => (
        <>
          {ids.length === 0 ? <p className="mb-1 text-faint text-xs">{field.noneLabel ?? 'None'}</p> : null}
          <ul>
            {ids.map((id, index) => (
              <li
                key={id}
                data-path={[...path, index].join('/')}
                tabIndex={-1}
                className="mb-1 flex h-7 items-center rounded-md border border-line bg-sunken pl-2 outline-none"
              >
                <span className="grow truncate">{nameOf(id)}</span>
                <GoToButton id={id} />
                <IconButton
                  label={`Remove ${nameOf(id)}`}
                  icon={<X aria-hidden size={14} />}
                  onClick={() => {
                    const left = ids.filter((other) => other !== id)
                    commit(path, left.length === 0 && field.optional ? null : left)
                  }}
                />
              </li>
            ))}
          </ul>
          <AddSelect aria={aria} left={left} onAdd={(id) => commit(path, [...ids, id])} />
        </>
      )}
    </Field>
  )
}
