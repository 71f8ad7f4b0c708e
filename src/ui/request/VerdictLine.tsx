import { CircleAlert } from 'lucide-react'
import { isAskedAs } from '../../state/index.ts'
import { lazyPart } from '../kit/lazyPart.tsx'
import { useEngine } from '../kit/useStore.ts'

const AnswerLine = lazyPart(async () => (await import('./AnswerLine.tsx')).AnswerLine)

interface VerdictLineProps {
  readonly problem: string | null
  /** Something is being typed that has not been asked. */
  readonly dirty: boolean
}

/** The answer in a line: what the caller sees, by which path, and what decided it. Its room is kept while there is none. */
export function VerdictLine({ problem: missing, dirty }: VerdictLineProps) {
  const failure = useEngine((state) => state.verdict.problem)
  const problem = missing ?? failure
  return (
    <div className="flex h-8 items-center gap-2 overflow-hidden border-line border-t bg-sunken px-3">
      {problem ? (
        <p role="alert" className="flex min-w-0 items-center gap-1.5 text-bad">
          <CircleAlert aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{problem}</span>
        </p>
      ) : (
        <Answer dirty={dirty} />
      )}
    </div>
  )
}

function Answer({ dirty }: { readonly dirty: boolean }) {
  const asked = useEngine((state) => state.asked)
  const { value: verdict, stale } = useEngine((state) => state.verdict)
  const isOfBefore = useEngine(({ asked: before, draft }) => before !== null && !isAskedAs(draft, before)) || dirty
  if (!asked || !verdict)
    return (
      <p className="truncate text-faint text-xs">
        {asked ? 'Asking…' : 'What happens to a request? Choose who asks and for what, then press Ask.'}
      </p>
    )
  return (
    <>
      {isOfBefore ? <p className="shrink-0 font-medium text-warn text-xs">Not asked yet. The request before:</p> : null}
      <AnswerLine verdict={verdict} stale={stale || isOfBefore} />
    </>
  )
}
