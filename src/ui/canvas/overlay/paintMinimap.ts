import type { Box, Drawing, Size } from '../../../core/layout/index.ts'
import { type Design, definitions } from '../../../core/model/index.ts'
import { kindColour } from '../../constructs/index.ts'
import type { Highlights } from '../projection/highlightsFor.ts'

/** How canvas coordinates become those of the map. */
export interface MapScale {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const MARGIN = 8

/** The box round everything that is drawn. */
export function boundsOf(drawing: Drawing): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { absolute, depth } of drawing.values()) {
    if (depth > 0) continue
    left = Math.min(left, absolute.x)
    top = Math.min(top, absolute.y)
    right = Math.max(right, absolute.x + absolute.width)
    bottom = Math.max(bottom, absolute.y + absolute.height)
  }
  return drawing.size === 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Fits the bounds into the map, in the middle of it. */
export function mapOf(bounds: Box, size: Size): MapScale {
  const scale = Math.min((size.width - MARGIN * 2) / bounds.width, (size.height - MARGIN * 2) / bounds.height)
  return {
    scale,
    x: (size.width - bounds.width * scale) / 2 - bounds.x * scale,
    y: (size.height - bounds.height * scale) / 2 - bounds.y * scale,
  }
}

/** Paints containers as outlines and leaves as dots of their colour; what the request passed is filled. */
export function paintMinimap(
  canvas: HTMLCanvasElement,
  design: Design,
  drawing: Drawing,
  { x, y, scale }: MapScale,
  highlights: Highlights | null,
): void {
  const brush = canvas.getContext('2d')
  if (!brush) return
  const density = window.devicePixelRatio || 1
  canvas.width = canvas.clientWidth * density
  canvas.height = canvas.clientHeight * density
  brush.setTransform(density, 0, 0, density, 0, 0)
  const styles = getComputedStyle(canvas)
  const colours = new Map<string, string>()
  const colourOf = (value: string): string => {
    const known = colours.get(value)
    if (known) return known
    const name = /--[\w-]+/.exec(value)?.[0]
    const colour = name ? styles.getPropertyValue(name).trim() : value
    colours.set(value, colour)
    return colour
  }
  brush.lineWidth = 1
  for (const [id, { absolute }] of drawing) {
    const { kind } = design.constructs[id]!
    const light = highlights?.lights.get(id)
    brush.strokeStyle = brush.fillStyle = colourOf(
      light?.state === 'refused'
        ? 'var(--bad)'
        : light && light.state !== 'consulted'
          ? 'var(--accent)'
          : kindColour(kind),
    )
    const [left, top] = [x + absolute.x * scale, y + absolute.y * scale]
    const [width, height] = [Math.max(1.5, absolute.width * scale), Math.max(1.5, absolute.height * scale)]
    brush.globalAlpha = light ? 1 : definitions[kind].container ? 0.5 : 0.45
    if (definitions[kind].container) brush.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1)
    else brush.fillRect(left, top, width, height)
  }
  brush.globalAlpha = 1
}
