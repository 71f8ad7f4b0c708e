import { expect, test } from 'vitest'
import { formatTraffic, parsePortsText, type Traffic } from './trafficText.ts'

test.each<[string, ReturnType<typeof parsePortsText>]>([
  ['443', { from: 443, to: 443 }],
  [' 1024 - 65535 ', { from: 1024, to: 65535 }],
  ['0', { from: 0, to: 0 }],
  ['', null],
  ['ALL', null],
  ['65536', undefined],
  ['443,80', undefined],
  ['-1', undefined],
  ['1-99999', undefined],
  ['http', undefined],
])('ports “%s”', (text, ports) => {
  expect(parsePortsText(text)).toEqual(ports)
})

const traffic = (fields: Partial<Traffic>): Traffic => ({ protocol: 'tcp', ports: null, icmp: null, ...fields })
test.each([
  [traffic({ ports: { from: 443, to: 443 } }), 'TCP 443'],
  [traffic({ protocol: 17 }), 'Protocol 17, all ports'],
  [traffic({ protocol: 'all' }), 'All traffic'],
  [traffic({ protocol: 'icmp', icmp: { type: 8, code: -1 } }), 'ICMP type 8'],
  [traffic({ protocol: 'icmpv6', icmp: { type: 1, code: 4 } }), 'ICMPv6 type 1 code 4'],
  [traffic({ protocol: 'icmp', icmp: { type: -1, code: -1 } }), 'ICMP'],
])('%j in words', (entry, words) => {
  expect(formatTraffic(entry)).toBe(words)
})
