import { Plus, X } from 'lucide-react'
import { fieldProblem } from '../../../core/model/fields/index.ts'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { NumberField } from '../../kit/NumberField.tsx'
import { Select, SelectField } from '../../kit/Select.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'

interface Listener {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
}

const MODES = [
  { value: 'any', label: 'Not stated: every port answers' },
  { value: 'stated', label: 'These ports only' },
]
const PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
]
const FIRST: Listener = { protocol: 'tcp', port: 443 }

/** The ports that something listens on, or that nothing is said about them. */
export function PortsInput({ field, value, path }: InputProps<'ports'>) {
  const { commit } = useEditing()
  const ports = value as readonly Listener[] | null
  const replace = (index: number, ...by: readonly Listener[]) => commit(path, ports!.toSpliced(index, 1, ...by))
  return (
    <>
      <SelectField
        label={field.label}
        help={field.help}
        value={ports === null ? 'any' : 'stated'}
        options={MODES}
        onChange={(mode) => commit(path, mode === 'any' ? null : [FIRST])}
      />
      {ports === null ? null : (
        <>
          <ul className="mt-1 flex flex-col gap-1">
            {ports.map((listener, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no other identity
                key={index}
                data-path={[...path, index].join('/')}
                tabIndex={-1}
                className="flex items-start gap-1 outline-none"
              >
                <Field label={`Protocol of port ${index + 1}`} labelHidden className="w-20">
                  {(aria) => (
                    <Select
                      aria={aria}
                      value={listener.protocol}
                      options={PROTOCOLS}
                      onChange={(protocol) =>
                        replace(index, { ...listener, protocol: protocol as Listener['protocol'] })
                      }
                    />
                  )}
                </Field>
                <NumberField
                  label={`Port ${index + 1}`}
                  labelHidden
                  className="grow"
                  value={listener.port}
                  problem={(port) => fieldProblem(field, [{ ...listener, port }])}
                  onCommit={(port) => replace(index, { ...listener, port })}
                />
                <IconButton
                  label={`Remove port ${listener.port}`}
                  icon={<X aria-hidden size={14} />}
                  onClick={() => replace(index)}
                />
              </li>
            ))}
          </ul>
          {ports.length === 0 ? (
            <p className="mt-1 text-faint text-xs">Nothing listens: every connection is refused.</p>
          ) : null}
          <Button
            look="ghost"
            className="mt-1 -ml-1"
            icon={<Plus aria-hidden size={14} />}
            onClick={() => commit(path, [...ports, FIRST])}
          >
            Add port
          </Button>
        </>
      )}
    </>
  )
}
