import type { ComponentType } from 'react'
import { createPart, NOT_FETCHED, type Part } from '../../state/parts.ts'
import { Button } from './Button.tsx'
import { usePart } from './usePart.ts'

/**
 * A component that is fetched when it is first drawn, or once the page stands idle. Nothing stands in its place meanwhile;
 * where it cannot be fetched, `Missing` does: words and a way to try again.
 */
export function lazyPart<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Missing: ComponentType<MissingProps> = NotFetched,
): ComponentType<P> {
  const part = createPart(fetch)
  return (props) => <Fetched part={part} props={props} Missing={Missing} />
}

interface MissingProps {
  readonly onRetry: () => void
}

interface FetchedProps<P extends object> {
  readonly part: Part<ComponentType<P>>
  readonly props: P
  readonly Missing: ComponentType<MissingProps>
}

function Fetched<P extends object>({ part, props, Missing }: FetchedProps<P>) {
  const { value: Component, failed, retry } = usePart(part)
  if (Component) return <Component {...props} />
  return failed ? <Missing onRetry={retry} /> : null
}

function NotFetched({ onRetry }: MissingProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 bg-surface p-3 text-soft text-xs">
      {NOT_FETCHED}
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}
