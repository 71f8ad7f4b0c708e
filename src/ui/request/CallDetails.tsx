import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { ApiCall } from '../../core/model/index.ts'
import type { CallSuggestions } from '../../core/sim/index.ts'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { CallPart } from './CallPart.tsx'
import { type ContextRow, contextOf, isSaidBy, rowsOf } from './callContext.ts'
import { SessionPolicies } from './SessionPolicies.tsx'

interface CallDetailsProps {
  readonly api: ApiCall
  /** Who makes it. */
  readonly from: string
  readonly keys: CallSuggestions['keys']
  readonly onChange: (fields: Partial<ApiCall>) => void
}

const BLANK: ContextRow = { key: '', value: '' }

/** The condition keys that a call carries beside those that follow from its way, and the session policies that it is made within. */
export function CallDetails({ api: { action, context, session = [] }, from, keys, onChange }: CallDetailsProps) {
  const [typed, setTyped] = useState<readonly ContextRow[]>(() => [...rowsOf(context), BLANK])
  // another request was asked meanwhile: its keys stand here then
  const rows = isSaidBy(context, typed) ? typed : rowsOf(context)
  const change = (next: readonly ContextRow[]) => {
    setTyped(next)
    if (!isSaidBy(context, next)) onChange({ context: contextOf(next) })
  }
  const put = (index: number, fields: Partial<ContextRow>) =>
    change(rows.map((row, i) => (i === index ? { ...row, ...fields } : row)))
  return (
    <div className="flex basis-full flex-col gap-1.5 max-sm:order-2">
      {rows.map(({ key, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
        <div key={index} className="flex flex-wrap items-center gap-1.5">
          <CallPart
            word={index === 0 ? 'with' : 'and'}
            label={`Condition key ${index + 1}`}
            placeholder="aws:MultiFactorAuthPresent"
            className="basis-52 max-sm:basis-36"
            value={key}
            options={keys.map((one) => ({
              value: one.key,
              hint: one.readBy.length > 0 ? `read by ${one.readBy.join(', ')}` : 'the action may carry it',
            }))}
            onCommit={(text) => put(index, { key: text })}
          />
          <CallPart
            word="="
            label={`Value of condition key ${index + 1}`}
            placeholder="true"
            className="basis-36"
            value={value}
            options={(keys.find((one) => one.key === key)?.values ?? []).map((one) => ({ value: one }))}
            onCommit={(text) => put(index, { value: text })}
          />
          <IconButton
            label={`Without condition key ${key || index + 1}`}
            icon={<X aria-hidden size={14} />}
            onClick={() => change(rows.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-1.5 pl-9">
        <Button look="ghost" icon={<Plus aria-hidden size={14} />} onClick={() => change([...rows, BLANK])}>
          Condition key
        </Button>
        <Button
          look="ghost"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => onChange({ session: [...session, SESSION] })}
        >
          Session policy
        </Button>
      </div>
      <SessionPolicies from={from} action={action} session={session} onChange={(next) => onChange({ session: next })} />
    </div>
  )
}

const SESSION = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
}`
