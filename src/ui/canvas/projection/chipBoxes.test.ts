import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chipBoxes } from './chipBoxes.ts'

it('draws interface chips side by side inside the subnet, however many and however narrow it is', () => {
  const size = fc.record({ width: fc.integer({ min: 220, max: 900 }), height: fc.integer({ min: 120, max: 400 }) })
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 40 }), (subnet, count) => {
      const boxes = chipBoxes(subnet, count)
      expect(boxes.length).toBeGreaterThan(0)
      expect(boxes.length).toBeLessThanOrEqual(count)
      for (const [i, { x, y, width, height }] of boxes.entries()) {
        expect(x + width).toBeLessThanOrEqual(subnet.width)
        expect(y + height).toBeLessThanOrEqual(subnet.height)
        expect(width).toBeGreaterThanOrEqual(24)
        if (i > 0) expect(x).toBeGreaterThan(boxes[i - 1]!.x + boxes[i - 1]!.width)
      }
    }),
  )
})
