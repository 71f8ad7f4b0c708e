import { ChevronDown } from 'lucide-react'
import { CONTROL, classNames } from './classNames.ts'
import { type ControlAria, Field } from './Field.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly group?: string
}

interface SelectProps {
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
  readonly aria?: ControlAria
  readonly label?: string
  readonly className?: string
  readonly disabled?: boolean
}

/** The platform's own list of choices: keyboard, touch and screen readers know it. */
export function Select({ value, options, onChange, aria, label, className, disabled }: SelectProps) {
  const groups = [...new Set(options.map((option) => option.group))]
  const list = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))
  return (
    <span className={classNames('relative block min-w-0', className)}>
      <select
        {...aria}
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(CONTROL, 'cursor-pointer appearance-none truncate pr-6')}
      >
        {groups.map((group) =>
          group === undefined ? (
            list(group)
          ) : (
            <optgroup key={group} label={group}>
              {list(group)}
            </optgroup>
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-faint"
      />
    </span>
  )
}

interface SelectFieldProps extends Omit<SelectProps, 'aria' | 'label'> {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | null
  readonly labelHidden?: boolean
}

/** A labelled list of choices. */
export function SelectField({ label, help, error, labelHidden, className, ...rest }: SelectFieldProps) {
  return (
    <Field
      label={label}
      help={help}
      error={error ?? null}
      labelHidden={labelHidden ?? false}
      className={className ?? ''}
    >
      {(aria) => <Select {...rest} aria={aria} />}
    </Field>
  )
}
