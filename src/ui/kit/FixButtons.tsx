import { Wrench } from 'lucide-react'
import type { Fix } from '../../core/checks/index.ts'
import { Button } from './Button.tsx'
import { useStores } from './useStore.ts'

interface FixButtonsProps {
  readonly fixes: readonly Fix[]
  readonly disabled?: boolean
  /** Their effect is known where they stand: it need not be looked at. */
  readonly tried?: boolean
}

/** A button for each way to put something right; each is a step that can be undone. */
export function FixButtons({ fixes, disabled = false, tried }: FixButtonsProps) {
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
      {fix.safety === 'review' && !tried ? (
        <span className="text-faint text-xs">changes more: look at the result</span>
      ) : null}
    </span>
  ))
}
