import type { AskedParameter } from '../../core/import/index.ts'
import { isOpen } from '../../state/isOpen.ts'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { Field } from '../kit/Field.tsx'
import { Select } from '../kit/Select.tsx'

interface ParameterFieldProps {
  readonly parameter: AskedParameter
  /** undefined = left as it is. */
  readonly value: string | undefined
  readonly error: string | null
  readonly onChange: (value: string | undefined) => void
}

/** As AWS has it, in bytes. Source: AWS CloudFormation user guide, quotas. */
const MOST_VALUE = 4096

/** The value of one parameter, by its type: a choice, a number, a secret or a text. */
export function ParameterField({ parameter, value, error, onChange }: ParameterFieldProps) {
  const { name, type, description, allowed, isSecret } = parameter
  const left = leftWords(parameter)
  return (
    <Field label={name} help={[description, typeWords(type)].filter(Boolean).join(' · ')} error={error}>
      {(aria) =>
        allowed.length > 0 ? (
          <Select
            aria={aria}
            value={value === undefined ? '' : `=${value}`}
            options={[
              { value: '', label: left },
              ...allowed.map((one) => ({ value: `=${one}`, label: one === '' ? 'An empty text' : one })),
            ]}
            onChange={(next) => onChange(next === '' ? undefined : next.slice(1))}
          />
        ) : (
          <input
            {...aria}
            type={isSecret ? 'password' : 'text'}
            inputMode={type === 'Number' ? 'decimal' : undefined}
            value={value ?? ''}
            placeholder={left}
            maxLength={MOST_VALUE}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
            className={classNames(CONTROL, 'font-mono text-xs')}
          />
        )
      }
    </Field>
  )
}

/** What holds where nothing is chosen. */
function leftWords(parameter: AskedParameter): string {
  const { given, default: usual, isSecret } = parameter
  if (isOpen(parameter)) return 'not known'
  if (isSecret) return given === null ? 'the default, not shown' : 'given beside the template, not shown'
  const text = given ?? usual ?? ''
  return `${text === '' ? 'an empty text' : text} (${given === null ? 'default' : 'given beside the template'})`
}

/** The type in AWS’s words, with how it is written. */
function typeWords(type: string): string {
  if (type === 'CommaDelimitedList' || type.includes('List<')) return `${type}, separated by commas`
  return type.startsWith('AWS::SSM::Parameter::Value<') ? `${type}: the name of an entry of the Parameter Store` : type
}
