import { describe, expect, it } from 'vitest'
import { keyOfAddress, parseTraversal, writeTraversal } from './traversal.ts'

describe('parseTraversal', () => {
  it('tells names and keys apart', () => {
    expect(parseTraversal('module.net["a.b"].aws_subnet.private[0].id')).toEqual([
      { name: 'module' },
      { name: 'net' },
      { key: 'a.b' },
      { name: 'aws_subnet' },
      { name: 'private' },
      { key: 0 },
      { name: 'id' },
    ])
  })
  it('leaves out what stands for all', () => {
    expect(parseTraversal('aws_subnet.a[*].id')).toEqual([{ name: 'aws_subnet' }, { name: 'a' }, { name: 'id' }])
  })
  it.each(['', 'a["', 'a[b]', 'a."b"', '[[', 'a["\\x"]'])('reads nothing of %j', (text) => {
    expect(parseTraversal(text)).toBeNull()
  })
  it.each(['aws_vpc.a', 'module.a[0].module.b["x\\"y"].aws_vpc.c', 'data.aws_vpc.x.id'])('writes %j again', (text) => {
    expect(writeTraversal(parseTraversal(text)!)).toBe(text)
  })
})

it('keyOfAddress is what the last brackets hold', () => {
  expect(keyOfAddress('aws_vpc.a["x"]')).toBe('x')
  expect(keyOfAddress('module.b[1].aws_vpc.a')).toBeNull()
})
