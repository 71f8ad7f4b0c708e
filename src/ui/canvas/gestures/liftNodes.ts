import type { Point } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'

/** Nodes that have been lifted off the canvas, to be carried as one picture. */
export interface Lifted {
  moveBy(distance: Point): void
  putBack(): void
}

/**
 * Makes one picture of these nodes and the lines between them, and hides the originals: moving it costs one transform a frame, however
 * many nodes there are. Lines that lead elsewhere are hidden until it is put back.
 */
export function liftNodes(canvas: HTMLElement, ids: ReadonlySet<ConstructId>): Lifted | null {
  const viewport = canvas.querySelector('.react-flow__viewport')
  if (!viewport) return null
  const hidden: HTMLElement[] = []
  const picture = document.createElement('div')
  picture.className = 'lifted'
  picture.inert = true
  // not by opacity, which makes the browser sort a layer for each of them in every frame
  const hide = (element: HTMLElement) => {
    hidden.push(element)
    element.style.visibility = 'hidden'
  }
  for (const line of viewport.querySelectorAll<SVGElement>('.react-flow__edge')) {
    const ends = (line.dataset.ends ?? '').split(' ')
    const inside = ends.filter((end) => ids.has(end)).length
    const drawing = line.parentElement
    if (inside === 0 || !drawing) continue
    if (inside === ends.length) picture.append(drawing.cloneNode(true))
    hide(drawing)
  }
  for (const node of viewport.querySelectorAll<HTMLElement>('.react-flow__node')) {
    if (!ids.has(node.dataset.id ?? '')) continue
    picture.append(node.cloneNode(true))
    hide(node)
  }
  viewport.append(picture)
  return {
    moveBy({ x, y }) {
      picture.style.transform = `translate(${x}px, ${y}px)`
    },
    putBack() {
      picture.remove()
      for (const element of hidden) element.style.visibility = ''
    },
  }
}
