import { lazyPart } from '../../kit/lazyPart.tsx'
import type { AimControl } from '../gestures/useAim.ts'

const Pill = lazyPart(async () => (await import('./Pill.tsx')).Pill)

/** What letting go would do, in words beside the pointer; said to screen readers too. */
export function AimPill({ aim: { aim, watch } }: { readonly aim: AimControl }) {
  return (
    <>
      {aim && <Pill aim={aim} watch={watch} />}
      <div className="sr-only" aria-live="polite">
        {aim?.sentence}
      </div>
    </>
  )
}
