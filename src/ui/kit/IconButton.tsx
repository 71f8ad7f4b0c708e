import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './classNames.ts'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Said by screen readers and shown as the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** Keys shown behind the tooltip: `Ctrl+Z`. */
  readonly keys?: string
  readonly pressed?: boolean
}

/** A button with an icon only; its words are in the tooltip. */
export function IconButton({ label, icon, keys, pressed, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      aria-pressed={pressed}
      data-tip={label}
      data-keys={keys}
      className={classNames(
        'inline-flex size-7 shrink-0 cursor-pointer items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink disabled:cursor-default disabled:opacity-40 disabled:hover:bg-transparent aria-pressed:bg-accent-soft aria-pressed:text-accent',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  )
}
