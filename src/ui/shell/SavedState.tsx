import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react'
import { useStores, useView } from '../kit/useStore.ts'

const LOOKS = {
  saved: { icon: CloudCheck, word: 'Saved', tip: 'Kept in this browser. Nothing leaves the page.' },
  saving: { icon: CloudUpload, word: 'Saving…', tip: 'Being kept in this browser' },
  'not-saved': { icon: CloudAlert, word: 'Not saved', tip: 'The browser does not keep it' },
} as const

/** Whether the browser holds the work as it stands. */
export function SavedState() {
  const saved = useView((state) => state.saved)
  const keptIn = useView((state) => state.keptIn)
  const problem = useView((state) => state.savedProblem)
  const { view } = useStores()
  const { icon: Icon, word, tip } = LOOKS[saved]
  // where nothing is kept, the way to a file and to room is one click away
  const Tag = problem ? 'button' : 'span'
  return (
    <Tag
      data-tip={problem ?? (keptIn && saved === 'saved' ? `Kept in this browser and in ${keptIn}` : tip)}
      onClick={problem ? () => view.getState().openDialog('start') : undefined}
      className={`hidden min-w-20 shrink-0 items-center gap-1 text-xs sm:flex ${saved === 'not-saved' ? 'text-warn' : 'text-faint'}`}
    >
      <Icon aria-hidden size={14} />
      {word}
      {problem ? <span className="sr-only">: {problem}</span> : null}
    </Tag>
  )
}
