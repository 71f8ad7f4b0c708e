import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers } from '../net/block.ts'
import { NAT64 } from '../net/nat64.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, DNS64 and NAT64. */
export const dns64WithoutNat: Check = {
  id: 'dns64-without-nat',
  severity: 'warning',
  title: 'DNS64 without a route to a NAT gateway',
  why: 'DNS64 gives names with IPv4 addresses alone an address in 64:ff9b::/96. What is sent there needs a route to a NAT gateway, which translates it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
  *find({ design, topology }) {
    for (const { id, dns64 } of listOfKind(design, 'subnet')) {
      const table = dns64 ? topology.subnets.get(id)?.table : undefined
      if (!table || table.unread.length > 0) continue
      const route = table.routes6.find(({ block }) => covers(block, NAT64))
      const kind = route?.target.kind
      if (kind === 'nat-gateway' || kind === 'regional-nat-gateway' || kind === 'transit-gateway' || kind === 'unknown')
        continue
      yield {
        at: [place(id, 'dns64'), ...(table.id === null ? [] : [place(table.id, 'routes')])],
        message: `The ${called(design, id)} has DNS64 on, but its route table leads 64:ff9b::/96 to no NAT gateway.`,
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (routed: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
    const nat = b.natGateway(open)
    b.mainTable(vpc, routed ? [['64:ff9b::/96', nat]] : [])
    b.subnet(vpc, { cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:1::/64', dns64: true })
  })
