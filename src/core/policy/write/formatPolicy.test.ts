import { expect, test } from 'vitest'
import type { PolicyKind } from '../document.ts'
import { readPolicy } from '../read/readPolicy.ts'
import type { RawCase } from '../testing/plain/rawCase.ts'
import { drawCase } from '../testing/random/drawCase.ts'
import { formatPolicy } from './formatPolicy.ts'
import { policySizeOf, sizeOfPolicy } from './policySize.ts'

/** The policies of a case as texts, each with its kind. */
const textsOf = ({
  policies: { identity = [], resource, endpoint },
}: RawCase): readonly (readonly [PolicyKind, string])[] =>
  [
    ...identity.map((one) => ['identity', one] as const),
    ['resource', resource] as const,
    ['endpoint', endpoint] as const,
  ].flatMap(([kind, one]) => (one?.document ? [[kind, JSON.stringify(one.document)] as const] : []))

/** What is read of a text. Nothing else would be compared: one that cannot be read is a fault of the cases. */
function said(text: string, kind: PolicyKind): unknown {
  const read = readPolicy(text, kind)
  if (!read.ok) throw new Error(`${text}: ${read.problems[0]?.message}`)
  return read.document
}

test('a policy and its formatted text say the same', () => {
  let count = 0
  for (let seed = 1; seed <= 200; seed++)
    for (const [kind, text] of textsOf(drawCase(seed))) {
      const formatted = formatPolicy(text)
      expect(said(formatted, kind)).toEqual(said(text, kind))
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
