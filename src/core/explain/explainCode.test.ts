import { expect, it } from 'vitest'
import { CODES, type Code } from '../sim/codes.ts'
import { explainCode } from './explainCode.ts'

const codes = Object.keys(CODES) as Code[]

it.each(codes)('says what %s means and, where it stands in the way, what to change', (code) => {
  const { title, meaning, remedy, source } = explainCode(code)
  expect(title).toMatch(/^[A-Z].*[^.]$/)
  expect(meaning).toMatch(/^[A-Z].*\.$/)
  expect(source).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//)
  if (CODES[code].kind === 'blocker') expect(remedy).toMatch(/^[A-Z].*\.$/)
  else expect(remedy).toBeNull()
})

it('has a title of its own for every code', () => {
  expect(new Set(codes.map((code) => explainCode(code).title)).size).toBe(codes.length)
})
