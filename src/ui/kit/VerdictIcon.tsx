import { CircleCheck, CircleDashed, CircleQuestionMark, CircleX, type LucideIcon } from 'lucide-react'
import type { VerdictKind } from '../../core/model/index.ts'
import type { Tone } from './Badge.tsx'
import { classNames } from './classNames.ts'

/** Icon and tone of each kind of verdict; the word always stands beside them. */
export const VERDICT_LOOK: Readonly<
  Record<VerdictKind, { readonly icon: LucideIcon; readonly tone: Tone; readonly colour: string }>
> = {
  succeeds: { icon: CircleCheck, tone: 'good', colour: 'text-good' },
  partly: { icon: CircleDashed, tone: 'warn', colour: 'text-warn' },
  fails: { icon: CircleX, tone: 'bad', colour: 'text-bad' },
  'cannot-tell': { icon: CircleQuestionMark, tone: 'unknown', colour: 'text-unknown' },
}

/** The icon of a kind of verdict, for places where the word stands beside it. */
export function VerdictIcon({ kind, size = 16 }: { readonly kind: VerdictKind; readonly size?: number }) {
  const { icon: Icon, colour } = VERDICT_LOOK[kind]
  return <Icon aria-hidden size={size} className={classNames('shrink-0', colour)} />
}
