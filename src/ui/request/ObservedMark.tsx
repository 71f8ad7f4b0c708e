import { Check, CircleDashed, X } from 'lucide-react'
import { SYMPTOM_WORDS } from '../../core/explain/index.ts'
import type { Observation, Verdict } from '../../core/sim/index.ts'

interface ObservedMarkProps {
  readonly seen: Observation
  /** Absent where the model has not answered. */
  readonly verdict: Verdict | null
  /** How the two differ; null = they do not. */
  readonly difference: string | null
}

/** What was seen of a request in reality, and whether it is what the model says. */
export function ObservedMark({ seen, verdict, difference }: ObservedMarkProps) {
  const { outcome, detail, at } = seen
  const when = at === '' ? undefined : `Tried at ${at}`
  if (difference !== null)
    return (
      <p className="mt-1 flex gap-1 font-medium text-bad text-xs" data-tip={when}>
        <X aria-hidden size={13} className="mt-0.5 shrink-0" />
        <span className="min-w-0 break-words">Differs from reality: {difference}</span>
      </p>
    )
  const Icon = outcome === 'not-tried' || verdict?.kind === 'cannot-tell' ? CircleDashed : Check
  const words =
    outcome === 'not-tried'
      ? 'Not tried'
      : `Seen: ${outcome === 'succeeds' ? 'succeeds' : SYMPTOM_WORDS[outcome].toLowerCase()}`
  return (
    <p className="mt-1 flex gap-1 text-soft text-xs" data-tip={when}>
      <Icon aria-hidden size={13} className={`mt-0.5 shrink-0 ${Icon === Check ? 'text-good' : 'text-faint'}`} />
      <span className="min-w-0 break-words">
        {words}
        {detail === '' ? '' : outcome === 'not-tried' ? `: ${detail}` : ` (${detail})`}
      </span>
    </p>
  )
}
