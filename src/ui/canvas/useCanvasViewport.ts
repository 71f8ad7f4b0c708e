import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'
import { measureDrawing } from '../../core/layout/index.ts'
import { useDesign, useStores, useView } from '../kit/useStore.ts'
import type { CanvasNode } from './projection/canvasNodes.ts'
import type { CanvasEdge } from './projection/projectEdges.ts'
import { type CanvasViewport, registerViewport } from './viewports.ts'

/** Room round what is fitted; below it stands the zoom bar. */
const PADDING = { top: '28px', left: '28px', right: '28px', bottom: '64px' } as const
/** Share of the view that stays free round what is brought into it. */
const MARGIN = 0.08
/** A small design is not blown up to fill the screen. */
const MOST_FITTED = 1.1
const GLIDE = 240

const glide = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE)

/** Registers the viewport for the commands, fits it to every design that is opened, and brings into view what the page leads to. */
export function useCanvasViewport(): CanvasViewport {
  const stores = useStores()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const internal = useStoreApi<CanvasNode, CanvasEdge>()
  const viewport = useMemo((): CanvasViewport => {
    const areaOf = (id: string) => measureDrawing(stores.design.getState().design).get(id)?.absolute
    return {
      fit(ids) {
        const nodes = ids?.length ? { nodes: ids.map((id) => ({ id })) } : {}
        void flow.fitView({ padding: PADDING, maxZoom: MOST_FITTED, duration: glide(), ...nodes })
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: glide() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: glide() }),
      reveal(id) {
        const area = areaOf(id)
        if (!area) return
        const { width, height, transform } = internal.getState()
        const [x, y, zoom] = transform
        const left = area.x * zoom + x
        const top = area.y * zoom + y
        const fits = left >= 0 && top >= 0 && left + area.width * zoom <= width && top + area.height * zoom <= height
        const covers = left <= 0 && top <= 0 && left + area.width * zoom >= width && top + area.height * zoom >= height
        if (fits || covers) return
        const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
        const most = Math.min(width / area.width, height / area.height) * (1 - MARGIN * 2)
        void flow.setCenter(middle.x, middle.y, { zoom: Math.min(Math.max(zoom, 0.6), most), duration: glide() })
      },
      focus(id) {
        internal
          .getState()
          .domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus()
      },
    }
  }, [stores, flow, internal])

  useEffect(() => registerViewport(stores, viewport), [stores, viewport])

  const opened = useDesign((state) => state.opened)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is a new document, which is what has to be fitted
  useEffect(() => {
    // after React Flow has taken over the new nodes
    const frame = requestAnimationFrame(() => void flow.fitView({ padding: PADDING, maxZoom: MOST_FITTED }))
    return () => cancelAnimationFrame(frame)
  }, [opened, flow])

  const focus = useView((state) => state.focus)
  useEffect(() => {
    if (focus) viewport.reveal(focus.construct)
  }, [focus, viewport])
  return viewport
}
