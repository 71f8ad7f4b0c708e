import { X } from 'lucide-react'
import { useState } from 'react'
import type { ApiCall } from '../../core/model/index.ts'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { IconButton } from '../kit/IconButton.tsx'

type Session = NonNullable<ApiCall['session']>

interface SessionPoliciesProps {
  readonly session: Session
  readonly onChange: (session: Session) => void
}

/** What the session may do at most, each policy as a text. */
export function SessionPolicies({ session, onChange }: SessionPoliciesProps) {
  return session.map((policy, index) => {
    const text = typeof policy === 'string' ? policy : policy === null ? '' : JSON.stringify(policy, null, 2)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: policies are known by their place
      <div key={`${index}/${text}`} className="flex items-start gap-1.5 pl-9">
        <PolicyText
          label={`Session policy ${index + 1}`}
          text={text}
          onCommit={(typed) => onChange(session.map((one, i) => (i === index ? (typed === '' ? null : typed) : one)))}
        />
        <IconButton
          label={`Without session policy ${index + 1}`}
          icon={<X aria-hidden size={14} />}
          onClick={() => onChange(session.filter((_, i) => i !== index))}
        />
      </div>
    )
  })
}

interface PolicyTextProps {
  readonly label: string
  readonly text: string
  readonly onCommit: (text: string) => void
}

function PolicyText({ label, text, onCommit }: PolicyTextProps) {
  const [typed, setTyped] = useState(text)
  return (
    <textarea
      aria-label={label}
      placeholder="Empty: nobody said what stands in it"
      rows={4}
      maxLength={20_480}
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== text && onCommit(typed)}
      className={classNames(CONTROL, 'h-auto grow resize-y py-1 font-mono text-xs')}
    />
  )
}
