import { ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { describeEntry } from '../../../core/explain/index.ts'
import { fieldProblem } from '../../../core/model/fields/index.ts'
import { Button } from '../../kit/Button.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'

/** A list of texts, in an order that may matter. */
export function TextsInput({ field, value, path }: InputProps<'texts'>) {
  const { construct, commit } = useEditing()
  const [adding, setAdding] = useState(false)
  const texts = (value ?? []) as readonly string[]
  const labelOf = (index: number) => describeEntry(construct, [...path, index]) ?? field.label
  const replace = (index: number, ...by: readonly string[]) => texts.toSpliced(index, 1, ...by)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block text-soft text-xs">{field.label}</legend>
      <ul className="flex flex-col gap-1">
        {texts.map((text, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no other identity
            key={index}
            data-path={[...path, index].join('/')}
            tabIndex={-1}
            className="flex items-start outline-none"
          >
            <TextField
              label={labelOf(index)}
              labelHidden
              mono
              className="grow"
              value={text}
              problem={(next) => fieldProblem(field, replace(index, next))}
              onCommit={(next) => commit([...path, index], next)}
            />
            {index > 0 ? (
              <IconButton
                label={`Move ${labelOf(index)} up`}
                icon={<ArrowUp aria-hidden size={14} />}
                onClick={() => commit(path, texts.toSpliced(index, 1).toSpliced(index - 1, 0, text))}
              />
            ) : null}
            <IconButton
              label={`Remove ${labelOf(index)}`}
              icon={<X aria-hidden size={14} />}
              onClick={() => commit(path, replace(index))}
            />
          </li>
        ))}
        {adding ? (
          <li className="flex items-start">
            <NewText
              label={`New entry of ${field.label}`}
              problem={(next) => fieldProblem(field, [...texts, next])}
              onDone={(text) => {
                setAdding(false)
                if (text) commit(path, [...texts, text])
              }}
            />
          </li>
        ) : null}
      </ul>
      {adding ? null : (
        <Button
          look="ghost"
          className="mt-1 -ml-1"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => setAdding(true)}
        >
          Add
        </Button>
      )}
      {field.help ? <p className="mt-1 text-faint text-xs leading-4">{field.help}</p> : null}
    </fieldset>
  )
}

interface NewTextProps {
  readonly label: string
  readonly problem: (text: string) => string | null
  readonly onDone: (text: string) => void
}

/** A field for one more entry; it goes when it is left empty or given up. */
function NewText({ label, problem, onDone }: NewTextProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the field inside it
    <div
      className="grow"
      ref={(box) => box?.querySelector('input')?.focus()}
      onBlur={(event) => {
        if ((event.target as HTMLInputElement).value.trim() === '') onDone('')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone('')
      }}
    >
      <TextField label={label} labelHidden mono value="" problem={problem} onCommit={onDone} />
    </div>
  )
}
