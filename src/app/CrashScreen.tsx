import { messageOf } from '../core/base/index.ts'
import { type Design, serialiseDesign } from '../core/model/index.ts'
import { type Stores, textOf } from '../state/index.ts'
import { downloadFile } from '../ui/kit/downloadFile.ts'

interface CrashScreenProps {
  readonly stores: Stores
  readonly error: unknown
  /** Draws the page again. */
  readonly onRetry: () => void
}

/** In place of a page that could not be drawn: the work is safe, and there are ways on. */
export function CrashScreen({ stores, error, onRetry }: CrashScreenProps) {
  const { undoLabel } = stores.design.getState()
  const ways = [
    { label: 'Show the page again', act: onRetry },
    { label: 'Reload the page', act: () => window.location.reload() },
    {
      label: 'Download the design',
      // by nothing that has yet to be fetched: that may be what is wrong
      act: () => downloadFile('design.hopwise.json', fileOf(stores.design.getState().design)),
    },
    ...(undoLabel
      ? [
          {
            label: `Undo “${undoLabel}” and show the page again`,
            act() {
              stores.design.getState().undo()
              onRetry()
            },
          },
        ]
      : []),
    {
      label: 'Keep this design and start a new one',
      act: () => void stores.actions.newDesign().then(onRetry),
    },
  ]
  return (
    <main className="mx-auto flex h-full max-w-lg flex-col justify-center gap-4 p-6" role="alert">
      <h1 className="text-lg font-semibold">The page could not be drawn</h1>
      <p className="text-soft">Your design is still here. This is what went wrong: {messageOf(error)}</p>
      <ul className="flex flex-col gap-2">
        {ways.map(({ label, act }) => (
          <li key={label}>
            <button
              type="button"
              onClick={act}
              className="w-full rounded-md border border-line-strong px-3 py-2 text-left hover:bg-hover"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The design as a file; one that the schema refuses may be what is wrong, and can be mended by hand. */
function fileOf(design: Design): string {
  try {
    return serialiseDesign(design)
  } catch {
    return textOf(design)
  }
}
