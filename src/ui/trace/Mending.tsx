import type { Verdict } from '../../core/sim/index.ts'
import { FixButtons } from '../kit/FixButtons.tsx'
import { Section } from '../kit/Section.tsx'
import { useAnswer } from '../kit/useAnswer.ts'

/** Ways to let a blocked request through, each of which has been tried; nothing where none is known. */
export function Mending({ verdict }: { readonly verdict: Verdict }) {
  const { value: fixes, stale } = useAnswer('mend', { request: verdict.request })
  if (!fixes || fixes.length === 0) return null
  return (
    <Section title="What would help" mark={<span className="font-normal text-faint">· tried on this request</span>}>
      <div className="flex flex-col items-start gap-1.5">
        <FixButtons fixes={fixes} disabled={stale} tried />
      </div>
    </Section>
  )
}
