import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { blockOf, covers } from '../net/block.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Addresses that the resolver makes up for IPv4 hosts, which a NAT gateway translates. Source: VPC guide, DNS64 and NAT64. */
const NAT64 = blockOf('64:ff9b::/96')!

/** Source: EC2 API, CreateRoute: egress-only internet gateways for IPv6, NAT gateways for IPv4 only. */
export const routeOfWrongFamily: Check = {
  id: 'route-of-wrong-family',
  severity: 'warning',
  title: 'Route to a gateway of the other address family',
  why: 'An egress-only internet gateway carries IPv6 and nothing else. A NAT gateway carries IPv4; of IPv6 it takes only 64:ff9b::/96, which it translates.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
  *find({ design }) {
    for (const table of listOfKind(design, 'route-table'))
      for (const [i, { destination, target }] of table.routes.entries()) {
        const block = 'cidr' in destination ? readBlock(destination.cidr) : null
        if (!block || !('cidr' in destination)) continue
        const isV4 = isIp4(block.base)
        const wrong = isV4
          ? constructOfKind(design, target, 'egress-only-internet-gateway')
          : !covers(NAT64, block) &&
            (constructOfKind(design, target, 'nat-gateway') ?? constructOfKind(design, target, 'regional-nat-gateway'))
        if (!wrong) continue
        const translates = !isV4 && covers(block, NAT64)
        const carries = isV4
          ? 'IPv6 only: nothing gets through'
          : translates
            ? '64:ff9b::/96 and no other IPv6: what is for other addresses is lost'
            : 'IPv4 only: nothing gets through'
        yield {
          at: [place(table.id, 'routes', i), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)} leads ${destination.cidr} to the ${called(design, target)}, which carries ${carries}.`,
          fixes: [translates ? narrow(table, i) : deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example('0.0.0.0/0'), good: () => example('::/0') },
}

/** DNS64 needs what gets through. */
const narrow = (table: ConstructOf<'route-table'>, i: number): Fix => ({
  title: 'Lead 64:ff9b::/96 there and nothing else',
  safety: 'review',
  edits: [
    change('route-table', table.id, {
      routes: table.routes.map((route, at) => (at === i ? { ...route, destination: { cidr: '64:ff9b::/96' } } : route)),
    }),
  ],
})

const example = (destination: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.routeTable(vpc, [[destination, b.egressOnlyInternetGateway(vpc)]])
  })
