import { fieldProblem } from '../../../core/model/fields/index.ts'
import { formatPorts } from '../../../core/net/index.ts'
import { NumberField } from '../../kit/NumberField.tsx'
import { SelectField } from '../../kit/Select.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { ALL_PORTS_WORD, hasPorts, hasTypes, PROTOCOL_WORDS, parsePortsText, type Traffic } from '../trafficText.ts'

const OTHER = 'other'
/** ESP: what is most often let through by number. */
const FIRST_OTHER = 50
const CHOICES = [
  ...Object.entries(PROTOCOL_WORDS).map(([value, label]) => ({ value, label })),
  { value: OTHER, label: 'By number' },
]

/** Protocol, ports and ICMP type of one filter entry. They stand in the row itself. */
export function TrafficInput({ field, value, path }: InputProps<'traffic'>) {
  const { commit } = useEditing()
  const row = value as Traffic
  const change = (fields: Partial<Traffic>) => commit(path, { ...row, ...fields })
  const byNumber = typeof row.protocol === 'number'
  return (
    <div className="grid grid-cols-2 gap-2">
      <SelectField
        label="Protocol"
        value={byNumber ? OTHER : String(row.protocol)}
        options={CHOICES}
        onChange={(choice) => {
          const protocol = choice === OTHER ? FIRST_OTHER : (choice as Traffic['protocol'])
          change({ protocol, ports: hasPorts(protocol) ? row.ports : null, icmp: hasTypes(protocol) ? row.icmp : null })
        }}
      />
      {byNumber ? (
        <NumberField
          label="Number"
          value={Number(row.protocol)}
          problem={(number) => (isByte(number) ? null : 'A protocol number is from 0 to 255')}
          onCommit={(protocol) => change({ protocol, ports: null, icmp: null })}
        />
      ) : null}
      {hasPorts(row.protocol) ? (
        <TextField
          label="Ports"
          mono
          value={row.ports ? formatPorts(row.ports) : ALL_PORTS_WORD}
          problem={(text) => {
            const ports = parsePortsText(text)
            return ports === undefined
              ? 'A port such as 443, a range such as 1024-65535, or All'
              : fieldProblem(field, { ...row, ports })
          }}
          onCommit={(text) => change({ ports: parsePortsText(text) ?? null })}
        />
      ) : null}
      {hasTypes(row.protocol) ? (
        <IcmpFields row={row} change={change} problem={(next) => fieldProblem(field, next)} />
      ) : null}
    </div>
  )
}

interface IcmpFieldsProps {
  readonly row: Traffic
  readonly change: (fields: Partial<Traffic>) => void
  readonly problem: (row: Traffic) => string | null
}

function IcmpFields({ row, change, problem }: IcmpFieldsProps) {
  const icmp = row.icmp ?? { type: -1, code: -1 }
  const problemWith = (fields: Partial<typeof icmp>) => (number: unknown) =>
    number === -1 || isByte(number)
      ? problem({ ...row, icmp: { ...icmp, ...fields } })
      : 'From 0 to 255, or -1 for every one'
  return (
    <>
      <NumberField
        label="ICMP type (-1: every)"
        className="col-start-1"
        value={icmp.type}
        problem={(type) => problemWith({ type: Number(type), code: type === -1 ? -1 : icmp.code })(type)}
        onCommit={(type) => change({ icmp: type === -1 ? null : { ...icmp, type } })}
      />
      <NumberField
        label="ICMP code (-1: every)"
        value={icmp.code}
        problem={(code) => problemWith({ code: Number(code) })(code)}
        onCommit={(code) => change({ icmp: { ...icmp, code } })}
      />
    </>
  )
}

const isByte = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255
