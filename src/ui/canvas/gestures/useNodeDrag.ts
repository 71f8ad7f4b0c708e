import { type NodeChange, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { measureDrawing, type Point } from '../../../core/layout/index.ts'
import { type ConstructId, parentOf, subtreeOf } from '../../../core/model/index.ts'
import { withPart } from '../../../state/parts.ts'
import { planning } from '../../constructs/index.ts'
import { useStores } from '../../kit/useStore.ts'
import type { CanvasNode } from '../projection/canvasNodes.ts'
import { eventPoint } from './eventPoint.ts'
import { findAt } from './findAt.ts'
import { type Lifted, liftNodes } from './liftNodes.ts'
import type { AimControl } from './useAim.ts'

/** Where nodes are while they are dragged, before anything is decided. */
export type DragSpots = ReadonlyMap<ConstructId, Point>

interface Drag {
  readonly ids: readonly ConstructId[]
  readonly except: ReadonlySet<ConstructId>
  /** Set in large designs, where the nodes themselves stay until they are let go. */
  readonly lifted: Lifted | null
  spots: DragSpots
  target: ConstructId | null | undefined
}

/** In designs with more constructs, what is dragged is lifted off the canvas as one picture. */
const MOST_LIVE = 250

/** Dragging: React Flow moves the nodes, and letting go becomes one step of the design, or nothing. */
export function useNodeDrag({ show, follow, clear }: AimControl) {
  const stores = useStores()
  const { screenToFlowPosition } = useReactFlow()
  const internal = useStoreApi<CanvasNode>()
  const drag = useRef<Drag | null>(null)
  const [spots, setSpots] = useState<DragSpots | null>(null)

  const [isDragging, setDragging] = useState(false)

  const end = useCallback(() => {
    drag.current?.lifted?.putBack()
    drag.current = null
    setDragging(false)
    setSpots(null)
    clear()
  }, [clear])

  useEffect(() => {
    if (!isDragging) return
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end()
    }
    window.addEventListener('keydown', cancel, { capture: true })
    return () => window.removeEventListener('keydown', cancel, { capture: true })
  }, [isDragging, end])

  const begin = useCallback(
    (nodes: readonly CanvasNode[]) => {
      const { design } = stores.design.getState()
      const ids = nodes.map(({ id }) => id)
      const except = new Set(ids.flatMap((id) => subtreeOf(design, id)))
      const { domNode } = internal.getState()
      const isLarge = Object.keys(design.constructs).length > MOST_LIVE
      const lifted = isLarge && domNode ? liftNodes(domNode, except, internal.getState().transform) : null
      drag.current = { ids, except, lifted, spots: new Map(), target: undefined }
      setDragging(true)
    },
    [stores, internal],
  )

  /** Takes over positions that React Flow proposes; true when the change belongs to a drag. */
  const takeChange = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const current = drag.current
      const moved = new Map<ConstructId, Point>()
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position) moved.set(change.id, change.position)
      if (!current || moved.size === 0) return
      current.spots = moved
      if (!current.lifted) return setSpots(moved)
      const [[id, spot]] = moved as unknown as [[ConstructId, Point]]
      const { x, y } = measureDrawing(stores.design.getState().design).get(id)!.box
      current.lifted.moveBy({ x: spot.x - x, y: spot.y - y }, internal.getState().transform)
    },
    [stores, internal],
  )

  const onDrag = useCallback(
    (event: object) => {
      const current = drag.current
      if (!current) return
      const { design } = stores.design.getState()
      const pointer = eventPoint(event)
      const point = screenToFlowPosition(pointer, { snapToGrid: false })
      const target = findAt(measureDrawing(design), point, current.except)
      if (target === current.target) return follow(pointer)
      current.target = target
      withPart(stores, planning, ({ describeDrop, dropTarget }) => {
        if (drag.current !== current || current.target !== target) return
        const drops = current.ids.map((id) => ({ id, ...describeDrop(design, { id }, dropTarget(design, id, target)) }))
        const refused = drops.find(({ ok }) => !ok)
        const moving = drops.find(({ id, parent }) => parent !== parentOf(design, id))
        if (refused) show({ ok: false, sentence: refused.sentence, lit: null }, pointer)
        else if (moving) show({ ok: true, sentence: moving.sentence, lit: moving.parent }, pointer)
        else clear()
      })
    },
    [stores, screenToFlowPosition, show, follow, clear],
  )

  const onDragStop = useCallback(() => {
    const current = drag.current
    end()
    if (!current || current.spots.size === 0) return
    withPart(stores, planning, ({ planMoveTo }) => {
      const { design, apply } = stores.design.getState()
      const drawing = measureDrawing(design)
      const absolute = new Map(
        [...current.spots].map(([id, { x, y }]) => {
          const origin = drawing.get(drawing.get(id)?.parent ?? '')?.absolute ?? { x: 0, y: 0 }
          return [id, { x: origin.x + x, y: origin.y + y }]
        }),
      )
      const plan = planMoveTo(design, absolute, current.target ?? null)
      if (plan.ok) apply(plan.label, plan.edits)
      else stores.view.getState().say(plan.sentence, 'error')
    })
  }, [stores, end])

  return useMemo(
    () => ({
      spots,
      takeChange,
      onDragStart: (_event: unknown, _node: unknown, nodes: CanvasNode[]) => begin(nodes),
      onDrag,
      onDragStop,
      onSelectionDragStart: (_event: unknown, nodes: CanvasNode[]) => begin(nodes),
      onSelectionDrag: onDrag,
      isDragging,
    }),
    [spots, isDragging, takeChange, begin, onDrag, onDragStop],
  )
}
