import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, contains, formatBlock } from '../../net/index.ts'
import type { FilterEntry, Route, TableNet, VpcNet } from '../../topology/topology.ts'
import { lookUpRoute } from '../forward/lookUpRoute.ts'
import { representativeAddresses } from './addressClasses.ts'

const BASE = 0x0a000000
const small = fc
  .record({ offset: fc.integer({ min: 0, max: 255 }), length: fc.integer({ min: 24, max: 32 }) })
  .map(({ offset, length }) => blockAt(BASE + offset, length))

test('every address of the ranges fares like one of the representatives', () => {
  fc.assert(
    fc.property(
      fc.array(small, { minLength: 1, maxLength: 4 }),
      fc.array(small, { maxLength: 6 }),
      fc.array(small, { maxLength: 4 }),
      (ranges, routeBlocks, filterBlocks) => {
        const routes: Route[] = routeBlocks
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
        const entries: FilterEntry[] = filterBlocks.map((block) => ({
          origin: { construct: 'acl', path: [] },
          allow: true,
          protocol: -1,
          from: 0,
          to: 65535,
          blocks: [block],
          group: null,
          number: null,
        }))
        const table: TableNet = { id: 'rtb', vpc: {} as VpcNet, main: false, routes4: routes, routes6: [], unread: [] }
        const vpc = {
          tables: [table],
          groups: [],
          acls: [{ id: 'acl', ingress: entries, egress: [], unread: [], gap: null }],
        } as unknown as VpcNet
        const fate = (address: number) =>
          [
            lookUpRoute(table, address)?.origin?.path.join('.') ?? '-',
            ...entries.map((entry) => contains(entry.blocks[0]!, address)),
          ].join(' ')
        const known = new Set(representativeAddresses(ranges, [], vpc).map((address) => fate(address as number)))
        for (let address = BASE; address < BASE + 256; address++)
          if (ranges.some((range) => contains(range, address))) expect(known).toContain(fate(address))
      },
    ),
    { numRuns: 500 },
  )
})
