import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CASES, readCases } from './testing/readCases.ts'

const cases = readCases()
const ledger = readFileSync(join(CASES, '../../../../docs/modelled.md'), 'utf8')
const rows = ledger.split('\n').filter((line) => /^\| .* \| (simulated|simplified|not modelled) \|/.test(line))
/** Cases stand in the last column, each in back ticks, without the ending. */
const named = rows.flatMap((row) =>
  [
    ...row
      .split('|')
      .at(-2)!
      .matchAll(/`([^`]+)`/g),
  ].map((match) => match[1]!),
)

it('has rows of all three kinds, each with its source', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  for (const kind of ['simulated', 'simplified', 'not modelled'])
    expect(rows.some((row) => row.includes(`| ${kind} |`))).toBe(true)
  expect(rows.filter((row) => row.split('|').length !== 6 || row.split('|')[3]!.trim() === '')).toEqual([])
})

it('names cases that exist, at least one for everything that is simulated', () => {
  expect(named.length).toBeGreaterThanOrEqual(60)
  expect(named.filter((name) => !cases.has(`${name}.json`))).toEqual([])
  expect(rows.filter((row) => row.includes('| simulated |') && !/`[^`]+` *\|$/.test(row))).toEqual([])
})

it('leaves no case unnamed, but for variants of others', () => {
  const explained = [...cases].filter(([, one]) => one.base === undefined).map(([file]) => file.replace(/\.json$/, ''))
  const open = explained.filter((file) => !named.includes(file))
  expect(open).toEqual([])
})
