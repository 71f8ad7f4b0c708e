import { Wrench } from 'lucide-react'
import type { Fix } from '../../core/checks/index.ts'
import { Button } from './Button.tsx'
import { useStores } from './useStore.ts'

interface FixButtonsProps<F extends Fix> {
  readonly fixes: readonly F[]
  readonly disabled?: boolean
  /** What is said beside a fix. */
  readonly noteOf?: (fix: F) => string | null
}

const caution = ({ safety }: Fix) => (safety === 'review' ? 'changes more: look at the result' : null)

/** A button for each way to put something right; each is a step that can be undone. */
export function FixButtons<F extends Fix>({ fixes, disabled = false, noteOf = caution }: FixButtonsProps<F>) {
  const { engine } = useStores()
  return fixes.map((fix) => (
    <span key={fix.title} className="flex max-w-full flex-wrap items-center gap-x-1.5">
      <Button
        className="h-auto! min-h-7 max-w-full shrink! whitespace-normal! py-1 text-left"
        disabled={disabled}
        icon={<Wrench aria-hidden size={13} className="shrink-0" />}
        onClick={() => engine.getState().applyFix(fix)}
      >
        {fix.title}
      </Button>
      <span className="text-faint text-xs">{noteOf(fix)}</span>
    </span>
  ))
}
