import { expect, test } from 'vitest'
import { differenceFrom } from './differenceFrom.ts'
import { type Observation, readObservations } from './readObservations.ts'

const seen = (outcome: Observation['outcome']): Observation => ({ id: 'r', at: '', outcome, detail: 'x' })

test('lines are read, and one that is none is said by its number and costs itself alone', () => {
  const text = [
    '{"id":"a","at":"2026-01-01T00:00:00Z","outcome":"succeeds","detail":"200"}',
    '',
    'nonsense',
    '{"id":"b","outcome":"fine"}',
    '{"outcome":"succeeds"}',
    '{"id":"c","outcome":"connection-refused"}',
  ].join('\r\n')
  const { observations, bad } = readObservations(text)
  expect(observations.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'succeeds'],
    ['c', 'connection-refused'],
  ])
  expect(bad.map(({ line, message }) => [line, message.slice(0, 20)])).toEqual([
    [3, 'it is not JSON'],
    [4, '“outcome” must be on'],
    [5, '“id” is missing: the'],
  ])
})
test.each([
  ['succeeds', null, 'succeeds', true],
  ['succeeds', null, 'connection-times-out', false],
  ['fails', 'connection-times-out', 'connection-times-out', true],
  ['fails', 'connection-times-out', 'connection-refused', false],
  ['fails', 'connection-times-out', 'succeeds', false],
  ['fails', null, 'access-denied', true],
  ['partly', 'connection-times-out', 'succeeds', true],
  ['partly', 'connection-times-out', 'connection-times-out', true],
  ['partly', 'connection-times-out', 'name-not-found', false],
  ['cannot-tell', null, 'succeeds', true],
  ['fails', 'connection-times-out', 'not-tried', true],
] as const)('a verdict %s (%s) and %s agree: %s', (kind, symptom, outcome, agrees) => {
  const difference = differenceFrom({ kind, symptom }, seen(outcome))
  expect(difference === null).toBe(agrees)
  if (difference !== null) expect(difference).toContain('seen was')
})
