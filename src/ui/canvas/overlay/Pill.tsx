import { Ban, CornerDownRight } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { Aim, AimControl } from '../gestures/useAim.ts'

const BESIDE = 16
const EDGE = 8

/** A sentence that follows the pointer. */
export function Pill({ aim, watch }: { readonly aim: Aim; readonly watch: AimControl['watch'] }) {
  const pill = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() =>
    watch((pointer) => {
      const element = pill.current
      const room = element?.offsetParent?.getBoundingClientRect()
      if (!element || !room) return
      const { offsetWidth, offsetHeight } = element
      const at = pointer ?? { x: room.left + (room.width - offsetWidth) / 2 - BESIDE, y: room.top }
      const x = Math.min(at.x - room.left + BESIDE, room.width - offsetWidth - EDGE)
      const y = Math.min(at.y - room.top + BESIDE, room.height - offsetHeight - EDGE)
      element.style.transform = `translate(${Math.max(EDGE, x)}px, ${Math.max(EDGE, y)}px)`
    }),
  )
  const Icon = aim.ok ? CornerDownRight : Ban
  return (
    <div ref={pill} className={`aim-pill ${aim.ok ? '' : 'is-refused'}`} aria-hidden>
      <Icon size={14} className="shrink-0" />
      {aim.sentence}
    </div>
  )
}
