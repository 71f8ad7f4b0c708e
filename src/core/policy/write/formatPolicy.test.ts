import { expect, test } from 'vitest'
import { readPolicy } from '../read/readPolicy.ts'
import type { RawCase } from '../testing/plain/rawCase.ts'
import { drawCase } from '../testing/random/drawCase.ts'
import { formatPolicy } from './formatPolicy.ts'
import { policySizeOf, sizeOfPolicy } from './policySize.ts'

const textsOf = ({ policies: { identity = [], resource, endpoint } }: RawCase): readonly string[] =>
  [...identity, resource, endpoint].flatMap((one) => (one?.document ? [JSON.stringify(one.document)] : []))

/** What is read of a text, or what is wrong with it, wherever it stands. */
function said(text: string): unknown {
  const read = readPolicy(text, 'control')
  return read.ok ? read.document : read.problems.map(({ message }) => message)
}

test('a policy and its formatted text say the same', () => {
  let count = 0
  for (let seed = 1; seed <= 200; seed++)
    for (const text of textsOf(drawCase(seed))) {
      const formatted = formatPolicy(text)
      expect(said(formatted)).toEqual(said(text))
      expect(JSON.parse(formatted)).toEqual(JSON.parse(text))
      expect(formatPolicy(formatted)).toBe(formatted)
      expect(sizeOfPolicy(formatted, { spaces: false })).toBe(sizeOfPolicy(text, { spaces: false }))
      count++
    }
  expect(count).toBeGreaterThan(200)
})

test('what is no JSON loses no letter', () => {
  const broken = '{"Statement": [{"Effect": "Allow" "Action": }'
  expect(formatPolicy(broken).replaceAll(/\s/g, '')).toBe(broken.replaceAll(/\s/g, ''))
})

test('how long a policy may be hangs on what it is attached to', () => {
  expect(policySizeOf('endpoint', null)).toEqual({ most: 20_480, spaces: true })
  expect(policySizeOf('identity', null)).toEqual({ most: 10_240, spaces: false })
  expect(policySizeOf('resource', 'sqs')).toEqual({ most: 8_192, spaces: true })
  expect(policySizeOf('resource', 's3')).toEqual({ most: 20_480, spaces: true })
})
