import { type Box, NODE_SIZES, type Size } from '../../../core/layout/index.ts'

const GAP = 6
const WIDEST = 180
const NARROWEST = 28
const HEIGHT = 24
const FOOT = 10

/** Where the interface chips of a subnet of that size are drawn, relative to it; those that do not fit are left out. */
export function chipBoxes({ width, height }: Size, count: number): readonly Box[] {
  const room = width - NODE_SIZES.pad * 2
  const most = Math.max(1, Math.floor((room + GAP) / (NARROWEST + GAP)))
  const drawn = Math.min(count, most)
  const each = Math.min(WIDEST, Math.floor((room - GAP * (drawn - 1)) / Math.max(1, drawn)))
  return Array.from({ length: drawn }, (_, i) => ({
    x: NODE_SIZES.pad + i * (each + GAP),
    y: height - FOOT - HEIGHT,
    width: each,
    height: HEIGHT,
  }))
}
