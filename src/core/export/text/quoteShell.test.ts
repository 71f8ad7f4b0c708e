import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOSTILE_NAMES } from '../testing/exampleDesigns.ts'
import { quoteShell } from './quoteShell.ts'

const words = (script: string): string[] => {
  const { stdout, stderr } = spawnSync('bash', ['-c', `printf '%s\\0' ${script}`], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\0').slice(0, -1)
}

test('bash reads back every text, whatever is in it', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((one) => !one.includes('\0'))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
      expect(words(texts.map(quoteShell).join(' '))).toEqual(texts)
    }),
    { numRuns: 20 },
  )
})

test('also names made to break out', () => {
  expect(words(HOSTILE_NAMES.map(quoteShell).join(' '))).toEqual([...HOSTILE_NAMES])
})

test('plain words stay bare', () => {
  expect(
    ['10.0.0.0/16', 'com.amazonaws.us-east-1.s3', 'Name=state,Values=pending', '', 'a b'].map(quoteShell).join(' '),
  ).toBe("10.0.0.0/16 com.amazonaws.us-east-1.s3 Name=state,Values=pending '' 'a b'")
})
