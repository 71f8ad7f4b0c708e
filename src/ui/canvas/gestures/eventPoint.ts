import type { Point } from './findAt.ts'

type Pointing = Pick<MouseEvent, 'clientX' | 'clientY'> | Pick<TouchEvent, 'changedTouches'>

/** Where in the window a mouse, pointer or touch event is. */
export function eventPoint(event: Pointing): Point {
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
  return { x: clientX, y: clientY }
}
