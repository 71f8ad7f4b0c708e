import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'

export type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'neutral' | 'accent'

/** Text and background of each tone. */
export const TONES: Readonly<Record<Tone, string>> = {
  good: 'text-good bg-good-soft',
  warn: 'text-warn bg-warn-soft',
  bad: 'text-bad bg-bad-soft',
  unknown: 'text-unknown bg-unknown-soft',
  neutral: 'text-soft bg-hover',
  accent: 'text-accent bg-accent-soft',
}

interface BadgeProps {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A short word on a tinted ground; an icon tells it apart without colour. */
export function Badge({ tone, icon, className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}

/** A number behind a label, such as how many findings there are. */
export function Count({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames('min-w-4.5 rounded-full px-1 text-center font-medium text-[11px] leading-4.5', TONES[tone])}
    >
      {children}
    </span>
  )
}
