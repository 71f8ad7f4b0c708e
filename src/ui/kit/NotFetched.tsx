import { NOT_FETCHED } from '../../state/parts.ts'
import { Button } from './Button.tsx'

interface NotFetchedProps {
  readonly onRetry: () => void
  /** It came, and failed when it was drawn. */
  readonly isBroken?: boolean
}

/** In place of a part of the page that could not be fetched or drawn: words, and ways on. The rest of the page goes on. */
export function NotFetched({ onRetry, isBroken }: NotFetchedProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 bg-raised p-3 text-soft text-xs">
      <p className="w-full">
        {isBroken ? 'A part of the page could not be drawn; your work is kept.' : NOT_FETCHED} Reloading helps where the
        page has been renewed since.
      </p>
      <Button onClick={onRetry}>Try again</Button>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </div>
  )
}
