import { useReactFlow } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { measureDrawing, type Point } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'
import { withPart } from '../../../state/parts.ts'
import { planning } from '../../constructs/index.ts'
import { useStores } from '../../kit/useStore.ts'
import { eventPoint } from './eventPoint.ts'
import { findAt } from './findAt.ts'
import type { AimControl } from './useAim.ts'

/** A pointer that moves less than this has pressed the knob and not dragged it. */
const CLICK_DISTANCE = 6
const ASK = 'Choose what to connect it with; Escape stops.'

/** Lines between constructs: dragged from the knob, or begun there and ended with a click, a tap or Enter. */
export function useConnecting({ show, follow, clear }: AimControl) {
  const stores = useStores()
  const { screenToFlowPosition } = useReactFlow()
  const [from, setFrom] = useState<ConstructId | null>(null)
  const press = useRef<Point | null>(null)
  const candidates = useRef<readonly ConstructId[]>([])
  const target = useRef<ConstructId | null | undefined>(undefined)

  const stop = useCallback(() => {
    press.current = null
    target.current = undefined
    setFrom(null)
    clear()
  }, [clear])

  const start = useCallback(
    (id: ConstructId, event: ReactPointerEvent | null) => {
      if (event && event.button !== 0) return
      event?.preventDefault()
      const pointer = event && eventPoint(event)
      withPart(stores, planning, ({ planConnection }) => {
        const { design } = stores.design.getState()
        candidates.current = Object.keys(design.constructs).filter(
          (one) => one !== id && planConnection(design, id, one).ok,
        )
        press.current = pointer
        target.current = undefined
        setFrom(id)
        show({ ok: true, sentence: ASK, lit: null, candidates: candidates.current, from: id }, pointer)
      })
    },
    [stores, show],
  )

  const finish = useCallback(
    (id: ConstructId, to: ConstructId | null, isAlt: boolean) => {
      stop()
      if (to !== null && to !== id) withPart(stores, planning, (plans) => plans.connect(stores, id, to, isAlt))
    },
    [stores, stop],
  )

  useEffect(() => {
    if (from === null) return
    const at = (pointer: Point) =>
      findAt(measureDrawing(stores.design.getState().design), screenToFlowPosition(pointer, { snapToGrid: false }))
    /** Null while the keyboard alone has aimed. */
    let last: Point | null = null
    let wasAlt = false
    const aimAt = (to: ConstructId | null, pointer: Point | null, isAlt: boolean) => {
      last = pointer
      if (to === target.current && isAlt === wasAlt) {
        if (pointer) follow(pointer)
        return
      }
      target.current = to
      wasAlt = isAlt
      const ground = { candidates: candidates.current, from }
      const { design } = stores.design.getState()
      if (to === null || to === from) return show({ ok: true, sentence: ASK, lit: null, ...ground }, pointer)
      withPart(stores, planning, ({ planConnection }) => {
        const plan = planConnection(design, from, to)
        const instead = plan.ok ? plan.instead : undefined
        const sentence = instead
          ? isAlt
            ? instead.sentence
            : `${plan.sentence}. ${instead.label}: hold Alt`
          : plan.sentence
        show({ ok: plan.ok, sentence, lit: plan.ok ? to : null, ...ground }, pointer)
      })
    }
    const move = (event: PointerEvent) => {
      const pointer = eventPoint(event)
      aimAt(at(pointer), pointer, event.altKey)
    }
    const focus = ({ target: element }: FocusEvent) => {
      if (element instanceof Element && element.matches('.react-flow__node'))
        aimAt(element.getAttribute('data-id'), last, wasAlt)
    }
    const pressAlt = (event: KeyboardEvent) => {
      if (event.key !== 'Alt' || target.current === undefined) return
      // or the browser opens its menu
      event.preventDefault()
      aimAt(target.current, last, event.type === 'keydown')
    }
    const up = (event: PointerEvent) => {
      const start = press.current
      press.current = null
      const pointer = eventPoint(event)
      // a press without a drag leaves the line hanging until the next press
      if (start && Math.hypot(pointer.x - start.x, pointer.y - start.y) < CLICK_DISTANCE) return
      if (start) finish(from, at(pointer), event.altKey)
    }
    const click = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target : null
      if (element?.closest('.connect-knob') || press.current) return
      if (element?.closest('.react-flow')) {
        event.stopPropagation()
        finish(from, at(eventPoint(event)), event.altKey)
      } else stop()
    }
    const key = (event: KeyboardEvent) => {
      const node = event.target instanceof Element ? event.target.closest('.react-flow__node') : null
      const chosen =
        (event.key === 'Enter' || event.key === ' ') && node && !(event.target as Element).closest('button')
      if (event.key !== 'Escape' && !chosen) return
      event.stopPropagation()
      event.preventDefault()
      if (chosen) finish(from, node.getAttribute('data-id'), event.altKey)
      else stop()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('focusin', focus)
    window.addEventListener('keydown', pressAlt)
    window.addEventListener('keyup', pressAlt)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('click', click, { capture: true })
    window.addEventListener('keydown', key, { capture: true })
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('focusin', focus)
      window.removeEventListener('keydown', pressAlt)
      window.removeEventListener('keyup', pressAlt)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('click', click, { capture: true })
      window.removeEventListener('keydown', key, { capture: true })
    }
  }, [from, stores, screenToFlowPosition, show, follow, finish, stop])

  return useMemo(() => ({ isConnecting: from !== null, start }), [from, start])
}
