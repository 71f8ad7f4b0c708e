import { X } from 'lucide-react'
import type { ApiCall } from '../../core/model/index.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { PolicyField } from '../kit/policy/PolicyField.tsx'

type Session = NonNullable<ApiCall['session']>

interface SessionPoliciesProps {
  /** Who asks, and for what: drafts are of one call. */
  readonly from: string
  readonly action: string
  readonly session: Session
  readonly onChange: (session: Session) => void
}

/** What the session may do at most, each policy in a few words with its editor. */
export function SessionPolicies({ from, action, session, onChange }: SessionPoliciesProps) {
  return session.map((policy, index) => {
    const title = `Session policy ${index + 1}`
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: policies are known by their place
      <div key={`${from}/${action}/${index}`} className="flex items-start gap-1.5 pl-9">
        <div className="min-w-0 grow">
          <PolicyField
            label={title}
            none="Nobody said what stands in it"
            value={typeof policy === 'string' || policy === null ? policy : JSON.stringify(policy, null, 2)}
            place={{
              title,
              use: 'session',
              at: { construct: from, path: ['session', action, index] },
              editTo: null,
              apply: (text) => onChange(session.map((one, i) => (i === index ? text : one))),
            }}
            onlyOver
          />
        </div>
        <IconButton
          label={`Without session policy ${index + 1}`}
          icon={<X aria-hidden size={14} />}
          onClick={() => onChange(session.filter((_, i) => i !== index))}
        />
      </div>
    )
  })
}
