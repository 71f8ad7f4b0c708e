import { NOT_FETCHED } from '../../state/parts.ts'
import { Button } from './Button.tsx'

interface NotFetchedProps {
  readonly onRetry: () => void
  /** Absent where it stands in a place of its own and can stay. */
  readonly onClose?: () => void
}

/** In place of a part of the page that could not be fetched: words, and ways on. */
export function NotFetched({ onRetry, onClose }: NotFetchedProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 bg-surface p-3 text-soft text-xs">
      {NOT_FETCHED}
      <Button onClick={onRetry}>Try again</Button>
      {onClose && <Button onClick={onClose}>Close</Button>}
    </div>
  )
}
