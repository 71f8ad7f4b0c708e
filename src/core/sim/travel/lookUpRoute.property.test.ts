import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, contains } from '../../net/index.ts'
import { indexRoutes } from '../../topology/lower/lowerRoutes.ts'
import type { Route, TableNet, VpcNet } from '../../topology/topology.ts'
import { lookUpRoute } from './lookUpRoute.ts'

const RANK: Readonly<Record<Route['source'], number>> = {
  local: 0,
  static: 1,
  'prefix-list': 2,
  endpoint: 2,
  'from-vpc': 3,
  'from-direct-connect': 4,
  'from-vpn-static': 5,
  'from-vpn-bgp': 6,
}

/** Routes near one another, so that prefixes nest and tie: /0 and /32 among them. */
const route = fc
  .record({
    address: fc.oneof(fc.integer({ min: 0x0a000000, max: 0x0a0000ff }), fc.nat({ max: 0xffffffff })),
    length: fc.integer({ min: 0, max: 32 }),
    source: fc.constantFrom(...(Object.keys(RANK) as Route['source'][])),
  })
  .map(
    ({ address, length, source }): Route => ({
      block: blockAt(address >>> 0, length),
      target: { kind: 'local' },
      origin: null,
      source,
      label: '',
      rival: null,
    }),
  )

const table = (routes: readonly Route[], indexed: boolean): TableNet => {
  const routes4 = [...routes].sort((a, b) => b.block.length - a.block.length || RANK[a.source] - RANK[b.source])
  return {
    id: 'rtb',
    vpc: {} as VpcNet,
    main: false,
    routes4,
    routes6: [],
    index4: indexed ? indexRoutes(routes4) : null,
    unread: [],
  }
}

test('the winner is the longest prefix that holds the address, then the better kind of route', () => {
  fc.assert(
    fc.property(
      fc.array(route, { maxLength: 40 }),
      fc.oneof(fc.integer({ min: 0x0a000000, max: 0x0a0000ff }), fc.nat({ max: 0xffffffff })),
      fc.boolean(),
      (routes, address, indexed) => {
        const found = lookUpRoute(table(routes, indexed), address >>> 0)
        const matching = routes.filter((one) => contains(one.block, address >>> 0))
        if (found === null) {
          expect(matching).toEqual([])
          return
        }
        for (const other of matching) {
          expect(found.block.length).toBeGreaterThanOrEqual(other.block.length)
          if (found.block.length === other.block.length)
            expect(RANK[found.source]).toBeLessThanOrEqual(RANK[other.source])
        }
      },
    ),
    { numRuns: 500 },
  )
})
