import { type Construct, type LifeCycleStep, lifeCycleSteps } from '../../../core/model/index.ts'
import { LifeCycleButtons } from '../../constructs/LifeCycleButtons.tsx'
import { useDesign } from '../../kit/useStore.ts'

// What lies with its owner alone, in a settled state, is left to the inspector: the bar would be in the way otherwise.
const isPending = (steps: readonly LifeCycleStep[]) => steps.some(({ action }) => action !== 'delete')

/** What can be done about the connection that is selected: accept it, reject it, delete it. */
export function LifeCycleBar({ construct }: { readonly construct: Construct }) {
  const design = useDesign((state) => state.design)
  const steps = lifeCycleSteps(design, construct)
  if (!isPending(steps)) return null
  return (
    <span className="leaf-actions nodrag nopan">
      <LifeCycleButtons construct={construct} steps={steps.filter(({ action }) => action !== 'expire')} />
    </span>
  )
}
