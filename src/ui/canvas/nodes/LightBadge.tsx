import { Check, CircleHelp, X } from 'lucide-react'
import type { Light } from '../projection/highlightsFor.ts'
import { isDeciding } from '../projection/isDeciding.ts'

const LOOKS = {
  delivered: { icon: Check, word: 'Arrives' },
  refused: { icon: X, word: 'Refuses' },
  unknown: { icon: CircleHelp, word: 'Not known' },
} as const

/** The word on what decided a request; nothing on what it only passed. */
export function LightBadge({ light }: { readonly light: Light | null }) {
  if (!isDeciding(light)) return null
  const { icon: Icon, word } = LOOKS[light.state]
  return (
    <span className={`light-badge is-${light.state}`}>
      <Icon size={11} strokeWidth={2.75} aria-hidden />
      {light.beyond ? `${word}: ${light.beyond}` : word}
    </span>
  )
}
