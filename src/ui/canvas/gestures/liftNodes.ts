import type { Transform } from '@xyflow/react'
import type { Point } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'

/** Nodes that have been lifted off the canvas, to be carried as one picture. */
export interface Lifted {
  /** Puts the picture that far from where it was lifted; the viewport may have moved on. */
  moveBy(distance: Point, viewport: Transform): void
  putBack(): void
}

/**
 * Makes one picture of these nodes and the lines between them, and hides the originals: moving it costs one transform a frame, however
 * many nodes there are. Lines that lead elsewhere are hidden until it is put back.
 */
export function liftNodes(flow: HTMLElement, ids: ReadonlySet<ConstructId>, viewport: Transform): Lifted {
  const hidden: HTMLElement[] = []
  const picture = document.createElement('div')
  picture.className = 'lifted'
  picture.inert = true
  // scaled inside of what moves, or the browser draws it in full size first and shrinks the pixels
  const content = document.createElement('div')
  const [left, top, zoom] = viewport
  content.style.transform = `translate(${left}px, ${top}px) scale(${zoom})`
  picture.append(content)
  // not by opacity, which makes the browser sort a layer for each of them in every frame
  const hide = (element: HTMLElement) => {
    hidden.push(element)
    element.style.visibility = 'hidden'
  }
  for (const line of flow.querySelectorAll<SVGElement>('.react-flow__edge')) {
    const ends = (line.dataset.ends ?? '').split(' ')
    const inside = ends.filter((end) => ids.has(end)).length
    const drawing = line.parentElement
    if (inside === 0 || !drawing) continue
    if (inside === ends.length) content.append(drawing.cloneNode(true))
    hide(drawing)
  }
  for (const node of flow.querySelectorAll<HTMLElement>('.react-flow__node')) {
    if (!ids.has(node.dataset.id ?? '')) continue
    content.append(node.cloneNode(true))
    hide(node)
  }
  flow.append(picture)
  return {
    moveBy({ x, y }, [nowLeft, nowTop, nowZoom]) {
      picture.style.transform = `translate(${x * nowZoom + nowLeft - left}px, ${y * nowZoom + nowTop - top}px)`
    },
    putBack() {
      picture.remove()
      for (const element of hidden) element.style.visibility = ''
    },
  }
}
