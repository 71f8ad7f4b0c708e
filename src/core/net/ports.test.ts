import { expect, it } from 'vitest'
import { ALL_PORTS, coversPorts, formatPorts, isPort } from './ports.ts'

it('takes whole numbers from 0 to 65535 for ports', () => {
  expect([0, 443, 65535].every(isPort)).toBe(true)
  expect([-1, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY].some(isPort)).toBe(false)
})

it('covers what lies inside, ends included', () => {
  expect(coversPorts(ALL_PORTS, { from: 0, to: 65535 })).toBe(true)
  expect(coversPorts({ from: 80, to: 443 }, { from: 80, to: 80 })).toBe(true)
  expect(coversPorts({ from: 80, to: 443 }, { from: 79, to: 80 })).toBe(false)
  expect(coversPorts({ from: 80, to: 443 }, { from: 443, to: 444 })).toBe(false)
})

it('writes one port as one number', () => {
  expect(formatPorts({ from: 443, to: 443 })).toBe('443')
  expect(formatPorts({ from: 1024, to: 65535 })).toBe('1024-65535')
})
