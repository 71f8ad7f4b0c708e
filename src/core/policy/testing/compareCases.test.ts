import { describe, expect, test } from 'vitest'
import { compareCases } from './compareCases.ts'

/** More and others: `npm run policies -- --cases 100000 --seed 5000`. */
const CASES = 1000

describe('the policies of random cases', () => {
  const found = compareCases(1, CASES)

  test('are answered as a second, plain evaluator answers them', () => {
    expect(found.differences.slice(0, 3)).toEqual([])
    expect(found.tooMany).toBe(0)
  })

  test.each(['allowed', 'implicit-deny', 'explicit-deny', 'cannot-tell'])(
    'are %s often enough to mean something',
    (kind) => {
      expect(found.verdicts[kind]).toBeGreaterThan(CASES * 0.05)
    },
  )

  test('are left open where no value decides in one in a hundred at most', () => {
    expect(found.careful).toBeLessThan(CASES * 0.01)
  })
})
