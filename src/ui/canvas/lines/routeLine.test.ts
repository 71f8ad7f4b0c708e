import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../core/layout/index.ts'
import { drawLine, labelSpot } from './drawLine.ts'
import { cornersOf } from './lineShape.ts'
import { routeLine } from './routeLine.ts'
import { shapesBetween } from './shapesBetween.ts'

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height })
const anyBox = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  width: fc.integer({ min: 20, max: 300 }),
  height: fc.integer({ min: 20, max: 300 }),
})
const isOnOutline = ({ x, y, width, height }: Box, at: { x: number; y: number }): boolean =>
  ((at.x === x || at.x === x + width) && at.y >= y && at.y <= y + height) ||
  ((at.y === y || at.y === y + height) && at.x >= x && at.x <= x + width)

describe('lines between boxes', () => {
  it('run level and upright from outline to outline', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (from, to) => {
        for (const shape of shapesBetween(from, to, [0, 400], [0, 400])) {
          const corners = cornersOf(from, to, shape)
          expect(isOnOutline(from, corners[0]!)).toBe(true)
          expect(isOnOutline(to, corners.at(-1)!)).toBe(true)
          for (const [i, { x, y }] of corners.entries()) {
            const before = corners[i - 1]
            if (before) expect(x === before.x || y === before.y).toBe(true)
          }
        }
      }),
    )
  })

  it('are one stroke where the sides face each other', () => {
    expect(cornersOf(box(0, 0), box(300, 10), { kind: 'straight' })).toEqual([
      { x: 100, y: 25 },
      { x: 300, y: 25 },
    ])
  })

  it('go round what stands between', () => {
    const [from, to] = [box(0, 0), box(600, 200)]
    const wall = box(330, -100, 40, 240)
    const crosses = (shape: ReturnType<typeof routeLine>) => {
      const corners = cornersOf(from, to, shape)
      return corners.some((end, i) => {
        const start = corners[i - 1]
        if (!start) return false
        const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
        const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
        return left < 370 && right > 330 && top < 140 && bottom > -100
      })
    }
    const open = { obstacles: [], xs: [200], ys: [] }
    expect(crosses(routeLine(from, to, open))).toBe(true)
    expect(crosses(routeLine(from, to, { ...open, obstacles: [{ box: wall, weight: 2000 }] }))).toBe(false)
  })

  it('leave the straight way only where something stands in it', () => {
    const [from, to] = [box(0, 0), box(0, 300)]
    const open = { obstacles: [], xs: [120], ys: [] }
    expect(routeLine(from, to, open)).toEqual({ kind: 'straight' })
    const between = { box: box(-10, 150), weight: 2000 }
    expect(routeLine(from, to, { ...open, obstacles: [between] })).toEqual({ kind: 'upright', x: 120 })
  })

  it('are drawn with rounded corners and a word on the longest stroke', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 200 },
    ]
    expect(drawLine(corners)).toBe('M0 0L42 0Q50 0 50 8L50 200')
    expect(labelSpot(corners)).toEqual({ x: 50, y: 100 })
  })
})
