import { describe, expect, test } from 'vitest'
import { readPolicy } from '../read/readPolicy.ts'
import { verdictWith } from '../testing/ask.ts'
import type { Guard, GuardPlace } from './guards.ts'
import { guardKindsOf } from './guards.ts'
import { readGuards } from './readGuards.ts'
import { writeGuard } from './writeGuard.ts'

const ENDPOINT: GuardPlace = {
  use: 'endpoint',
  action: '*',
  resources: ['*'],
  begin: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
}
const BUCKET: GuardPlace = {
  use: 'resource',
  action: 's3:*',
  resources: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
  begin: [],
}
const guard = (kind: Guard['kind'], values: readonly string[], exceptServices = false): Guard => ({
  kind,
  values,
  exceptServices,
})
const named = (text: string) => ({ name: 'one', document: JSON.parse(text) })
const CALL = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/2026.csv' }

describe('a guard in a policy that does not stand yet', () => {
  test('keeps what was allowed without one, and denies the rest', () => {
    const text = writeGuard('', guard('resources', ['arn:aws:s3:::reports/*']), ENDPOINT)!
    expect(readPolicy(text, 'endpoint')).toMatchObject({ ok: true })
    expect(verdictWith({ endpoint: named(text) }, CALL)).toBe('allowed')
    expect(verdictWith({ endpoint: named(text) }, { ...CALL, resource: 'arn:aws:s3:::others/a' })).toBe('denied')
  })
  test('of a bucket: only this endpoint', () => {
    const text = writeGuard('', guard('endpoints', ['vpce-1a2b3c4d']), BUCKET)!
    const by = (endpoint: string) =>
      verdictWith({ resource: named(text) }, { ...CALL, context: { 'aws:SourceVpce': endpoint } })
    expect(by('vpce-1a2b3c4d')).toBe('allowed')
    expect(by('vpce-5e6f7a8b')).toBe('denied')
    expect(verdictWith({ resource: named(text) }, CALL), 'over the internet').toBe('denied')
  })
  test('that names nothing writes nothing', () => {
    expect(writeGuard('', guard('roles', []), BUCKET)).toBe('')
    const text = '{"Statement": []}'
    expect(writeGuard(text, guard('roles', []), BUCKET)).toBe(text)
  })
})

describe('a guard in a policy that stands', () => {
  const OWN = `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Mine",   "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}
  ]
}`
  test('leaves the rest letter by letter', () => {
    const text = writeGuard(OWN, guard('roles', ['arn:aws:iam::111122223333:role/reader']), BUCKET)!
    expect(text).toContain('{"Sid": "Mine",   "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}')
    expect(JSON.parse(text).Statement).toHaveLength(2)
  })
  test('is replaced where it stands, and taken out again', () => {
    const one = writeGuard(OWN, guard('vpcs', ['vpc-1a2b3c4d']), BUCKET)!
    const two = writeGuard(one, guard('vpcs', ['vpc-1a2b3c4d', 'vpc-5e6f7a8b']), BUCKET)!
    expect(JSON.parse(two).Statement).toHaveLength(2)
    expect(JSON.parse(two).Statement[1].Condition).toEqual({
      StringNotEquals: { 'aws:SourceVpc': ['vpc-1a2b3c4d', 'vpc-5e6f7a8b'] },
    })
    expect(JSON.parse(writeGuard(two, guard('vpcs', []), BUCKET)!)).toEqual(JSON.parse(OWN))
  })
  test('stands beside a statement that is in no list', () => {
    const text = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}'
    const written = JSON.parse(writeGuard(text, guard('caller-organisation', ['o-a1b2c3d4e5']), ENDPOINT)!)
    expect(written.Statement[0]).toEqual(JSON.parse(text).Statement)
    expect(written.Statement[1]).toMatchObject({ Effect: 'Deny' })
  })
  test.each(['[]', '"*"', 'nonsense', '{"Version": ', '{"Statement": 1}'])('has no place in %s', (text) => {
    expect(writeGuard(text, guard('roles', ['x']), BUCKET)).toBeNull()
  })
  test.each(['{}', '{"Version":"2012-10-17"}', '{"Statement":[]}'])('is the first statement in %s', (text) => {
    const written = writeGuard(text, guard('roles', ['x']), BUCKET)!
    expect(readGuards(written, BUCKET)).toEqual([{ ...guard('roles', ['x']), byHand: false }])
    expect(JSON.parse(written)).toMatchObject(JSON.parse(text.replace('"Statement":[]', '')))
  })
  test('taken out as the first of several leaves the others', () => {
    const one = writeGuard('', guard('roles', ['x']), BUCKET)!
    const two = writeGuard(one, guard('vpcs', ['vpc-1']), BUCKET)!
    const left = JSON.parse(writeGuard(two, guard('roles', []), BUCKET)!)
    expect(left.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(['OnlyTheseVpcs'])
  })
  test('services of AWS get through where it says so', () => {
    const policy = (except: boolean) => named(writeGuard(OWN, guard('endpoints', ['vpce-1a2b3c4d'], except), BUCKET)!)
    const log = { ...CALL, principal: 'logging.s3.amazonaws.com' }
    expect(verdictWith({ resource: policy(false) }, log)).toBe('denied')
    expect(verdictWith({ resource: policy(true) }, log)).toBe('allowed')
  })
})

describe('what stands is read again', () => {
  const cases = ([ENDPOINT, BUCKET] as const).flatMap((place) =>
    guardKindsOf(place.use).flatMap((kind) =>
      [['a'], ['a', 'b']].flatMap((values) =>
        [false, true].map((except) => ({ place, given: guard(kind, values, except) })),
      ),
    ),
  )
  test.each(cases)('$place.use: $given.kind $given.values, services $given.exceptServices', ({ place, given }) => {
    const text = writeGuard('', given, place)!
    expect(readGuards(text, place)).toEqual([{ ...given, byHand: false }])
  })
  test('one that somebody has changed says so', () => {
    const text = writeGuard('', guard('endpoints', ['vpce-1a2b3c4d']), BUCKET)!
    expect(readGuards(text.replace('s3:*', 's3:GetObject'), BUCKET)).toEqual([
      { ...guard('endpoints', ['vpce-1a2b3c4d']), byHand: true },
    ])
  })
})
