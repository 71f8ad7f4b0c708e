import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, contains } from '../../../net/index.ts'
import type { AclNet, FilterEntry } from '../../../topology/topology.ts'
import type { Packet } from '../packet.ts'
import { filterByNetworkAcl } from './filterByNetworkAcl.ts'

const entry = fc
  .record({
    allow: fc.boolean(),
    protocol: fc.constantFrom(-1, 6, 17),
    ports: fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
    address: fc.integer({ min: 0x0a000000, max: 0x0a00000f }),
    length: fc.constantFrom(0, 8, 28, 30, 32),
  })
  .map(
    ({ allow, protocol, ports, address, length }): FilterEntry => ({
      origin: { construct: 'acl', path: [] },
      allow,
      protocol,
      // "all protocols" has all ports, as the topology lowers it
      from: protocol === -1 ? 0 : Math.min(...ports),
      to: protocol === -1 ? 65535 : Math.max(...ports),
      blocks: [blockAt(address, length)],
      group: null,
      number: null,
    }),
  )

/** The first entry that matches one port decides; nothing matching is a deny. */
function decidePort(entries: readonly FilterEntry[], packet: Packet, port: number): boolean {
  const first = entries.find(
    (one) =>
      (one.protocol === -1 || one.protocol === packet.protocol) &&
      one.from <= port &&
      one.to >= port &&
      contains(one.blocks[0]!, packet.src),
  )
  return first?.allow ?? false
}

test('a range of ports fares as its ports do one by one', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.integer({ min: 0x0a000000, max: 0x0a00000f }),
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
      fc.constantFrom(6, 17),
      (entries, src, ports, protocol) => {
        const packet: Packet = {
          src,
          dst: 1,
          protocol,
          ports: { from: Math.min(...ports), to: Math.max(...ports) },
          from: null,
          icmpType: 8,
          size: 0,
        }
        const acl: AclNet = { id: 'acl', ingress: entries, egress: [], unread: [], gap: null }
        const match = filterByNetworkAcl(acl, 'ingress', packet, src)
        const each: boolean[] = []
        for (let port = packet.ports.from; port <= packet.ports.to; port++) each.push(decidePort(entries, packet, port))
        const expected = each.every(Boolean) ? 'permitted' : each.some(Boolean) ? 'partly' : 'denied'
        expect(match.outcome).toBe(expected)
        if (match.outcome === 'partly')
          for (let port = packet.ports.from; port <= packet.ports.to; port++)
            expect(match.dropped.some(({ from, to }) => from <= port && port <= to)).toBe(
              !each[port - packet.ports.from],
            )
      },
    ),
    { numRuns: 1000 },
  )
})
