import { expect, it } from 'vitest'
import { parseAddress } from './address.ts'
import { scopeOf } from './scopeOf.ts'

it.each([
  ['10.255.255.255', 'rfc1918'],
  ['172.15.255.255', 'public'],
  ['172.16.0.0', 'rfc1918'],
  ['172.31.255.255', 'rfc1918'],
  ['172.32.0.0', 'public'],
  ['192.168.0.1', 'rfc1918'],
  ['100.63.255.255', 'public'],
  ['100.64.0.0', 'rfc6598'],
  ['100.127.255.255', 'rfc6598'],
  ['100.128.0.0', 'public'],
  ['169.254.169.253', 'special'],
  ['127.0.0.1', 'special'],
  ['0.0.0.0', 'special'],
  ['224.0.0.1', 'special'],
  ['255.255.255.255', 'special'],
  ['52.216.0.1', 'public'],
  ['203.0.113.9', 'public'],
  ['::', 'special'],
  ['::1', 'special'],
  ['::2', 'public'],
  ['fd00:ec2::253', 'special'],
  ['fe80::1', 'special'],
  ['::ffff:10.0.0.1', 'special'],
  ['2600:1f18::1', 'public'],
  ['2001:db8::1', 'public'],
])('%s is %s', (text, scope) => {
  expect(scopeOf(parseAddress(text)!)).toBe(scope)
})
