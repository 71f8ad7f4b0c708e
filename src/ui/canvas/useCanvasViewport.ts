import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { largest, smallest } from '../../core/base/index.ts'
import { type Box, bottomOf, measureDrawing, rightOf } from '../../core/layout/index.ts'
import type { ConstructId } from '../../core/model/index.ts'
import { useDesign, useStores, useView } from '../kit/useStore.ts'
import { fitBox, revealBox, type View } from './fitBox.ts'
import { MAP_SIZE } from './overlay/mapSize.ts'
import type { CanvasNode } from './projection/canvasNodes.ts'
import type { CanvasEdge } from './projection/projectEdges.ts'
import { type CanvasViewport, registerViewport } from './viewports.ts'

const GLIDE = 240
/** At this zoom names and values can be read. */
const READABLE = 0.75
/** The view is not changed for less than that. */
const CLEARLY = 1.15

const glide = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE)

/** Registers the viewport for the commands, fits it to every design that is opened, and brings into view what the page leads to. */
export function useCanvasViewport(isMapShown: boolean): CanvasViewport {
  const stores = useStores()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const internal = useStoreApi<CanvasNode, CanvasEdge>()
  const map = useRef<typeof MAP_SIZE | null>(null)
  map.current = isMapShown ? MAP_SIZE : null
  const viewport = useMemo((): CanvasViewport => {
    const boxesOf = (ids: readonly ConstructId[] | null): readonly Box[] => {
      const drawing = measureDrawing(stores.design.getState().design)
      if (ids) return ids.flatMap((id) => drawing.get(id)?.absolute ?? [])
      return [...drawing.values()].flatMap(({ parent, absolute }) => (parent === null ? [absolute] : []))
    }
    /** Where the zoom is on its way to: the next step goes on from there, not from half way. */
    let goal: number | null = null
    /** The view that one glides to, and until when. */
    let gliding = { view: flow.getViewport() as View, until: 0 }
    const show = (view: View, duration = glide()) => {
      gliding = { view, until: performance.now() + duration }
      void flow.setViewport(view, { duration })
    }
    const present = (): View => (performance.now() < gliding.until ? gliding.view : flow.getViewport())
    const fitted = (ids: readonly ConstructId[] | null): View => {
      const boxes = boxesOf(ids)
      return fitBox(around(boxes), boxes, internal.getState(), map.current)
    }
    return {
      fit: (ids, duration) => show(fitted(ids?.length ? ids : null), duration),
      zoomBy(factor) {
        const zoom = (goal ?? flow.getZoom()) * factor
        goal = zoom
        const duration = glide()
        void flow.zoomTo(zoom, { duration })
        window.setTimeout(() => {
          if (goal === zoom) goal = null
        }, duration)
      },
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: glide() }),
      showWay(ids) {
        const boxes = boxesOf(ids)
        if (boxes.length === 0) return
        const now = present()
        const way = around(boxes)
        const view = fitBox(way, boxes, internal.getState(), map.current, READABLE)
        const isSmall = now.zoom < READABLE && view.zoom > now.zoom * CLEARLY
        // all of the drawing would make the way smaller than it need be
        const next = isSmall ? view : revealBox(way, now, internal.getState(), null)
        if (next !== now) show(next)
      },
      reveal(...ids) {
        const boxes = boxesOf(ids)
        if (boxes.length === 0) return
        const now = present()
        const view = revealBox(around(boxes), now, internal.getState(), fitted(null))
        if (view !== now) show(view)
      },
      focus(id) {
        const { domNode } = internal.getState()
        const node = id === null ? domNode : domNode?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
        if (node instanceof HTMLElement) node.focus({ preventScroll: true })
      },
    }
  }, [stores, flow, internal])

  useEffect(() => registerViewport(stores, viewport), [stores, viewport])

  const opened = useDesign((state) => state.opened)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new document, which is what has to be fitted
  useEffect(() => {
    // once React Flow knows how large the canvas is
    const frame = requestAnimationFrame(() => viewport.fit(undefined, 0))
    return () => cancelAnimationFrame(frame)
  }, [opened, viewport])

  const focus = useView((state) => state.focus)
  useEffect(() => {
    if (focus) viewport.reveal(focus.construct)
  }, [focus, viewport])

  // what is selected anew takes the focus along from a construct that no longer is, or both would look selected
  const selection = useDesign((state) => state.selection)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const at = document.activeElement?.getAttribute('data-id')
      const isOnNode = document.activeElement?.classList.contains('react-flow__node')
      if (isOnNode && at && selection[0] !== undefined && !selection.includes(at)) viewport.focus(selection[0])
    })
    return () => cancelAnimationFrame(frame)
  }, [selection, viewport])
  return viewport
}

/** The least box round all of them. */
function around(boxes: readonly Box[]): Box {
  const x = smallest(boxes.map((box) => box.x))
  const y = smallest(boxes.map((box) => box.y))
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  return { x, y, width: largest(boxes.map(rightOf)) - x, height: largest(boxes.map(bottomOf)) - y }
}
