import { Square } from 'lucide-react'
import type { ImportRun } from '../../state/types.ts'
import { Button } from '../kit/Button.tsx'
import { classNames } from '../kit/classNames.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { LiveRegion } from '../kit/Toast.tsx'
import { useView } from '../kit/useStore.ts'

/** How far an import has come that takes a while, and the way to stop it. */
export function ImportProgress() {
  const run = useView((state) => state.importRun)
  if (!run?.isShown) return null
  const drawing = isDrawing(run)
  return (
    <Dialog title="Importing" onClose={run.cancel} className="w-[28rem]">
      <div className="flex flex-col gap-3 p-4">
        <p className="text-soft">{wordsOf(run)}</p>
        <LiveRegion>{drawing ? wordsOf(run) : wordsOf({ ...run, total: 0 })}</LiveRegion>
        <progress
          aria-label="How far it has come"
          className={classNames('h-2 w-full accent-accent', drawing && 'motion-safe:animate-pulse')}
          {...(run.total > 0 && !drawing ? { value: run.done, max: maximumOf(run) } : {})}
        />
        <Button className="self-end" icon={<Square aria-hidden size={12} />} onClick={run.cancel}>
          Stop the import
        </Button>
      </div>
    </Dialog>
  )
}

/** Half of the work is to read texts; how far the other half is, nobody knows. */
const isDrawing = ({ step, done, total }: ImportRun): boolean => step === 'working' && total > 0 && done * 2 >= total
const maximumOf = ({ step, total }: ImportRun): number => (step === 'working' ? total / 2 : total)

function wordsOf(run: ImportRun): string {
  if (isDrawing(run)) return 'Working out what it comes to…'
  const words = run.step === 'reading' ? 'Reading the files' : 'Taking in what they say'
  return run.total > 0 ? `${words}: ${Math.floor((100 * run.done) / maximumOf(run))} %` : `${words}…`
}
