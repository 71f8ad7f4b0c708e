import * as z from 'zod/mini'
import { base, isManagedListName, list, optional, reference, routeDestination } from './common.ts'
import type { Sheet } from './definition.ts'
import { count } from './detailParts.ts'

const schema = z.strictObject({
  ...base('route-table'),
  vpc: reference,
  routes: list(
    z.strictObject({
      destination: routeDestination,
      /**
       * Id of a gateway, a connection, an endpoint of a Gateway Load Balancer or a client; `blackhole` where the target was deleted;
       * `local` in the table of a gateway, or where a narrower route is turned back. Routes of gateway endpoints, propagated ones and those for the VPC's blocks are never written here.
       */
      target: z.union([z.literal('blackhole'), z.literal('local'), reference]),
      /** Which interface of a client, or endpoint of a Network Firewall, the route leads to, counted from 0. */
      interface: z.optional(z.int().check(z.minimum(0), z.maximum(14))),
    }),
    1000,
  ),
  /** The internet gateway or virtual private gateway whose incoming traffic the table steers (an edge association). */
  edgeOf: optional(reference),
  /** Virtual private gateways whose routes are propagated into the table. */
  propagatingGateways: list(reference, 5),
})

/** A route table; the main one is the one that its VPC names. */
export const routeTable: Sheet<typeof schema> = {
  schema,
  kind: 'route-table',
  title: 'Route table',
  noun: 'a route table',
  group: 'gateways',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'below', rank: 0 },
  colour: 'group-vpc',
  imported: 'RouteTables',
  reached: null,
  detail: ({ routes }) => count(routes.length, 'route'),
  *lines({ id, routes, edgeOf, propagatingGateways }) {
    for (const { destination, target } of routes) {
      const label = 'cidr' in destination ? destination.cidr : destination.prefixList
      if (target !== 'blackhole' && target !== 'local') yield { from: id, to: target, kind: 'route', label }
      if ('prefixList' in destination)
        yield { from: id, to: destination.prefixList, kind: 'route-prefix-list', label: 'destination' }
    }
    if (edgeOf !== null) yield { from: edgeOf, to: id, kind: 'edge-association', label: 'incoming uses' }
    for (const gateway of propagatingGateways)
      yield { from: gateway, to: id, kind: 'propagation', label: 'puts its routes into' }
  },
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    {
      path: 'routes[].destination.prefixList',
      kinds: ['prefix-list'],
      onDelete: 'remove-entry',
      literal: isManagedListName,
    },
    {
      path: 'routes[].target',
      kinds: [
        'internet-gateway',
        'egress-only-internet-gateway',
        'nat-gateway',
        'regional-nat-gateway',
        'peering-connection',
        'transit-gateway',
        'virtual-private-gateway',
        'gateway-load-balancer-endpoint',
        'network-firewall',
        'client',
      ],
      onDelete: 'blackhole',
      literal: (text) => text === 'blackhole' || text === 'local',
    },
    { path: 'edgeOf', kinds: ['internet-gateway', 'virtual-private-gateway'], onDelete: 'clear' },
    { path: 'propagatingGateways[]', kinds: ['virtual-private-gateway'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ vpc: parent }),
}
