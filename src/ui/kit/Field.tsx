import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classNames } from './classNames.ts'

/** What a control must carry so that label, help and error belong to it. */
export interface ControlAria {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | null
  /** Label and control side by side, for switches. */
  readonly inline?: boolean
  /** Label read out but not shown, inside rows that have headings. */
  readonly labelHidden?: boolean
  readonly className?: string
  readonly children: (aria: ControlAria) => ReactNode
}

/** A labelled control with its help and, beside it, what is wrong with it. */
export function Field({ label, help, error, inline, labelHidden, className, children }: FieldProps) {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const aria: ControlAria = { id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined }
  return (
    <div className={classNames('min-w-0', className)}>
      <div className={inline ? 'flex min-h-7 items-center justify-between gap-3' : undefined}>
        <label
          htmlFor={id}
          className={labelHidden ? 'sr-only' : classNames('block text-soft text-xs', !inline && 'mb-1')}
        >
          {label}
        </label>
        {children(aria)}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {help ? (
        <p id={`${id}-help`} className="mt-1 text-faint text-xs leading-4">
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** The sentence beside a control that says what is wrong with it. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} role="alert" className="mt-1 flex gap-1 text-bad text-xs leading-4">
      <CircleAlert aria-hidden size={13} className="mt-px shrink-0" />
      <span>{children}</span>
    </p>
  )
}
