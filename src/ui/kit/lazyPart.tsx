import type { ComponentType } from 'react'
import { createPart, type Part } from '../../state/parts.ts'
import { NotFetched } from './NotFetched.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { usePart } from './usePart.ts'

/**
 * A component that is fetched when it is first drawn, or once the page stands idle. Nothing stands in its place meanwhile;
 * where it cannot be fetched, or fails, `Missing` does, with the same props: words and a way to try again.
 */
export function lazyPart<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Missing: ComponentType<P & MissingProps> = NotFetched,
): ComponentType<P> {
  const part = createPart(fetch)
  return (props) => <Fetched part={part} props={props} Missing={Missing} />
}

export interface MissingProps {
  readonly onRetry: () => void
  /** It came, and failed when it was drawn. */
  readonly isBroken?: boolean
}

interface FetchedProps<P extends object> {
  readonly part: Part<ComponentType<P>>
  readonly props: P
  readonly Missing: ComponentType<P & MissingProps>
}

function Fetched<P extends object>({ part, props, Missing }: FetchedProps<P>) {
  const { value: Component, failed, retry } = usePart(part)
  if (Component)
    return (
      <PartBoundary instead={(drawAgain) => <Missing {...props} onRetry={drawAgain} isBroken />}>
        <Component {...props} />
      </PartBoundary>
    )
  return failed ? <Missing {...props} onRetry={retry} /> : null
}
