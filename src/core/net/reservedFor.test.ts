import { expect, it } from 'vitest'
import { parseAddress } from './address.ts'
import { reservedFor } from './reservedFor.ts'

it.each([
  ['192.0.1.255', null],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.255', 'documentation'],
  ['203.0.114.0', null],
  ['198.17.255.255', null],
  ['198.18.0.1', 'benchmarks'],
  ['198.19.255.255', 'benchmarks'],
  ['198.20.0.0', null],
  ['52.216.0.1', null],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['2001:2::1', 'benchmarks'],
  ['64:ff9b::1', 'NAT64'],
  ['4000::1', 'later use'],
  ['1fff::1', 'later use'],
  ['2600:1f18::1', null],
])('%s is kept for %s', (text, what) => {
  expect(reservedFor(parseAddress(text)!)).toBe(what)
})
