import { X } from 'lucide-react'
import { Field } from '../../kit/Field.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { AddSelect } from './AddSelect.tsx'

/** More choices than this are not read through: those that are chosen are listed, and others added. */
const MOST_BOXES = 8

/** Any number of words out of some: a box for each, or a list to add to where they are many. */
export function ChoicesInput(props: InputProps<'choices'>) {
  return props.field.options.length > MOST_BOXES ? <ChosenList {...props} /> : <Boxes {...props} />
}

const chosenOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function Boxes({ field, value, path }: InputProps<'choices'>) {
  const { commit } = useEditing()
  const chosen = chosenOf(value)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block text-soft text-xs">{field.label}</legend>
      <div className="flex flex-wrap gap-x-3 gap-y-1">
        {field.options.map((option) => (
          <label key={option.value} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ target }) =>
                commit(
                  path,
                  field.options
                    .map((one) => one.value)
                    .filter((word) => (word === option.value ? target.checked : chosen.includes(word))),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </div>
      {field.help ? <p className="mt-1 text-faint text-xs leading-4">{field.help}</p> : null}
    </fieldset>
  )
}

function ChosenList({ field, value, path }: InputProps<'choices'>) {
  const { commit } = useEditing()
  const chosen = chosenOf(value)
  const left = field.options.filter((option) => !chosen.includes(option.value))
  return (
    <Field label={field.label} help={field.help}>
      {(aria) => (
        <>
          <ul>
            {field.options
              .filter((option) => chosen.includes(option.value))
              .map((option) => (
                <li
                  key={option.value}
                  className="mb-1 flex min-h-7 items-center rounded-md border border-line bg-sunken pl-2"
                >
                  <span className="min-w-0 grow break-words py-0.5">{option.label}</span>
                  <IconButton
                    label={`Remove ${option.label}`}
                    icon={<X aria-hidden size={14} />}
                    onClick={() =>
                      commit(
                        path,
                        chosen.filter((word) => word !== option.value),
                      )
                    }
                  />
                </li>
              ))}
          </ul>
          <AddSelect aria={aria} left={left} onAdd={(word) => commit(path, [...chosen, word])} />
        </>
      )}
    </Field>
  )
}
