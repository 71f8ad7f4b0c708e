import { Scale } from 'lucide-react'
import { differingIds } from '../../state/index.ts'
import { Button } from '../kit/Button.tsx'
import { useDesign, useEngine, useStores, useView } from '../kit/useStore.ts'

/** The way to compare the requests with what was deployed, and what came of it. */
export function ObservedSummary() {
  const { view } = useStores()
  const observed = useView((state) => state.observed)
  const requests = useDesign((state) => state.design.requests)
  const pinned = useEngine((state) => state.pinned.value)
  const seen = requests.flatMap(({ id }) => observed?.[id] ?? [])
  const untried = seen.filter(({ outcome }) => outcome === 'not-tried').length
  const differing = differingIds(observed, pinned).size
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <Button icon={<Scale aria-hidden size={14} />} onClick={() => view.getState().openDialog('observed')}>
        Compare with reality…
      </Button>
      {observed ? (
        <>
          <Button onClick={() => view.getState().forgetObserved()}>Clear</Button>
          <p className="w-full text-soft text-xs">
            {differing} of {seen.length} {differing === 1 ? 'differs' : 'differ'} from what was seen
            {untried > 0 ? ` · ${untried} not tried` : ''}
            {seen.length < requests.length ? ` · ${requests.length - seen.length} without a result` : ''}
          </p>
        </>
      ) : null}
    </div>
  )
}
