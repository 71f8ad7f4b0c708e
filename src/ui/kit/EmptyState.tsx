import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

/** What stands where nothing is yet, and how to begin. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <span aria-hidden className="flex size-10 items-center justify-center rounded-full bg-sunken text-faint">
        {icon}
      </span>
      <p className="font-medium">{title}</p>
      <div className="max-w-64 text-soft text-xs leading-5">{children}</div>
    </div>
  )
}
