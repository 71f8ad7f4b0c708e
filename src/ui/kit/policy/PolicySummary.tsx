import { CircleAlert } from 'lucide-react'
import { useAnswer } from '../useAnswer.ts'
import { PolicyLength } from './PolicyLength.tsx'
import type { PolicyPlace } from './policyPlace.ts'

/** So many statements are said; the others are counted. */
const MOST_SAID = 3

interface PolicySummaryProps {
  readonly text: string
  readonly none: string
  readonly place: PolicyPlace
  /** Something else is being written in its place. */
  readonly isDraft: boolean
  /** Not where the editor below says it of what stands there. */
  readonly isLengthSaid: boolean
}

/** A policy in a few words: its first statements, or why it cannot be read, and how long it is. */
export function PolicySummary({ text, none, place, isDraft, isLengthSaid }: PolicySummaryProps) {
  const { value: reading } = useAnswer('readPolicy', text === '' ? null : { text, use: place.use })
  if (text === '') return <p className="break-words text-faint text-xs leading-4">{none}.</p>
  const [problem] = reading?.problems ?? []
  const statements = reading?.statements ?? []
  const more = statements.length - MOST_SAID
  return (
    <div className="rounded-md border border-line px-2 py-1.5 text-xs leading-4">
      {problem ? (
        <p className="flex gap-1 text-bad">
          <CircleAlert aria-hidden size={13} className="mt-px shrink-0" />
          <span className="min-w-0 break-words">
            It cannot be read: line {problem.line}: {problem.message}.
          </span>
        </p>
      ) : (
        <ol className="flex flex-col gap-0.5">
          {statements.slice(0, MOST_SAID).map(({ words, at }) => (
            <li key={at?.from ?? words} className="break-words">
              {words}
            </li>
          ))}
          {more > 0 ? <li className="text-faint">and {more} more</li> : null}
        </ol>
      )}
      <p className="mt-1 text-faint">
        {reading && !problem ? (statements.length === 1 ? '1 statement' : `${statements.length} statements`) : ''}
        {isLengthSaid ? (
          <>
            {reading && !problem ? ' · ' : ''}
            <PolicyLength text={text} place={place} />
          </>
        ) : null}
        {isDraft ? ' · a draft is not applied yet' : ''}
      </p>
    </div>
  )
}
