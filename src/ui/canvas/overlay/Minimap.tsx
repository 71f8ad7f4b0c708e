import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { measureDrawing } from '../../../core/layout/index.ts'
import { useDesign, useView } from '../../kit/useStore.ts'
import type { Highlights } from '../projection/highlightsFor.ts'
import { MAP_SIZE } from './mapSize.ts'
import { boundsOf, mapOf, paintMinimap } from './paintMinimap.ts'

/** Smaller designs are in view anyway. */
const LEAST = 4

/**
 * The whole drawing in small, with a frame round what is in view; press or drag to go there. It is painted once for each state of the
 * design and stands still while something is dragged, so that dragging costs nothing here.
 */
export function Minimap({ highlights }: { readonly highlights: Highlights | null }) {
  const design = useDesign((state) => state.design)
  const theme = useView((state) => state.theme)
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const drawing = useMemo(() => measureDrawing(design), [design])
  const map = useMemo(() => mapOf(boundsOf(drawing), MAP_SIZE), [drawing])
  const { setCenter, getZoom } = useReactFlow()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    // the theme's class is on the page only after this round of effects
    const frame = requestAnimationFrame(
      () => canvas.current && paintMinimap(canvas.current, design, drawing, map, highlights),
    )
    return () => cancelAnimationFrame(frame)
  }, [design, drawing, map, highlights, theme])

  if (drawing.size < LEAST) return null
  const go = (event: PointerEvent<HTMLElement>) => {
    const room = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - room.left - map.x) / map.scale
    const y = (event.clientY - room.top - map.y) / map.scale
    void setCenter(x, y, { zoom: getZoom() })
  }
  return (
    <div
      className="minimap canvas-control"
      role="img"
      aria-label="Map of the whole design"
      style={MAP_SIZE}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      <canvas ref={canvas} style={MAP_SIZE} />
      <Frame map={map} />
    </div>
  )
}

/** What of the drawing is in view. It follows the viewport without React. */
function Frame({ map }: { readonly map: ReturnType<typeof mapOf> }) {
  const frame = useRef<HTMLDivElement | null>(null)
  const store = useStoreApi()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  useEffect(() => {
    let last: unknown = null
    const follow = () => {
      const { transform } = store.getState()
      if (transform === last || !frame.current) return
      last = transform
      const [x, y, zoom] = transform
      const { style } = frame.current
      style.transform = `translate(${map.x + (-x / zoom) * map.scale}px, ${map.y + (-y / zoom) * map.scale}px)`
      style.width = `${(width / zoom) * map.scale}px`
      style.height = `${(height / zoom) * map.scale}px`
    }
    follow()
    return store.subscribe(follow)
  }, [store, map, width, height])
  return <div ref={frame} className="minimap-frame" />
}
