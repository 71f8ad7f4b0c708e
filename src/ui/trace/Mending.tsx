import { Fragment } from 'react'
import type { Mend } from '../../core/checks/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import { FixButtons } from '../kit/FixButtons.tsx'
import { Section } from '../kit/Section.tsx'
import { useAnswer } from '../kit/useAnswer.ts'

const EFFECTS: Readonly<Record<Mend['leadsTo'], string>> = {
  succeeds: 'then the request succeeds',
  partly: 'then it works in part',
  further: 'then it gets further, and something else stops it',
}

/** Ways to let a blocked request through, or at least further, each of which has been tried; nothing where none is known. */
export function Mending({ verdict }: { readonly verdict: Verdict }) {
  const { value: fixes, stale } = useAnswer('mend', { request: verdict.request })
  if (!fixes || fixes.length === 0) return null
  const title = fixes.some(({ leadsTo }) => leadsTo !== 'further') ? 'What would help' : 'What would lead further'
  return (
    <Section title={title} mark={<span className="font-normal text-faint">· tried on this request</span>}>
      <div className="flex flex-col items-start gap-1.5">
        {fixes.map((fix) => (
          <Fragment key={fix.title}>
            <FixButtons fixes={[fix]} disabled={stale} noteOf={({ leadsTo }) => EFFECTS[leadsTo]} />
            {fix.texts?.map(({ title, after }) => (
              <details key={title} className="w-full min-w-0 text-xs">
                <summary className="min-h-6 cursor-pointer rounded-sm py-1 text-soft">{title} as it would be</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
                <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-2">
                  {after}
                </pre>
              </details>
            ))}
          </Fragment>
        ))}
      </div>
    </Section>
  )
}
