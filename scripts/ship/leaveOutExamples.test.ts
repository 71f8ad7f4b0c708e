import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checks } from '../../src/core/checks/checks.ts'
import { withoutExamples } from './leaveOutExamples.ts'

const FOLDER = join(import.meta.dirname, '../../src/core/checks')

test('the designs of every check stay out of the build, and nothing else does', () => {
  const cut = readdirSync(FOLDER).filter((file) => {
    if (!/^[\w-]+\.ts$/.test(file)) return false
    const code = readFileSync(join(FOLDER, file), 'utf8')
    const rest = withoutExamples(file, code)
    if (rest === null) return false
    expect(rest).not.toMatch(/^ {2}examples:/m)
    expect(rest).toMatch(/^ {2}id: '[\w-]+',$/m)
    return true
  })
  expect(cut.map((file) => file.replace('.ts', '')).sort()).toEqual(checks.map(({ id }) => id).sort())
})
