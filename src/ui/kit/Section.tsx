import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from './classNames.ts'

interface SectionProps {
  readonly title: string
  readonly mark?: ReactNode
  readonly actions?: ReactNode
  readonly startClosed?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a panel under a heading that folds it. */
export function Section({ title, mark, actions, startClosed, className, children }: SectionProps) {
  const [open, setOpen] = useState(!startClosed)
  const id = useId()
  return (
    <section className={classNames('border-line border-t', className)}>
      <div className="flex items-center pr-2">
        <h3 className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="flex min-h-9 w-full cursor-pointer items-center gap-1 px-2 py-1 text-left font-medium text-xs outline-offset-[-2px]"
          >
            <ChevronRight aria-hidden size={14} className={classNames('shrink-0 text-faint', open && 'rotate-90')} />
            <span className="min-w-0 break-words">{title}</span>
            {mark}
          </button>
        </h3>
        {actions}
      </div>
      <div id={id} hidden={!open} className="px-3 pb-3">
        {children}
      </div>
    </section>
  )
}
