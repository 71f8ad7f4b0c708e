import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
/** A call takes only so many arguments: a list of a large design, spread into one, overflows the stack. */
const SPREAD = /(?:\.(?:push|unshift|concat|fromCharCode|fromCodePoint)\(|Math\.(?:max|min)\((?:[^{]*, )?)\.\.\./

test('no list is spread into a call that takes any number of arguments', () => {
  expect('found.push(...more)').toMatch(SPREAD)
  expect('Math.max(0, ...rows.map((one) => one.length))').toMatch(SPREAD)
  expect('found.push({ ...one, place })').not.toMatch(SPREAD)
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.|testing\//.test(path),
  )
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((path) =>
    readFileSync(join(SRC, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        SPREAD.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  )
  expect(found).toEqual([])
})
