import { deflateSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { toBase64 } from '../../base/base64.ts'
import { unpackDesign } from './unpackDesign.ts'

const packed = (text: string): string => toBase64(deflateSync(strToU8(text)))
const bare = '{"format":"hopwise-design","version":2,"title":"Ä","constructs":[]}'

test('a design comes out of its word', () => {
  expect(unpackDesign(packed(bare))).toMatchObject({ title: 'Ä', constructs: {} })
})

test.each([
  ['no base64!', 'it is no base64'],
  [toBase64(strToU8('plain')), 'it cannot be unpacked'],
  [packed(bare).slice(0, 40), 'unexpected EOF'],
  [packed('{"format":"hopwise-design","version":99}'), 'version'],
])('what is no design says why: %s', (word, why) => {
  expect(unpackDesign(word)).toEqual(expect.stringContaining(why))
})
