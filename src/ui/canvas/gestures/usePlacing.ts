import { useReactFlow } from '@xyflow/react'
import { type DragEvent, type MouseEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { measureDrawing, type Point } from '../../../core/layout/index.ts'
import { type Addable, type ConstructId, isAddable } from '../../../core/model/index.ts'
import { withPart } from '../../../state/parts.ts'
import { planning } from '../../constructs/index.ts'
import { useStores, useView } from '../../kit/useStore.ts'
import { eventPoint } from './eventPoint.ts'
import { findAt } from './findAt.ts'
import type { AimControl } from './useAim.ts'

/** The palette marks what it drags with this type; the value is the construct's kind. */
const DRAG_TYPE = 'application/x-hopwise-kind'

/** New constructs: dragged from the palette, or chosen there and put down with a click or a tap. */
export function usePlacing({ show, follow, clear }: AimControl) {
  const stores = useStores()
  const placing = useView((state) => state.placing)
  const { screenToFlowPosition } = useReactFlow()
  const target = useRef<ConstructId | null | undefined>(undefined)

  const aimAt = useCallback(
    (pointer: Point) => {
      const kind = stores.view.getState().placing
      if (!isAddable(kind)) return
      const { design } = stores.design.getState()
      const at = findAt(measureDrawing(design), screenToFlowPosition(pointer, { snapToGrid: false }))
      if (at === target.current) return follow(pointer)
      target.current = at
      withPart(stores, planning, ({ describeDrop }) => {
        if (target.current !== at) return
        const { ok, sentence, parent } = describeDrop(design, { kind }, at)
        show({ ok, sentence, lit: parent }, pointer)
      })
    },
    [stores, screenToFlowPosition, show, follow],
  )

  const leave = useCallback(() => {
    target.current = undefined
    clear()
  }, [clear])

  /** Where it cannot be put down there, it stays in the hand. */
  const putDown = useCallback(
    (kind: Addable, pointer: Point) => {
      const point = screenToFlowPosition(pointer, { snapToGrid: false })
      withPart(stores, planning, ({ planPlaceAt }) => {
        const { design, apply, select } = stores.design.getState()
        const plan = planPlaceAt(design, kind, findAt(measureDrawing(design), point), point)
        if (!plan.ok) return stores.view.getState().say(plan.sentence, 'error')
        if (apply(plan.label, plan.edits)) select(plan.ids)
        stores.view.getState().setPlacing(null)
      })
    },
    [stores, screenToFlowPosition],
  )

  useEffect(() => {
    if (placing === null) return leave()
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stores.view.getState().setPlacing(null)
    }
    window.addEventListener('keydown', cancel, { capture: true })
    return () => window.removeEventListener('keydown', cancel, { capture: true })
  }, [placing, stores, leave])

  return useMemo(
    () => ({
      isPlacing: placing !== null,
      handlers: {
        onPointerMove: (event: PointerEvent) => {
          if (event.pointerType !== 'touch' && event.buttons === 0) aimAt(eventPoint(event))
        },
        onPointerLeave: () => {
          if (target.current !== undefined) leave()
        },
        onClickCapture: (event: MouseEvent) => {
          const kind = stores.view.getState().placing
          if (!isAddable(kind) || isControl(event.target)) return
          event.stopPropagation()
          putDown(kind, eventPoint(event))
        },
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
          event.preventDefault()
          event.dataTransfer.dropEffect = 'copy'
          aimAt(eventPoint(event))
        },
        onDragLeave: (event: DragEvent) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) leave()
        },
        onDrop: (event: DragEvent) => {
          const kind = event.dataTransfer.getData(DRAG_TYPE)
          if (!isAddable(kind)) return
          event.preventDefault()
          putDown(kind, eventPoint(event))
          stores.view.getState().setPlacing(null)
          leave()
        },
      },
    }),
    [placing, stores, aimAt, leave, putDown],
  )
}

/** Buttons on the canvas keep working while something is about to be placed. */
const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.canvas-control') !== null
