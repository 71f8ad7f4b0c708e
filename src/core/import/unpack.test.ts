import { gzipSync, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readZip } from './archive/readZip.ts'
import type { GivenFile } from './givenFile.ts'
import { importFiles } from './importFiles.ts'
import { reportLines } from './report.ts'
import { unpack } from './unpack.ts'

const vpc = (id: string) => strToU8(JSON.stringify({ Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16' }] }))
const given = (path: string, bytes: Uint8Array): GivenFile => ({ path, bytes })
const CENTRAL = [0x50, 0x4b, 1, 2]

/** The archive with bytes of an entry of its list changed: `at` counts from the entry's start. */
function patched(zip: Uint8Array, entry: number, at: number, bytes: readonly number[]): Uint8Array {
  const copy = zip.slice()
  let seen = -1
  for (let i = 0; i < copy.length - 4; i++)
    if (CENTRAL.every((byte, k) => copy[i + k] === byte) && ++seen === entry) copy.set(bytes, i + at)
  return copy
}
function linesOf(file: GivenFile) {
  const result = importFiles([file])
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return { ids: Object.keys(result.design.constructs), lines: reportLines(result.report!).join('\n') }
}
const two = () => zipSync({ 'a.json': vpc('vpc-a'), 'b.json': vpc('vpc-b') })

test.each([
  ['another checksum', 16, [0xde, 0xad, 0xbe, 0xef], 'has another checksum than the archive says'],
  ['another size', 24, [1, 0, 0, 0], 'is not as large as the archive says'],
  ['a symbolic link', 38, [0, 0, 0xff, 0xa1], 'is a symbolic link'],
  ['an encrypted member', 8, [1], 'is encrypted'],
  ['a method that is not read', 10, [99], 'is compressed in a way that is not read here (method 99)'],
  ['a place outside of the archive', 42, [0xff, 0xff, 0xff, 0x7f], 'is not where the archive says'],
  ['more bytes than there are', 20, [0xff, 0xff, 0xff, 0x7f], 'is cut off'],
] as const)('a member with %s is told and not trusted; the others are read', (_, at, bytes, words) => {
  // who made it: Unix, which keeps modes
  const zip = patched(patched(two(), 0, 5, [3]), 0, at, bytes)
  const { ids, lines } = linesOf(given('two.zip', zip))
  expect(ids).toContain('vpc-b')
  expect(ids).not.toContain('vpc-a')
  expect(lines).toContain(words)
  expect(lines).toContain('(a.json)')
})
test('members of one name are all read, and it is said', () => {
  const zip = two()
  // the second is called as the first
  const name = zip.findIndex((byte, i) => byte === 'b'.charCodeAt(0) && zip[i + 1] === '.'.charCodeAt(0))
  zip[name] = 'a'.charCodeAt(0)
  const { ids, lines } = linesOf(given('two.zip', patched(zip, 1, 46, ['a'.charCodeAt(0)])))
  expect(ids).toEqual(expect.arrayContaining(['vpc-a', 'vpc-b']))
  expect(lines).toContain('There is another file of this name: both are read (a.json)')
})
test('a broken archive among other files costs itself alone', () => {
  const result = importFiles([given('aws/broken.zip', strToU8('PK')), given('aws/vpcs.json', vpc('vpc-1'))])
  expect(result).toMatchObject({ ok: true })
  if (result.ok) expect(reportLines(result.report!).join('\n')).toMatch(/The file is no zip archive: .*broken\.zip/)
})
test('an archive cut off anywhere ends in a design or a sentence', () => {
  const zip = two()
  for (let length = 0; length < zip.length; length++)
    expect(importFiles([given('two.zip', zip.subarray(0, length))])).toMatchObject({
      refusal: expect.stringMatching(/^is no zip archive/),
    })
})
test('what unpacks to more than is said is stopped there', () => {
  const bomb = zipSync({ 'a.json': new Uint8Array(64 * 1024 * 1024) })
  const [member] = readZip(patched(bomb, 0, 24, [10, 0, 0, 0]))
  expect(member?.read()).toMatch(/^is not as large as the archive says/)
  expect(unpack([given('bomb.zip', patched(bomb, 0, 24, [0xff, 0xff, 0xff, 0x7f]))])).toMatch(/^holds more than/)
})
test('a gzip file is checked too, one of several members included', () => {
  const [first, second] = [gzipSync(strToU8('{"Vpcs": [')), gzipSync(strToU8('{"VpcId": "vpc-1"}]}'))]
  const both = new Uint8Array([...first, ...second])
  expect(unpack([given('x.json.gz', both)])).toEqual([{ path: 'x.json.gz', text: '{"Vpcs": [{"VpcId": "vpc-1"}]}' }])
  for (const at of [first.length - 8, both.length - 8]) {
    const wrong = both.slice()
    wrong[at]! ^= 1
    expect(unpack([given('x.json.gz', wrong)])).toMatch(/^is no gzip file: its checksum is wrong/)
  }
  for (let length = 0; length < both.length; length++)
    if (length !== first.length) expect(typeof unpack([given('x.json.gz', both.subarray(0, length))])).toBe('string')
})
