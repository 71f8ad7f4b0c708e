import { CONTROL, classNames } from './classNames.ts'
import { Field } from './Field.tsx'
import { useDraft } from './useDraft.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly help?: string | undefined
  readonly placeholder?: string | undefined
  /** Addresses and names that machines read. */
  readonly mono?: boolean
  readonly labelHidden?: boolean
  readonly className?: string
  /** Several lines high; the text itself is one line. */
  readonly multiline?: boolean
  readonly maxLength?: number
  readonly problem?: (text: string) => string | null
  readonly onCommit: (text: string) => void
}

/** A text that is committed as one step when the field is left or on Enter. */
export function TextField(props: TextFieldProps) {
  const { label, value, help, placeholder, mono, labelHidden, className, multiline, problem = () => null } = props
  const draft = useDraft({ field: label, value, problem, commit: props.onCommit })
  return (
    <Field label={label} help={help} error={draft.error} labelHidden={labelHidden ?? false} className={className ?? ''}>
      {(aria) => {
        const shared = {
          ...aria,
          value: draft.text,
          placeholder,
          maxLength: props.maxLength ?? 255,
          spellCheck: false,
          autoComplete: 'off',
          onChange: (event: { target: { value: string } }) => draft.change(event.target.value),
          onBlur: draft.finish,
        }
        return multiline ? (
          <textarea
            {...shared}
            spellCheck
            rows={3}
            onKeyDown={draft.onKeyDown}
            className={classNames(CONTROL, 'h-auto resize-y py-1')}
          />
        ) : (
          <input
            {...shared}
            type="text"
            onKeyDown={draft.onKeyDown}
            className={classNames(CONTROL, mono && 'font-mono text-xs')}
          />
        )
      }}
    </Field>
  )
}
