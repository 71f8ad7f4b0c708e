import { CornerDownRight } from 'lucide-react'
import { describePlace } from '../../core/explain/index.ts'
import type { Origin } from '../../core/topology/index.ts'
import { classNames } from './classNames.ts'
import { useDesign, useStores } from './useStore.ts'

interface PlaceLinkProps {
  readonly origin: Origin
  /** Said instead of the place's own words. */
  readonly children?: string
  readonly plain?: boolean
  readonly className?: string
}

/** Leads to a place in the design: selects it, opens the inspector there and brings it into view. */
export function PlaceLink({ origin, children, plain, className }: PlaceLinkProps) {
  const design = useDesign((state) => state.design)
  const { view } = useStores()
  return (
    <button
      type="button"
      onClick={() => view.getState().goTo(origin)}
      className={classNames(
        'inline-flex min-h-6 max-w-full cursor-pointer items-center gap-1 rounded-sm text-left text-accent underline-offset-2 hover:underline',
        className,
      )}
    >
      {plain ? null : <CornerDownRight aria-hidden size={13} className="shrink-0" />}
      <span className="min-w-0 break-words">{children ?? describePlace(design, origin)}</span>
    </button>
  )
}
