import { expect, test } from 'vitest'
import { different, ok, skipped } from './outcome.ts'
import { printTable } from './printTable.ts'

test('the table says every step of every design, and below it what differs and why something was skipped', () => {
  const text = printTable([
    {
      name: 'one',
      steps: new Map([
        ['scripts: again', ok()],
        ['cfn-lint', different('E1: wrong')],
      ]),
    },
    { name: 'other', steps: new Map([['stacks', skipped('moto has no such thing')]]) },
  ])
  expect(text.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^design +cfn-lint +scripts: again +stacks$/),
    expect.stringMatching(/^one +DIFFERENT +ok +-$/),
    expect.stringMatching(/^other +- +- +skipped$/),
  ])
  expect(text).toContain('skipped: moto has no such thing\n  other (stacks)')
  expect(text).toContain('one, cfn-lint:\n  E1: wrong')
})
