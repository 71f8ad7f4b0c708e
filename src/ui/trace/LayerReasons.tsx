import type { Step } from '../../core/sim/index.ts'

type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

/** More than these are a list that nobody reads. */
const MOST_SHOWN = 3

/** The statements behind the answer of a layer, each with the element that decides. */
export function LayerReasons({ step: { outcome, detail } }: { readonly step: PolicyStep }) {
  const { policies, unread, statements } = detail
  if (outcome === 'not-allowed' && policies.length === 0) return <p className="text-soft">There is none.</p>
  const shown = statements.slice(0, MOST_SHOWN)
  const more = statements.length - shown.length
  return (
    <ul className="flex flex-col gap-0.5 text-soft">
      {unread.map((name) => (
        <li key={name} className="break-words">
          Nobody said what stands in {name}
        </li>
      ))}
      {shown.map(({ policy, statement, misses, conditions }) => (
        <li key={`${policy}/${statement}`} className="break-words">
          <span className="text-ink">{statement}</span> of {policy}
          {outcome === 'denied' && conditions.length > 0 ? (
            <Elements words="by its condition" these={conditions} />
          ) : null}
          {outcome === 'not-allowed' ? <Elements words="does not fit by" these={misses} /> : null}
          {outcome === 'unknown' && misses.length > 0 ? <Elements words="hangs on" these={misses} /> : null}
        </li>
      ))}
      {more > 0 ? <li className="text-faint">and {more} more</li> : null}
    </ul>
  )
}

interface ElementsProps {
  readonly words: string
  readonly these: readonly string[]
}

const Elements = ({ words, these }: ElementsProps) => (
  <>
    {': '}
    {words}{' '}
    {these.map((one, index) => (
      <span key={one}>
        {index > 0 ? ', ' : ''}
        <code className="break-words font-mono text-[11px]">{one}</code>
      </span>
    ))}
  </>
)
