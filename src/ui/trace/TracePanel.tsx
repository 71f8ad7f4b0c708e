import { Route } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { EmptyState } from '../kit/EmptyState.tsx'
import { useEngine } from '../kit/useStore.ts'
import { BlockerList } from './BlockerList.tsx'
import { BranchTrace } from './BranchTrace.tsx'
import { Mending } from './Mending.tsx'
import { Notes } from './Notes.tsx'
import { VerdictHeader } from './VerdictHeader.tsx'

/** What happened to the request that was asked last, hop by hop. */
export function TracePanel() {
  const asked = useEngine((state) => state.asked)
  const { value: verdict, problem } = useEngine((state) => state.verdict)
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(asked)
  useEffect(() => {
    // A new question begins above; the same one, answered again after an edit, stays where it is.
    if (before.current !== asked) top.current?.scrollIntoView({ block: 'start' })
    before.current = asked
  }, [asked])
  if (problem)
    return (
      <EmptyState icon={<Route size={20} />} title="No answer">
        {problem}
      </EmptyState>
    )
  if (!asked || !verdict)
    return (
      <EmptyState icon={<Route size={20} />} title={asked ? 'Asking…' : 'No request yet'}>
        {asked ? null : 'Choose a client and a destination above the canvas and press Ask. Every hop is shown here.'}
      </EmptyState>
    )
  return (
    <div ref={top} className="pb-6">
      <VerdictHeader verdict={verdict} />
      {verdict.blockers.length > 0 ? <Mending verdict={verdict} /> : null}
      <BlockerList verdict={verdict} />
      <Notes title="What keeps it from being told" notes={verdict.gaps} />
      <BranchTrace verdict={verdict} />
      <Notes title="Assumed, since the design does not say" notes={verdict.assumptions} />
    </div>
  )
}
