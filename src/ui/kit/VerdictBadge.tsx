import { SYMPTOM_WORDS, VERDICT_WORDS } from '../../core/explain/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import { Badge } from './Badge.tsx'
import { VERDICT_LOOK } from './VerdictIcon.tsx'

/** What a verdict comes to in one or two words: what the caller sees, or that it succeeds. */
export function VerdictBadge({ verdict }: { readonly verdict: Pick<Verdict, 'kind' | 'symptom'> }) {
  const { icon: Icon, tone } = VERDICT_LOOK[verdict.kind]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden size={13} />}>
      {verdict.kind === 'fails' && verdict.symptom ? SYMPTOM_WORDS[verdict.symptom] : VERDICT_WORDS[verdict.kind]}
    </Badge>
  )
}
