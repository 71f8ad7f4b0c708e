import type { Point } from '../../../core/layout/index.ts'

/** Where in the window a mouse, pointer or touch event is. */
export function eventPoint(event: object): Point {
  const touches = (event as Partial<TouchEvent>).changedTouches
  const { clientX, clientY } = touches?.[0] ?? (event as MouseEvent)
  return { x: clientX, y: clientY }
}
