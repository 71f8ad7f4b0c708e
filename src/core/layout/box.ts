/** A rectangle on the canvas or within a container. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Size = Pick<Box, 'width' | 'height'>

export const rightOf = (box: Box): number => box.x + box.width
export const bottomOf = (box: Box): number => box.y + box.height

/** Whether two boxes share area, or come closer than `distance`. */
export const overlaps = (a: Box, b: Box, distance = 0): boolean =>
  a.x < rightOf(b) + distance &&
  b.x < rightOf(a) + distance &&
  a.y < bottomOf(b) + distance &&
  b.y < bottomOf(a) + distance

/** Right and bottom edge of the boxes; 0 where there are none. */
export function extentOf(boxes: Iterable<Box>): { readonly right: number; readonly bottom: number } {
  let right = 0
  let bottom = 0
  for (const box of boxes) {
    right = Math.max(right, rightOf(box))
    bottom = Math.max(bottom, bottomOf(box))
  }
  return { right, bottom }
}
