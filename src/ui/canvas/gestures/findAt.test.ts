import { describe, expect, it } from 'vitest'
import { measureDrawing } from '../../../core/layout/index.ts'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import { findAt } from './findAt.ts'

describe('findAt', () => {
  const drawing = measureDrawing(kinesisDesign())
  const middle = (id: string) => {
    const { x, y, width, height } = drawing.get(id)!.absolute
    return { x: x + width / 2, y: y + height / 2 }
  }

  it('finds the innermost construct', () => {
    expect(findAt(drawing, middle('worker'))).toBe('worker')
    expect(findAt(drawing, middle('back-b'))).toBe('back-b')
  })

  it('looks through what is being dragged', () => {
    expect(findAt(drawing, middle('worker'), new Set(['worker']))).toBe('back-a')
    expect(findAt(drawing, middle('worker'), new Set(['worker', 'back-a', 'us-east-1a']))).toBe('vpc')
  })

  it('finds nothing on the open canvas', () => {
    expect(findAt(drawing, { x: -500, y: -500 })).toBeNull()
  })
})
