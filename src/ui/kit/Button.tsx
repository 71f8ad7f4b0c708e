import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './classNames.ts'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:brightness-110 border-transparent font-medium',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-hover',
  ghost: 'border-transparent text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-bad border-line-strong hover:bg-bad-soft',
} as const

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof LOOKS
  readonly icon?: ReactNode
}

/** A button with a word on it. */
export function Button({ look = 'secondary', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        'inline-flex h-7 shrink-0 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-md border px-2.5 disabled:cursor-default disabled:opacity-50',
        LOOKS[look],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}
