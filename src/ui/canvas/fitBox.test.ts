import { describe, expect, it } from 'vitest'
import type { Box } from '../../core/layout/index.ts'
import { fitBox, revealBox, type View } from './fitBox.ts'

const room = { width: 800, height: 700 }
const map = { width: 150, height: 96 }
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })
const seen = ({ x, y, width, height }: Box, view: View) => ({
  left: x * view.zoom + view.x,
  top: y * view.zoom + view.y,
  right: (x + width) * view.zoom + view.x,
  bottom: (y + height) * view.zoom + view.y,
})

describe('fitBox', () => {
  it('shows all of it, and no small design larger than life', () => {
    const big = box(-300, 40, 3000, 900)
    const { left, top, right, bottom } = seen(big, fitBox(big, [big], room, null))
    expect([left, top].every((edge) => edge >= 28)).toBe(true)
    expect(right).toBeLessThanOrEqual(772)
    expect(bottom).toBeLessThanOrEqual(636)
    expect(fitBox(box(0, 0, 100, 40), [], room, null).zoom).toBe(1.1)
  })

  it('keeps what is drawn from under the map', () => {
    const square = box(0, 0, 1200, 1000)
    const covered = seen(square, fitBox(square, [square], room, null))
    expect(covered.right > 630 && covered.bottom > 580).toBe(true)
    const { right, bottom } = seen(square, fitBox(square, [square], room, map))
    expect(right <= 640 || bottom <= 590).toBe(true)
  })

  it('minds the map only where something is drawn in that corner', () => {
    const square = box(0, 0, 1200, 1000)
    const parts = [box(0, 0, 1200, 300), box(0, 0, 300, 1000)]
    expect(fitBox(square, parts, room, map)).toEqual(fitBox(square, parts, room, null))
  })
})

describe('revealBox', () => {
  const near: View = { x: 0, y: 0, zoom: 1 }
  const far: View = { x: 0, y: 0, zoom: 0.3 }

  it('leaves the view alone where the box is in it, or fills it', () => {
    expect(revealBox(box(100, 100, 200, 100), near, room, far)).toBe(near)
    expect(revealBox(box(-900, -900, 5000, 5000), near, room, far)).toBe(near)
  })

  it('moves no further than it takes, and keeps the zoom', () => {
    const view = revealBox(box(900, 100, 200, 100), near, room, far)
    expect(view).toEqual({ x: -328, y: 0, zoom: 1 })
  })

  it('shows the whole drawing where that is nearly as large', () => {
    const whole: View = { x: 5, y: 6, zoom: 0.8 }
    expect(revealBox(box(900, 100, 200, 100), near, room, whole)).toBe(whole)
  })

  it('comes closer only where the zoom is too small to read, and goes back where the box is too large', () => {
    expect(revealBox(box(9000, 100, 200, 100), { x: 0, y: 0, zoom: 0.1 }, room, { ...far, zoom: 0.05 }).zoom).toBe(0.35)
    expect(revealBox(box(900, 100, 1600, 100), near, room, far).zoom).toBeLessThan(1)
  })
})
