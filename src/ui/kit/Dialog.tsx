import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classNames } from './classNames.ts'
import { stackDialog } from './dialogStack.ts'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly className?: string
  /** Beside the title, before the close button. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A modal dialog of the platform: it holds the focus, closes with Escape, and what lies behind it is inert. Rendered only while open. */
export function Dialog({ title, onClose, className, actions, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const dialog = own.current!
    dialog.showModal()
    if (!dialog.contains(document.activeElement) || document.activeElement?.matches('[data-close]')) dialog.focus()
    const takeOff = stackDialog(dialog)
    return () => {
      takeOff()
      dialog.close() // before it is gone, so that the focus goes back to where it was
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape, which the platform brings
    <dialog
      ref={own}
      aria-labelledby={id}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === own.current) onClose()
      }}
      className={classNames(
        'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] overflow-hidden rounded-xl border border-line-strong bg-raised p-0 text-ink shadow-popup outline-none backdrop:bg-black/40',
        className,
      )}
    >
      <div className="flex h-full max-h-[inherit] min-h-0 flex-col">
        <div className="flex h-12 shrink-0 items-center gap-2 border-line border-b pr-2 pl-4">
          <h2 id={id} className="grow font-semibold text-[15px]">
            {title}
          </h2>
          {actions}
          <IconButton data-close label="Close" keys="Esc" icon={<X aria-hidden size={16} />} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  )
}
