import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, type Block, blockAt, contains, formatBlock } from '../../net/index.ts'
import type { FilterEntry, Route, TableNet, VpcNet } from '../../topology/topology.ts'
import { lookUpRoute } from '../travel/lookUpRoute.ts'
import { representativeAddresses } from './representativeAddresses.ts'

const BASE = 0x0a000000
const small = fc
  .record({ offset: fc.integer({ min: 0, max: 255 }), length: fc.integer({ min: 24, max: 32 }) })
  .map(({ offset, length }) => blockAt(BASE + offset, length))

/** The same address, or block, at the end of 2001:db8::/96. */
const sixOf = (address: number): Address => [0x20010db8, 0, 0, address]
const widen = ({ base, length }: Block): Block => ({ base: sixOf(base as number), length: length + 96 })

test('every address of the ranges fares like one of the representatives', () => {
  fc.assert(
    fc.property(
      fc.array(small, { minLength: 1, maxLength: 4 }),
      fc.array(small, { maxLength: 6 }),
      fc.array(small, { maxLength: 4 }),
      fc.array(small, { maxLength: 2 }),
      fc.boolean(),
      (ranges4, routeBlocks, filterBlocks, except4, six) => {
        const inFamily = (blocks: readonly Block[]) => (six ? blocks.map(widen) : blocks)
        const [ranges, except] = [inFamily(ranges4), inFamily(except4)]
        const routes: Route[] = inFamily(routeBlocks)
          .map(
            (block, index): Route => ({
              block,
              target: { kind: 'local' },
              origin: { construct: 'rtb', path: ['routes', index] },
              source: 'static',
              label: formatBlock(block),
              rival: null,
            }),
          )
          .sort((a, b) => b.block.length - a.block.length)
        const entries: FilterEntry[] = inFamily(filterBlocks).map((block) => ({
          origin: { construct: 'acl', path: [] },
          allow: true,
          protocol: -1,
          from: 0,
          to: 65535,
          blocks: [block],
          group: null,
          number: null,
        }))
        const table: TableNet = {
          id: 'rtb',
          vpc: {} as VpcNet,
          main: false,
          routes4: six ? [] : routes,
          routes6: six ? routes : [],
          index4: null,
          unread: [],
        }
        const vpc = {
          tables: [table],
          edges: new Map(),
          groups: [],
          acls: [{ id: 'acl', ingress: entries, egress: [], unread: [], gap: null }],
        } as unknown as VpcNet
        const fate = (address: Address) =>
          [
            lookUpRoute(table, address)?.origin?.path.join('.') ?? '-',
            ...entries.map((entry) => contains(entry.blocks[0]!, address)),
          ].join(' ')
        const found = representativeAddresses(ranges, except, vpc)
        const known = new Set(found.map(fate))
        expect(known.size).toBe(found.length)
        const belongs = (address: Address) =>
          ranges.some((range) => contains(range, address)) && !except.some((block) => contains(block, address))
        expect(found.filter((address) => !belongs(address))).toEqual([])
        for (let offset = 0; offset < 256; offset++) {
          const address = six ? sixOf(BASE + offset) : BASE + offset
          if (belongs(address)) expect(known).toContain(fate(address))
        }
      },
    ),
    { numRuns: 200 },
  )
})
