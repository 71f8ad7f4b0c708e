import { expect, it } from 'vitest'
import type { Finding, Severity } from '../../../core/checks/index.ts'
import { findingMarks } from './findingMarks.ts'

const finding = (severity: Severity, ...constructs: [string, ...string[]]): Finding => {
  const [first, ...rest] = constructs.map((construct) => ({ construct, path: [] }))
  const at = [first!, ...rest] as const
  return { check: 'a', severity, title: '', at, message: '', awsError: null, learnMore: '', fixes: [] }
}

it('counts findings at the place they lead to, and keeps the gravest', () => {
  const marks = findingMarks([finding('advice', 'a', 'b'), finding('error', 'a'), finding('warning', 'a')])
  expect([...marks]).toEqual([['a', { count: 3, severity: 'error' }]])
})
