import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { describeEntry } from '../../../core/explain/index.ts'
import { blankRow, fieldProblem } from '../../../core/model/fields/index.ts'
import { Button } from '../../kit/Button.tsx'
import { FieldError } from '../../kit/Field.tsx'
import { nameOfConstruct } from '../../kit/nameOfConstruct.ts'
import { useDesign, useStores, useView } from '../../kit/useStore.ts'
import { type Path, useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { Row } from './Row.tsx'

/** Lists of at most this many fields are edited in place; others fold to a line. */
const FLAT = 2

interface RowsInputProps extends Pick<InputProps<'rows'>, 'field' | 'value' | 'path'> {
  /** The fields of one entry. */
  readonly children: (row: { readonly holder: object; readonly path: Path; readonly bare: boolean }) => ReactNode
}

/** A list of entries, each with fields of its own, in an order that may matter. */
export function RowsInput({ field, value, path, children }: RowsInputProps) {
  const { construct, commit } = useEditing()
  const { design, view } = useStores()
  const readOnlyDesign = useDesign((state) => state.design)
  const rows = (value ?? []) as readonly object[]
  const [open, setOpen] = useState<number | null>(null)
  const focus = useView((state) => state.focus)
  const shown = field.of.filter((one) => one.when?.(construct) ?? true)
  const flat = shown.length <= FLAT && !shown.some(({ input }) => input === 'policy' || input === 'rows')
  const name = nameOfConstruct(construct)
  const entry = (index: number) => describeEntry(construct, [...path, index]) ?? field.rowLabel

  useEffect(() => {
    const at = focus?.path[path.length]
    if (focus?.construct === construct.id && focus.path[0] === path[0] && typeof at === 'number') setOpen(at)
  }, [focus, construct.id, path.length, path[0]])

  const add = () => {
    const row = blankRow(readOnlyDesign, construct.id, field)
    if (!row)
      return view.getState().say(`There is nothing yet that a new ${inSentence(field.rowLabel)} could name.`, 'error')
    commit(path, [...rows, row], `Add ${inSentence(field.rowLabel)} to ${name}`)
    setOpen(rows.length)
    if (design.getState().selection[0] === construct.id)
      view.getState().say(`Added ${inSentence(field.rowLabel)} ${rows.length + 1}`)
  }
  const move = (from: number, to: number) => {
    commit(path, rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]!), `Move ${entry(from)} of ${name}`)
    if (open === from) setOpen(to)
  }
  const problem = fieldProblem(field, value)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block text-soft text-xs">
        {field.label} <span className="text-faint">({rows.length})</span>
      </legend>
      {rows.length > 0 && flat ? (
        <div aria-hidden className="mb-0.5 grid grid-cols-[4fr_5fr] gap-1 pr-8 text-[11px] text-faint">
          {shown.map((one) => (
            <span key={one.key}>{one.label}</span>
          ))}
        </div>
      ) : null}
      <ol className="flex flex-col gap-1">
        {rows.map((row, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no other identity
            key={index}
            field={field}
            row={row}
            path={[...path, index]}
            title={entry(index)}
            flat={flat}
            open={open === index}
            onToggle={() => setOpen(open === index ? null : index)}
            onRemove={() => {
              setOpen(null)
              commit(path, rows.toSpliced(index, 1), `Remove ${entry(index)} of ${name}`)
            }}
            onMove={(by) => move(index, index + by)}
            first={index === 0}
            last={index === rows.length - 1}
          >
            {children({ holder: row, path: [...path, index], bare: flat })}
          </Row>
        ))}
      </ol>
      {problem ? <FieldError>{problem}</FieldError> : null}
      <Button
        look="ghost"
        className="mt-1 -ml-1"
        disabled={rows.length >= field.most}
        icon={<Plus aria-hidden size={14} />}
        onClick={add}
      >
        Add {inSentence(field.rowLabel)}
      </Button>
      {field.help ? <p className="mt-1 text-faint text-xs leading-4">{field.help}</p> : null}
    </fieldset>
  )
}

/** `Network interface` → `network interface`; `VPC` stays. */
const inSentence = (label: string): string => label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
