import { expect, test } from 'vitest'
import type { SavedRequest } from '../model/design.ts'
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
    [3, 'it is not JSON, and '],
    [4, '“outcome” must be on'],
    [5, '“id” is missing: the'],
  ])
})

const saved = (id: string, name: string): SavedRequest => ({
  id,
  name,
  request: { from: 'a', to: 'b', protocol: 'tcp', port: 443 },
  expect: null,
})
/** As `judge` of verify.sh prints it. */
const row = (...[word, name, expected, outcome, detail]: readonly string[]) =>
  `${word!.padEnd(10)} ${name!.padEnd(40)} ${expected!.padEnd(24)} ${outcome!.padEnd(24)} ${detail}`

test('rows of the table are read by the names of the requests, and its heading and its end are no results', () => {
  const long = 'the reporting job to the warehouse of the group, TCP 5439'
  const requests = [saved('a', 'web'), saved('b', 'web to kinesis'), saved('c', long), saved('d', ''), saved('e', 'x')]
  const text = [
    row('', 'Request', 'Expected', 'Seen', 'Detail'),
    row('ok', 'web', 'connection-times-out', 'connection-times-out', '10.0.0.1 port 443'),
    row('DIFFERS', 'web to kinesis', 'succeeds connection-times-out', 'name-not-found', 'no  address'),
    row('seen', long, '-', 'succeeds', '404 from 10.0.1.5'),
    row('not tried', 'd', '-', 'not-tried', 'the target is not deployed'),
    row('ok', 'gone', 'succeeds', 'succeeds', ''),
    '$ exit',
    '',
    '1 as expected, 1 different, 1 not tried.',
  ].join('\n')
  const { observations, bad } = readObservations(text, requests)
  expect(observations).toEqual([
    { id: 'a', at: '', outcome: 'connection-times-out', detail: '10.0.0.1 port 443' },
    { id: 'b', at: '', outcome: 'name-not-found', detail: 'no  address' },
    { id: 'c', at: '', outcome: 'succeeds', detail: '404 from 10.0.1.5' },
    { id: 'd', at: '', outcome: 'not-tried', detail: 'the target is not deployed' },
  ])
  expect(bad).toEqual([
    { line: 6, message: 'it names no request that is saved with the design' },
    { line: 7, message: 'it is not JSON, and no row of the table that verify.sh prints' },
  ])
})

test('a row that two requests are called by is none of either', () => {
  const { observations, bad } = readObservations(row('seen', 'web', '-', 'succeeds', ''), [
    saved('a', 'web'),
    saved('b', 'web'),
  ])
  expect(observations).toEqual([])
  expect(bad[0]!.message).toBe('2 saved requests are called “web”; verify.sh --json tells them apart')
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
