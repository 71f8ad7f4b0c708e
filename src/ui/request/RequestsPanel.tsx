import { Pin, ShieldCheck } from 'lucide-react'
import { meetsExpectation } from '../../core/sim/index.ts'
import { Button } from '../kit/Button.tsx'
import { classNames } from '../kit/classNames.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { useDesign, useEngine, useStores, useView } from '../kit/useStore.ts'
import { ObservedSummary } from './ObservedSummary.tsx'
import { SavedRequestItem } from './SavedRequestItem.tsx'

/** The requests that are kept with the design, each with its answer as the design stands. */
export function RequestsPanel() {
  const { actions, view } = useStores()
  const requests = useDesign((state) => state.design.requests)
  const { value: pinned, progress, stale } = useEngine((state) => state.pinned)
  const isEngineUp = useEngine((state) => state.status === 'ready')
  const asked = useEngine((state) => state.asked)
  const isObservedOld = useView((state) => state.isObservedOld)
  if (requests.length === 0)
    return (
      <EmptyState icon={<Pin size={20} />} title="No pinned requests">
        Pinned requests are answered again with every change, and can say what they must come to.
        {asked ? (
          <div className="mt-3">
            <Button onClick={() => actions.pinCurrent()}>Pin the last request</Button>
          </div>
        ) : null}
      </EmptyState>
    )
  const expecting = requests.filter((request) => request.expect)
  const met = expecting.filter((request) => {
    const verdict = pinned[request.id]
    return verdict && request.expect && meetsExpectation(verdict, request.expect) === null
  })
  return (
    <div className="p-3 pb-6">
      <div role="status" className={classNames('mb-2 text-xs', stale ? 'text-warn' : 'text-faint')}>
        <p>
          {stale && !isEngineUp
            ? 'Answers from before: the engine does not answer'
            : progress
              ? `Answered ${progress.done} of ${progress.total}`
              : expecting.length > 0
                ? `${met.length} of ${expecting.length} as expected`
                : `${requests.length} pinned, none with an expectation`}
        </p>
        {isObservedOld ? <p>The design has changed since: what verify.sh saw is no longer shown.</p> : null}
      </div>
      <ObservedSummary />
      {expecting.length > 0 ? (
        <div className="mb-2">
          <Button icon={<ShieldCheck aria-hidden size={14} />} onClick={() => view.getState().openDialog('propose')}>
            Propose policies…
          </Button>
        </div>
      ) : null}
      <ul className="flex flex-col gap-2">
        {requests.map((request) => (
          <SavedRequestItem key={request.id} saved={request} verdict={pinned[request.id] ?? null} />
        ))}
      </ul>
    </div>
  )
}
