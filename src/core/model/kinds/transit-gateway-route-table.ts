import * as z from 'zod/mini'
import { base, flag, isManagedListName, list, reference, routeDestination } from './common.ts'
import type { Sheet } from './definition.ts'
import type { ConstructKind } from './kindNames.ts'
import { line } from './lines.ts'

const schema = z.strictObject({
  ...base('transit-gateway-route-table'),
  transitGateway: reference,
  /** Attachments whose incoming traffic asks this table. */
  associations: list(reference, 5000),
  /** Attachments whose blocks are put into the table. */
  propagations: list(reference, 5000),
  routes: list(
    z.strictObject({
      destination: routeDestination,
      target: z.union([z.literal('blackhole'), reference]),
    }),
    10000,
  ),
  /** false = it may have routes that the design does not, as after an import: what none of those here leads to for certain cannot be told. */
  allRoutes: flag(true),
})

export const ATTACHMENTS: readonly ConstructKind[] = [
  'transit-gateway-attachment',
  'transit-gateway-peering',
  'vpn-connection',
  'direct-connect',
]

/** A route table of a transit gateway. It names attachments by construct: VPC attachments, peerings, VPN connections and Direct Connect links. */
export const transitGatewayRouteTable: Sheet<typeof schema> = {
  schema,
  kind: 'transit-gateway-route-table',
  title: 'Transit gateway route table',
  noun: 'a transit gateway route table',
  group: 'connections',
  parent: { path: 'transitGateway', kinds: ['transit-gateway'] },
  container: false,
  stands: { area: 'inside', rank: 0 },
  colour: 'group-vpc',
  imported: 'TransitGatewayRouteTables',
  reached: null,
  detail: ({ associations, propagations, routes }) =>
    `${associations.length} use it · ${routes.length + propagations.length} routes`,
  *lines({ id, associations, propagations, routes }) {
    for (const from of associations) yield* line(from, id, 'transit-association', 'uses')
    for (const from of propagations) yield* line(from, id, 'propagation', 'puts its blocks into')
    for (const { destination, target } of routes) {
      const label = 'cidr' in destination ? destination.cidr : destination.prefixList
      if (target !== 'blackhole') yield* line(id, target, 'route', label)
      if ('prefixList' in destination) yield* line(id, destination.prefixList, 'route-prefix-list', 'destination')
    }
  },
  references: [
    { path: 'transitGateway', kinds: ['transit-gateway'], onDelete: 'delete-holder' },
    { path: 'associations[]', kinds: ATTACHMENTS, onDelete: 'remove-entry' },
    { path: 'propagations[]', kinds: ATTACHMENTS, onDelete: 'remove-entry' },
    {
      path: 'routes[].destination.prefixList',
      kinds: ['prefix-list'],
      onDelete: 'remove-entry',
      literal: isManagedListName,
    },
    {
      path: 'routes[].target',
      kinds: ATTACHMENTS,
      onDelete: 'blackhole',
      literal: (text) => text === 'blackhole',
    },
  ],
  blank: (parent) => ({ transitGateway: parent }),
}
