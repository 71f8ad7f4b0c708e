import { expect, test } from 'vitest'
import { readPolicy } from '../read/readPolicy.ts'
import { beginPolicy } from './beginPolicy.ts'

test.each([
  ['identity', 'identity'],
  ['boundary', 'identity'],
  ['session', 'identity'],
  ['trust', 'trust'],
  ['resource', 'resource'],
  ['endpoint', 'endpoint'],
  ['scp', 'control'],
  ['rcp', 'control'],
] as const)('what a policy of %s begins with can be read', (use, kind) => {
  for (const prefix of [null, 's3']) expect(readPolicy(beginPolicy(use, prefix), kind)).toMatchObject({ ok: true })
})
