import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock } from '../net/block.ts'
import { NAT64 } from '../net/nat64.ts'
import type { RouteTarget, TableNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
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
      if (route && MAY_TRANSLATE.has(route.target.kind)) continue
      yield {
        at: [place(id, 'dns64'), ...(table.id === null ? [] : [place(table.id, 'routes')])],
        message: `The ${called(design, id)} has DNS64 on, but its route table leads 64:ff9b::/96 to no NAT gateway.`,
        fixes: [...leadToNat(design, table), turnOff(id)],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** NAT gateways, and what may hand on to one. */
const MAY_TRANSLATE: ReadonlySet<RouteTarget['kind']> = new Set([
  'nat-gateway',
  'regional-nat-gateway',
  'transit-gateway',
  'gateway-load-balancer-endpoint',
  'network-interface',
  'unknown',
] as const)

function leadToNat(design: Design, { id, vpc }: TableNet): readonly Fix[] {
  const table = id === null ? undefined : constructOfKind(design, id, 'route-table')
  const nat = vpc.enis.find(({ role, publicAddress }) => role === 'nat' && publicAddress !== null)
  if (!table || !nat) return []
  const routes = [...table.routes, { destination: { cidr: formatBlock(NAT64) }, target: nat.owner }]
  const title = `Lead 64:ff9b::/96 to the ${called(design, nat.owner)}`
  return [{ title, safety: 'review', edits: [change('route-table', table.id, { routes })] }]
}

const turnOff = (id: ConstructId): Fix => ({
  title: 'Turn DNS64 of the subnet off',
  safety: 'review',
  edits: [change('subnet', id, { dns64: false })],
})

const example = (routed: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
    const nat = b.natGateway(open)
    b.mainTable(vpc, routed ? [['64:ff9b::/96', nat]] : [])
    b.subnet(vpc, { cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:1::/64', dns64: true })
  })
