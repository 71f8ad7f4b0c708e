import { expect, it } from 'vitest'
import { ALL_PORTS, commonPorts, countPorts, coversPorts, formatPorts, isPort, runsOf, withoutPorts } from './ports.ts'

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

it('counts ports, and takes parts out of a range', () => {
  const parts = [
    { from: 50, to: 60 },
    { from: 10, to: 20 },
  ]
  expect(countPorts(parts)).toBe(22)
  expect(withoutPorts({ from: 10, to: 100 }, parts)).toEqual([
    { from: 21, to: 49 },
    { from: 61, to: 100 },
  ])
  expect(withoutPorts({ from: 10, to: 20 }, [{ from: 10, to: 20 }])).toEqual([])
})

it('finds what several ranges have in common', () => {
  const some = [
    { from: 1, to: 10 },
    { from: 20, to: 30 },
  ]
  expect(commonPorts(some, [{ from: 5, to: 25 }])).toEqual([
    { from: 5, to: 10 },
    { from: 20, to: 25 },
  ])
  expect(commonPorts(some, [{ from: 11, to: 19 }])).toEqual([])
})

it('writes single ports as ranges, each port once', () => {
  expect(runsOf([443, 1025, 1024, 1026, 1024]).map(formatPorts)).toEqual(['443', '1024-1026'])
  expect(runsOf([80]).map(formatPorts)).toEqual(['80'])
  expect(runsOf([])).toEqual([])
})
