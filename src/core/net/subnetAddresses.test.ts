import { expect, it } from 'vitest'
import { formatAddress, parseAddress } from './address.ts'
import { blockOf } from './block.ts'
import { freeAddresses, isGivenOut, nextFreeAddress } from './subnetAddresses.ts'

const subnet = (text: string) => blockOf(text)!
const at = (...texts: string[]) => texts.map((text) => parseAddress(text)!)
const next = (text: string, ...taken: string[]) => {
  const found = nextFreeAddress(subnet(text), at(...taken))
  return found === null ? null : formatAddress(found)
}

it('counts what AWS leaves of a subnet', () => {
  expect(freeAddresses(subnet('10.0.1.0/24'), [])).toBe(251)
  expect(freeAddresses(subnet('10.0.1.0/28'), [])).toBe(11)
  expect(freeAddresses(subnet('10.0.1.0/30'), [])).toBe(0)
  expect(freeAddresses(subnet('10.0.1.0/24'), at('10.0.1.4', '10.0.1.5', '10.0.1.5'))).toBe(249)
})

it('does not count addresses that AWS keeps or that lie elsewhere', () => {
  expect(freeAddresses(subnet('10.0.1.0/24'), at('10.0.1.0', '10.0.1.3', '10.0.1.255', '10.0.2.9', '::1'))).toBe(251)
})

it('gives out addresses from the fifth to the last but one', () => {
  expect(
    ['10.0.1.3', '10.0.1.4', '10.0.1.254', '10.0.1.255', '10.0.2.4'].map((text) =>
      isGivenOut(subnet('10.0.1.0/24'), at(text)[0]!),
    ),
  ).toEqual([false, true, true, false, false])
  expect(next('10.0.1.0/24')).toBe('10.0.1.4')
  expect(next('10.0.1.0/24', '10.0.1.4', '10.0.1.6')).toBe('10.0.1.5')
  expect(next('2001:db8::/64', '2001:db8::4')).toBe('2001:db8::5')
})

it('has none when the subnet is full or too small', () => {
  const all = Array.from({ length: 11 }, (_, i) => `10.0.1.${i + 4}`)
  expect(next('10.0.1.0/28', ...all)).toBeNull()
  expect(next('10.0.1.0/30')).toBeNull()
  expect(next('10.0.1.0/32')).toBeNull()
})
