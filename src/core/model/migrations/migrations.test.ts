import { expect, test } from 'vitest'
import { VERSION } from '../design.ts'
import { type Lift, liftDocument, lifts } from './liftDocument.ts'

test('there is a step from every version to the next', () => {
  expect([...lifts.keys()].sort()).toEqual(Array.from({ length: VERSION - 1 }, (_, i) => i + 1))
})

test('a document is lifted step by step', () => {
  const steps = new Map<number, Lift>([
    [1, (document) => ({ ...document, title: 'named' })],
    [2, ({ title, ...rest }) => ({ ...rest, heading: title })],
  ])
  expect(liftDocument({ version: 1, constructs: [] }, 1, 3, steps)).toEqual({
    version: 3,
    constructs: [],
    heading: 'named',
  })
  expect(liftDocument({ version: 2, title: 'x' }, 2, 3, steps)).toEqual({ version: 3, heading: 'x' })
  const current = { version: 3 }
  expect(liftDocument(current, 3, 3, steps)).toBe(current)
})

test('a missing step is an error, not a silent skip', () => {
  expect(() => liftDocument({ version: 1 }, 1, 3, new Map())).toThrow('from version 1 to 2')
})
