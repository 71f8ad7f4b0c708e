import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, overlaps } from '../net/block.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { AttachmentNet, Eni, Route, SubnetNet, TableNet, VpcNet } from '../topology/topology.ts'
import type { Check, Sighting } from './check.ts'
import { byFamily, FAMILIES, type Family, sayFamily } from './parts/byFamily.ts'
import { called } from './parts/called.ts'
import { leadThrough } from './parts/leadThrough.ts'
import { place } from './parts/place.ts'

/** Sources: transit gateway guide, appliance in a shared services VPC; Network Firewall guide, transit gateway attachment configuration. */
export const inspectionOneSided: Check = {
  id: 'inspection-one-sided',
  severity: 'warning',
  title: 'The two directions take different inspections',
  why: 'An inspection endpoint belongs to a zone, and what is behind it drops connections of which it sees one half. What comes in for a subnet has to be led through the endpoint that the subnet’s own answers take, whatever the zone by which it comes in.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-tgw-multi-az.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values())
      for (const family of FAMILIES)
        for (const subnet of subnetsInUse(vpc, family))
          for (const { table, what } of waysIn(vpc)) {
            if (table === subnet.table || table.unread.length > 0 || subnet.table.unread.length > 0) continue
            const sighting = compare(design, subnet, table, what, family)
            if (sighting) yield sighting
          }
  },
  examples: { bad: () => example('gate-a'), good: () => example('gate-b') },
}

/** Subnets of those who ask and answer, each with a block of its own. */
const subnetsInUse = ({ enis }: VpcNet, family: Family): ReadonlySet<SubnetNet> =>
  new Set(
    enis.flatMap((eni) => {
      const isUser = eni.role === 'client' || eni.role === 'endpoint' || eni.role === 'load-balancer'
      return isUser && byFamily.address(eni, family) !== null && byFamily.block(eni.subnet, family) ? [eni.subnet] : []
    }),
  )

interface WayIn {
  readonly table: TableNet
  readonly what: AttachmentNet
}

/** The tables by which transit gateways bring traffic into the VPC, each once. */
function waysIn({ attachments }: VpcNet): readonly WayIn[] {
  const found = new Map<TableNet, WayIn>()
  for (const what of attachments)
    if (what.available)
      for (const { subnet } of what.enis)
        if (!found.has(subnet.table)) found.set(subnet.table, { table: subnet.table, what })
  return [...found.values()]
}

function compare(
  design: Design,
  subnet: SubnetNet,
  table: TableNet,
  attachment: AttachmentNet,
  family: Family,
): Sighting | null {
  const block = byFamily.block(subnet, family)!
  const back = byFamily.routes(subnet.table, family).find((route) => leadsBack(route, attachment, family))
  const into = lookUpRoute(table, block.base)
  if (!back?.origin || !into) return null
  const [out, own] = [endpointOf(back), endpointOf(into)]
  if (out === own) return null
  const name = (eni: Eni | null) =>
    eni === null
      ? 'no inspection'
      : `the ${called(design, eni.owner)}${out?.owner === own?.owner ? ` in the ${called(design, eni.subnet.id)}` : ''}`
  const at = into.origin ?? (table.id === null ? place(table.vpc.id, 'mainRouteTable') : place(table.id, 'routes'))
  return {
    at: [at, back.origin, place(subnet.id)],
    message: `What the ${called(design, attachment.gateway.id)} brings in for the ${called(design, subnet.id)}${sayFamily(family)} by ${
      table.id === null ? 'the main table' : `the ${called(design, table.id)}`
    } passes ${name(own)}, and the answers of the subnet pass ${name(out)}: each sees one direction only.`,
    fixes: out === null || table.id === null ? [] : leadThrough(design, table.id, block, out),
  }
}

/** A route of the subnet that leads out of the VPC to the gateway, directly or through an inspection. */
function leadsBack({ target, block }: Route, { gateway, vpc }: AttachmentNet, family: Family): boolean {
  if (target.kind === 'transit-gateway') return target.gateway === gateway
  if (target.kind !== 'gateway-load-balancer-endpoint' || vpc!.blocks.some((own) => covers(own, block))) return false
  return byFamily
    .routes(target.eni.subnet.table, family)
    .some(
      (one) => one.target.kind === 'transit-gateway' && one.target.gateway === gateway && overlaps(one.block, block),
    )
}

const endpointOf = ({ target }: Route): Eni | null =>
  target.kind === 'gateway-load-balancer-endpoint' ? target.eni : null

const example = (gate: string) =>
  buildDesign((b) => {
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    const vpc = b.vpc()
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const gates = ['a', 'b'].map((zone, i) =>
      b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.1${i}.0/24`, id: `gates-${zone}` }),
    )
    b.gwlbe('gates-a', service, { id: 'gate-a' })
    b.gwlbe('gates-b', service, { id: 'gate-b' })
    b.routeTable(vpc, [['10.1.0.0/16', gateway]], { subnets: gates })
    const app = b.subnet(vpc, { zone: 'us-east-1b', cidr: '10.0.2.0/24' })
    b.ec2(app)
    b.routeTable(vpc, [['10.1.0.0/16', 'gate-b']], { subnets: [app] })
    const entry = b.subnet(vpc, { cidr: '10.0.20.0/28' })
    b.routeTable(vpc, [['10.0.2.0/24', gate]], { subnets: [entry] })
    b.attach(vpc, gateway, { subnets: [entry] })
  })
