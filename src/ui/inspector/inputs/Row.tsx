import { ArrowDown, ArrowUp, ChevronRight, CircleAlert, Ellipsis, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { fieldProblem, readField } from '../../../core/model/fields/index.ts'
import type { Field } from '../../../core/model/index.ts'
import { classNames } from '../../kit/classNames.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { Menu } from '../../kit/Menu.tsx'
import { FieldScope } from '../../kit/useDraft.ts'
import { useNameOf } from '../../kit/useNameOf.ts'
import { type Path, useEditing } from '../EditingContext.ts'
import { summariseRow } from '../summariseRow.ts'

interface RowProps {
  readonly field: Extract<Field, { input: 'rows' }>
  readonly row: object
  readonly path: Path
  /** `inbound rule 2` */
  readonly title: string
  /** Edited in place, without folding. */
  readonly flat: boolean
  readonly open: boolean
  readonly first: boolean
  readonly last: boolean
  readonly onToggle: () => void
  readonly onRemove: () => void
  readonly onMove: (by: 1 | -1) => void
  /** Its fields. */
  readonly children: ReactNode
}

/** One entry of a list: its fields in a line, or a line that unfolds to them. */
export function Row(props: RowProps) {
  const { field, row, path, title, flat, open, onToggle } = props
  const { construct } = useEditing()
  const nameOf = useNameOf()
  const actions = <RowActions {...props} />
  const children = <FieldScope value={title}>{props.children}</FieldScope>
  if (flat)
    return (
      <li data-path={path.join('/')} tabIndex={-1} className="flex items-start gap-1 outline-none">
        <div className="grid min-w-0 grow grid-cols-[4fr_5fr] items-start gap-1">{children}</div>
        {actions}
      </li>
    )
  const wrong = field.of.some(
    (one) => (one.when?.(construct) ?? true) && fieldProblem(one, readField(row, one)) !== null,
  )
  return (
    <li data-path={path.join('/')} tabIndex={-1} className="rounded-md border border-line outline-none">
      <div className="flex items-center">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-7 min-w-0 grow cursor-pointer items-center gap-1.5 py-1 pl-1.5 text-left"
        >
          <ChevronRight aria-hidden size={14} className={classNames('shrink-0 text-faint', open && 'rotate-90')} />
          <span className="sr-only">{title}: </span>
          <span className="min-w-0 break-words">{summariseRow(field, row, construct, nameOf)}</span>
          {wrong ? <CircleAlert aria-label="has an error" size={14} className="shrink-0 text-bad" /> : null}
        </button>
        {actions}
      </div>
      {open ? <div className="flex flex-col gap-2 border-line border-t p-2">{children}</div> : null}
    </li>
  )
}

function RowActions({ title, first, last, onRemove, onMove }: RowProps) {
  const items = [
    ...(first ? [] : [{ label: 'Move up', icon: <ArrowUp size={14} />, onSelect: () => onMove(-1) }]),
    ...(last ? [] : [{ label: 'Move down', icon: <ArrowDown size={14} />, onSelect: () => onMove(1) }]),
    { label: `Remove ${title}`, icon: <Trash2 size={14} />, danger: true, onSelect: onRemove },
  ]
  return (
    <Menu label={`Actions for ${title}`} items={items} align="end">
      {(trigger) => (
        <IconButton {...trigger} label={`Actions for ${title}`} icon={<Ellipsis aria-hidden size={15} />} />
      )}
    </Menu>
  )
}
