import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box, Point } from '../../../core/layout/index.ts'
import { createHeap } from './createHeap.ts'
import { strokeCost, type Terrain, withLine } from './lineCost.ts'
import { cornersOf } from './lineShape.ts'
import { routeLine } from './routeLine.ts'
import { searchWay } from './searchWay.ts'

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height })
const around = ({ x, y, width, height }: Box) => ({ xs: [x - 10, x + width + 10], ys: [y - 10, y + height + 10] })
const terrain = (...walls: readonly Box[]): Terrain => ({
  obstacles: walls.map((wall) => ({ box: wall, weight: 100 })),
  xs: walls.flatMap((wall) => around(wall).xs),
  ys: walls.flatMap((wall) => around(wall).ys),
})
const crosses = (corners: readonly Point[], wall: Box): boolean =>
  corners.some((end, i) => {
    const start = corners[i - 1]
    const bare = start ? strokeCost(start, end, []) : 0
    return start !== undefined && strokeCost(start, end, [{ box: wall, weight: 1 }]) > bare
  })

describe('searchWay', () => {
  const [from, to] = [box(0, 0), box(600, 0)]

  it('goes round a wall that no simple shape gets past', () => {
    // a pocket: the way has to leave it backwards
    const walls = [box(200, -200, 20, 440), box(-60, -200, 260, 20), box(-60, 220, 260, 20)]
    const ground = terrain(...walls)
    const simple = cornersOf(from, to, routeLine(from, to, ground))
    expect(walls.some((wall) => crosses(simple, wall))).toBe(true)
    const shape = routeLine(from, to, ground, searchWay)
    expect(shape.kind).toBe('round')
    const corners = cornersOf(from, to, shape)
    expect(walls.filter((wall) => crosses(corners, wall))).toEqual([])
  })

  it('leaves a free straight stroke as it is', () => {
    expect(routeLine(from, to, terrain(box(200, 100)), searchWay)).toEqual({ kind: 'straight' })
  })

  it('goes along when both ends move together, and gives way to a simple line when one is dragged off', () => {
    const shape = routeLine(from, to, terrain(box(200, -200, 20, 440)), searchWay)
    const by = (one: Box, x: number): Box => ({ ...one, x: one.x + x })
    const there = cornersOf(from, to, shape)
    expect(cornersOf(by(from, 40), by(to, 40), shape)).toEqual(there.map(({ x, y }) => ({ x: x + 40, y })))
    expect(cornersOf(by(from, 40), to, shape)).toEqual([
      { x: 140, y: 20 },
      { x: 600, y: 20 },
    ])
  })

  it('runs beside a line that is there already, not over it', () => {
    const first = cornersOf(from, to, routeLine(from, to, terrain(from, to), searchWay))
    const second = cornersOf(from, to, routeLine(from, to, withLine(terrain(from, to), first), searchWay))
    const overlap = crosses(second, { x: 120, y: first[0]!.y, width: 400, height: 0 })
    expect(overlap).toBe(false)
  })

  it('runs level and upright from outline to outline, whatever stands about', () => {
    const anyBox = fc.record({
      x: fc.integer({ min: -400, max: 400 }),
      y: fc.integer({ min: -400, max: 400 }),
      width: fc.integer({ min: 30, max: 200 }),
      height: fc.integer({ min: 30, max: 200 }),
    })
    const isOn = ({ x, y, width, height }: Box, at: Point): boolean =>
      ((at.x === x || at.x === x + width) && at.y >= y && at.y <= y + height) ||
      ((at.y === y || at.y === y + height) && at.x >= x && at.x <= x + width)
    fc.assert(
      fc.property(anyBox, anyBox, fc.array(anyBox, { maxLength: 6 }), (one, other, walls) => {
        const corners = searchWay(one, other, terrain(...walls), Number.POSITIVE_INFINITY)
        if (!corners) return
        expect(isOn(one, corners[0]!)).toBe(true)
        expect(isOn(other, corners.at(-1)!)).toBe(true)
        for (const [i, { x, y }] of corners.entries()) {
          const before = corners[i - 1]
          if (before) expect(x === before.x || y === before.y).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('a heap gives back the least first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = createHeap<number>((one) => one)
      for (const one of numbers) heap.add(one)
      expect(numbers.map(() => heap.take())).toEqual([...numbers].sort((a, b) => a - b))
      expect(heap.take()).toBeNull()
    }),
  )
})
