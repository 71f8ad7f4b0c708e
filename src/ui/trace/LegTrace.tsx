import { constructAt } from '../../core/model/index.ts'
import type { Hop, Leg, StepRef, Verdict } from '../../core/sim/index.ts'
import { Glyph, glyphOf, kindColour } from '../constructs/index.ts'
import { Section } from '../kit/Section.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useDesign } from '../kit/useStore.ts'
import { AuthorizationTrace } from './AuthorizationTrace.tsx'
import { StepItem } from './StepItem.tsx'

const TITLES = { lookup: 'Lookup', request: 'Request', reply: 'Reply', authorization: 'Authorization' } as const
const MEANINGS = {
  lookup: 'what the name stands for',
  request: 'the way there',
  reply: 'the way back',
  authorization: 'what policies make of the call',
} as const

interface LegTraceProps {
  readonly verdict: Verdict
  readonly leg: Leg
  readonly at: Pick<StepRef, 'branch' | 'leg'>
}

/** One leg of the way: its hops in order, each with the decisions made there. */
export function LegTrace({ verdict, leg, at }: LegTraceProps) {
  return (
    <Section
      title={TITLES[leg.direction]}
      mark={<span className="font-normal text-faint">· {MEANINGS[leg.direction]}</span>}
    >
      <ol className="flex flex-col gap-2">
        {leg.hops.map((hop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hops are known by their place
          <HopItem key={index} verdict={verdict} hop={hop} at={{ ...at, hop: index }} />
        ))}
      </ol>
    </Section>
  )
}

interface HopItemProps {
  readonly verdict: Verdict
  readonly hop: Hop
  readonly at: Omit<StepRef, 'step'>
}

function HopItem({ verdict, hop, at }: HopItemProps) {
  const nameOf = useNameOf()
  const construct = useDesign(({ design }) => (hop.at === null ? null : constructAt(design, hop.at)))
  return (
    <li>
      <div className="flex min-h-6 items-center gap-1.5 text-xs">
        {construct ? (
          <span aria-hidden style={{ color: kindColour(construct.kind) }}>
            <Glyph kind={glyphOf(construct)} size={16} />
          </span>
        ) : (
          <span aria-hidden className="size-4 rounded-full border border-line-strong border-dashed" />
        )}
        <span className="truncate font-medium">{construct ? nameOf(construct.id) : hop.label}</span>
      </div>
      {hop.steps.some(({ kind }) => kind === 'call') ? (
        <AuthorizationTrace verdict={verdict} hop={hop} at={at} />
      ) : (
        <StepList verdict={verdict} hop={hop} at={at} />
      )}
    </li>
  )
}

const StepList = ({ verdict, hop, at }: HopItemProps) => (
  <ol className="ml-2 flex flex-col border-line border-l pl-1.5">
    {hop.steps.map((step, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
      <StepItem key={index} verdict={verdict} step={step} hop={hop} at={{ ...at, step: index }} />
    ))}
  </ol>
)
