import { describe, expect, it } from 'vitest'
import { nextFreeBlock } from './nextFreeBlock.ts'

describe('nextFreeBlock', () => {
  it.each<[string, readonly string[], readonly string[], number, string | null]>([
    ['takes the start of an empty block', ['10.0.0.0/16'], [], 24, '10.0.0.0/24'],
    ['skips what is taken', ['10.0.0.0/16'], ['10.0.0.0/24', '10.0.1.0/24'], 24, '10.0.2.0/24'],
    ['fills gaps first', ['10.0.0.0/16'], ['10.0.0.0/24', '10.0.2.0/24'], 24, '10.0.1.0/24'],
    ['starts at a multiple of its size', ['10.0.0.0/16'], ['10.0.0.0/28'], 24, '10.0.1.0/24'],
    ['steps past a larger block', ['10.0.0.0/8'], ['10.0.0.0/12'], 24, '10.16.0.0/24'],
    ['takes the whole parent when it is free', ['10.0.0.0/24'], [], 24, '10.0.0.0/24'],
    ['goes on with the next parent', ['10.0.0.0/24', '10.9.0.0/24'], ['10.0.0.0/24'], 24, '10.9.0.0/24'],
    ['passes parents that are too small', ['10.0.0.0/28', '10.9.0.0/24'], [], 24, '10.9.0.0/24'],
    ['has nothing when all is taken', ['10.0.0.0/24'], ['10.0.0.0/25', '10.0.0.128/25'], 28, null],
    ['has nothing when a block around it is taken', ['10.0.0.0/24'], ['10.0.0.0/8'], 28, null],
    ['has nothing without parents', [], [], 24, null],
    [
      'ignores taken blocks elsewhere, invalid and repeated ones',
      ['10.0.0.0/24'],
      ['192.168.0.0/16', 'x', '', '10.0.0.9/28', '300.1.1.1/8', '10.0.0.0/28', '10.0.0.0/28', '10.0.0.0/30'],
      28,
      '10.0.0.16/28',
    ],
    ['ignores parents that are no blocks', ['10.0.0.0', 'nonsense', '10.1.0.0/16'], [], 24, '10.1.0.0/24'],
    ['reaches the end of the address space', ['255.255.255.0/24'], ['255.255.255.0/25'], 25, '255.255.255.128/25'],
    [
      'stops at the end of the address space',
      ['255.255.255.0/24'],
      ['255.255.255.0/25', '255.255.255.128/25'],
      25,
      null,
    ],
    ['carves the whole of IPv4', ['0.0.0.0/0'], [], 0, '0.0.0.0/0'],
    ['carves single addresses', ['10.0.0.0/30'], ['10.0.0.0/32'], 32, '10.0.0.1/32'],
    ['carves IPv6', ['2001:db8::/56'], ['2001:db8::/64', '2001:db8:0:1::/64'], 64, '2001:db8:0:2::/64'],
    ['keeps the families apart', ['2001:db8::/56'], ['0.0.0.0/0'], 64, '2001:db8::/64'],
    ['refuses lengths that do not exist', ['10.0.0.0/16'], [], 33, null],
    ['refuses lengths that are no whole number', ['10.0.0.0/16'], [], Number.NaN, null],
  ])('%s', (_, parents, taken, length, found) => {
    expect(nextFreeBlock(parents, taken, length)).toBe(found)
  })
})
