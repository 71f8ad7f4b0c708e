import { expect, it } from 'vitest'
import { placeLabels } from './placeLabels.ts'

const across = (y: number, label = 'carries') => ({
  corners: [
    { x: 0, y },
    { x: 300, y },
    { x: 300, y: y + 20 },
  ],
  label,
})

it('a word stands in the middle of the longest stroke', () => {
  expect(placeLabels([across(0)], [])).toEqual([{ stroke: 1, share: 0.5 }])
})

it('words of lines that lie close do not lie over each other', () => {
  const places = placeLabels([across(0), across(4), across(8)], [])
  expect(new Set(places.map((place) => place?.share)).size).toBe(3)
  expect(places.every((place) => place !== null)).toBe(true)
})

it('a word keeps from under a tile, and is left out where it would only cover others', () => {
  expect(placeLabels([across(0)], [{ x: 120, y: -20, width: 60, height: 40 }])[0]!.share).not.toBe(0.5)
  const many = placeLabels(
    Array.from({ length: 9 }, () => across(0, 'a word as long as half of the line')),
    [],
  )
  expect(many.filter((place) => place !== null).length).toBeLessThan(4)
  expect(many.at(-1)).toBeNull()
})
