import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { blockOf, covers } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
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
        yield {
          at: [place(table.id, 'routes', i), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)} leads ${destination.cidr} to the ${called(design, target)}, which carries ${isV4 ? 'IPv6' : 'IPv4'} only: nothing gets through.`,
          fixes: [deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example('0.0.0.0/0'), good: () => example('::/0') },
}

const example = (destination: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.routeTable(vpc, [[destination, b.egressOnlyInternetGateway(vpc)]])
  })
