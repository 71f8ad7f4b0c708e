import { useEffect, useRef } from 'react'
import { Combobox, type ComboboxOption } from '../kit/Combobox.tsx'
import { useDraft } from '../kit/useDraft.ts'

interface CallPartProps {
  readonly label: string
  readonly placeholder: string
  readonly className: string
  readonly value: string
  readonly options: readonly ComboboxOption[]
  readonly autoFocus?: boolean
  readonly onCommit: (text: string) => void
  /** Absent: the value of the option is committed. */
  readonly onPick?: (option: ComboboxOption) => void
  readonly onEnter: () => void
}

/** A part of a call: any text, with what is likely below it. */
export function CallPart({
  label,
  placeholder,
  className,
  value,
  options,
  autoFocus,
  onCommit,
  onPick,
  onEnter,
}: CallPartProps) {
  const own = useRef<HTMLSpanElement>(null)
  const draft = useDraft({ value, problem: () => null, commit: onCommit })
  const begins = useRef(autoFocus) // what is typed later is no reason to take the focus
  useEffect(() => {
    if (begins.current) own.current?.querySelector('input')?.focus()
  }, [])
  return (
    <span ref={own} className={`block min-w-32 ${className}`}>
      <Combobox
        label={label}
        placeholder={placeholder}
        draft={draft}
        options={options}
        onPick={(option) => (onPick ? onPick(option) : onCommit(option.value))}
        onEnter={onEnter}
      />
    </span>
  )
}
