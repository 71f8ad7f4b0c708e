import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { CONTROL, classNames } from './classNames.ts'
import { type ControlAria, Field } from './Field.tsx'
import { filterOptions } from './filterOptions.ts'
import { Popup } from './Popup.tsx'
import { type Draft, useDraft } from './useDraft.ts'

export interface ComboboxOption {
  /** What the field holds when this is picked. */
  readonly value: string
  readonly label?: string
  readonly hint?: string
  readonly group?: string
}

interface ComboboxProps {
  readonly draft: Draft
  /** A function where they are many: called while the list is open. It must keep its identity. */
  readonly options: readonly ComboboxOption[] | (() => readonly ComboboxOption[])
  readonly aria?: ControlAria
  readonly label?: string
  readonly placeholder?: string | undefined
  readonly className?: string
  /** Words for people, in the type of the page. */
  readonly plain?: boolean
  readonly onPick: (option: ComboboxOption) => void
  /** Whether Enter takes the first that fits in place of what was typed; it is marked then. */
  readonly takesFirst?: (text: string, first: ComboboxOption) => boolean
  /** The list belongs to a dialog that is there for it alone: Escape is the dialog's. */
  readonly leavesEscape?: boolean
  /** Enter in the closed field, after the commit. */
  readonly onEnter?: () => void
  readonly onFocus?: () => void
}

const MOST_SHOWN = 50

/** A text field with suggestions: any text may be typed, the list narrows as one types. */
export function Combobox(props: ComboboxProps) {
  const { draft, options, aria, label, placeholder, className } = props
  const [open, setOpen] = useState(false)
  /** Where the arrow keys have led; null = nowhere. */
  const [moved, setMoved] = useState<number | null>(null)
  const [typed, setTyped] = useState(false)
  const list = useId()
  const box = useRef<HTMLSpanElement>(null)

  const offered = useMemo(() => (open ? (typeof options === 'function' ? options() : options) : []), [open, options])
  const found = useMemo(() => filterOptions(offered, typed ? draft.text : ''), [offered, typed, draft.text])
  const shown = found.slice(0, MOST_SHOWN)
  const takesFirst = shown[0] !== undefined && (props.takesFirst?.(typed ? draft.text : '', shown[0]) ?? false)
  const active = moved ?? (takesFirst ? 0 : -1)

  const close = () => {
    setOpen(false)
    setMoved(null)
    setTyped(false)
  }
  const pick = (option: ComboboxOption) => {
    draft.revert()
    close()
    props.onPick(option)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length
      setMoved(next)
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      const option = shown[active]
      if (open && option) {
        event.preventDefault()
        pick(option)
      } else {
        close()
        draft.onKeyDown(event)
        props.onEnter?.()
      }
    } else if (event.key === 'Escape' && props.leavesEscape) {
      // what was typed goes with the dialog
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      event.preventDefault()
      close()
    } else draft.onKeyDown(event)
  }

  return (
    <>
      <span ref={box} className={classNames('relative block min-w-0', className)}>
        <input
          {...aria}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={open && shown.length > 0}
          aria-controls={list}
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={draft.text}
          onFocus={(event) => {
            event.currentTarget.select()
            props.onFocus?.()
          }}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            draft.change(event.target.value)
            setTyped(true)
            setOpen(true)
            setMoved(null)
          }}
          onBlur={() => {
            close()
            draft.finish()
          }}
          onKeyDown={onKeyDown}
          className={classNames(CONTROL, 'pr-6', !props.plain && 'font-mono text-xs')}
        />
        <ChevronDown
          aria-hidden
          size={14}
          className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-faint"
        />
      </span>
      {open && shown.length > 0 ? (
        <Popup
          anchor={box}
          dismiss="manual"
          matchWidth
          onClose={close}
          role="listbox"
          id={list}
          aria-label={label ?? 'Suggestions'}
          className="max-h-80"
        >
          {shown.map((option, index) => (
            <Option
              key={`${option.group}/${option.value}/${option.label}`}
              id={`${list}-${index}`}
              option={option}
              heading={option.group !== shown[index - 1]?.group ? option.group : undefined}
              active={index === active}
              plain={props.plain ?? false}
              onPick={() => pick(option)}
            />
          ))}
          {found.length > shown.length ? (
            <p className="px-2 py-1 text-faint text-xs">{found.length - shown.length} more: type to narrow the list.</p>
          ) : null}
        </Popup>
      ) : null}
    </>
  )
}

interface OptionProps {
  readonly id: string
  readonly option: ComboboxOption
  readonly heading: string | undefined
  readonly active: boolean
  readonly plain: boolean
  readonly onPick: () => void
}

function Option({ id, option, heading, active, plain, onPick }: OptionProps) {
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2 pt-2 pb-1 font-medium text-[11px] text-faint first:pt-1">
          {heading}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list has the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option */}
      <div
        id={id}
        role="option"
        aria-selected={active}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onPick}
        className={classNames('cursor-pointer rounded-md px-2 py-1 hover:bg-hover', active && 'bg-hover')}
      >
        <span className={plain ? 'block break-words' : 'block break-all font-mono text-xs'}>
          {option.label ?? option.value}
        </span>
        {option.hint ? <span className="block text-faint text-xs">{option.hint}</span> : null}
      </div>
    </>
  )
}

interface ComboboxFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly ComboboxOption[]
  readonly help?: string | undefined
  readonly placeholder?: string
  readonly labelHidden?: boolean
  readonly className?: string
  readonly problem: (text: string) => string | null
  /** Only what is listed is likely to be meant: the beginning of it stands for it. By itself, what cannot stand does. */
  readonly completes?: boolean
  /** A text that was typed, or the value of an option. */
  readonly onCommit: (text: string) => void
}

/** A labelled text field with suggestions that commits like `TextField`. */
export function ComboboxField(props: ComboboxFieldProps) {
  const { label, value, options, help, placeholder, labelHidden, className, problem, onCommit, completes } = props
  const draft = useDraft({ field: label, value, problem, commit: onCommit })
  return (
    <Field label={label} help={help} error={draft.error} labelHidden={labelHidden ?? false} className={className ?? ''}>
      {(aria) => (
        <Combobox
          aria={aria}
          draft={draft}
          options={options}
          placeholder={placeholder}
          takesFirst={(text, first) =>
            text !== '' && text !== first.value && (completes || problem(text.trim()) !== null)
          }
          onPick={(option) => {
            if (option.value !== value) onCommit(option.value)
          }}
        />
      )}
    </Field>
  )
}
