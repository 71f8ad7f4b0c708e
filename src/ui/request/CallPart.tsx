import { useEffect, useRef } from 'react'
import { Combobox, type ComboboxOption } from '../kit/Combobox.tsx'
import { classNames } from '../kit/classNames.ts'
import { useDraft } from '../kit/useDraft.ts'

interface CallPartProps {
  /** What stands before it in the sentence. */
  readonly word: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  readonly value: string
  readonly options: readonly ComboboxOption[]
  readonly autoFocus?: boolean
  readonly onCommit: (text: string) => void
  /** Absent: the value of the option is committed. */
  readonly onPick?: (option: ComboboxOption) => void
}

/** A part of a call: any text, with what is likely below it. */
export function CallPart({
  word,
  label,
  placeholder,
  className,
  value,
  options,
  autoFocus,
  onCommit,
  onPick,
}: CallPartProps) {
  const own = useRef<HTMLSpanElement>(null)
  const draft = useDraft({ value, problem: () => null, commit: onCommit })
  const begins = useRef(autoFocus) // what is typed later is no reason to take the focus
  useEffect(() => {
    if (begins.current) own.current?.querySelector('input')?.focus()
  }, [])
  return (
    <span ref={own} className={classNames('flex min-w-36 grow items-center gap-1.5', className)}>
      <span aria-hidden className="shrink-0 text-soft">
        {word}
      </span>
      <Combobox
        className="grow"
        label={label}
        placeholder={placeholder}
        draft={draft}
        options={options}
        onPick={(option) => (onPick ? onPick(option) : onCommit(option.value))}
      />
    </span>
  )
}
