import { upperFirst } from '../base/words.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, formatBlock, overlaps } from '../net/block.ts'
import type { AttachmentNet, Eni, Route, SubnetNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { leadThrough } from './parts/leadThrough.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, appliance in a shared services VPC: a flow hash picks an interface of the attachment, in any of its zones. */
export const attachmentZoneWithoutRoute: Check = {
  id: 'attachment-zone-without-route',
  severity: 'warning',
  title: 'Zone of an inspection VPC that does not lead to the inspection',
  why: 'In appliance mode the transit gateway picks an interface of the attachment by a hash of the flow, in any of its zones, wherever the sender is. Connections that come in by a subnet whose route table does not lead on are lost.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values())
      for (const attachment of vpc.attachments) {
        if (!attachment.available || attachment.gap || !attachment.applianceMode) continue
        const inspected = inspectedBy(attachment)
        for (const { subnet } of attachment.enis)
          for (const route of inspected) {
            if (leadsThere(subnet, route, attachment)) continue
            const { table } = subnet
            const cidr = formatBlock(route.block)
            const tableName =
              table.id === null ? `the main table of the ${called(design, vpc.id)}` : `the ${called(design, table.id)}`
            yield {
              at: [
                table.id === null ? place(vpc.id) : place(table.id, 'routes'),
                place(subnet.id),
                place(attachment.id),
                route.origin!,
              ],
              message: `The ${called(design, attachment.id)} is in appliance mode, so connections come in by any of its subnets. ${upperFirst(tableName)}, which the ${called(design, subnet.id)} uses, lacks a route to ${cidr}; elsewhere one leads to the ${called(design, route.target.eni.owner)}.`,
              fixes: table.id === null ? [] : throughOwn(design, table.id, subnet, route),
            }
          }
      }
  },
  examples: { bad: () => example([]), good: () => example([['0.0.0.0/0', 'gate-b']]) },
}

type Inspected = Route & {
  readonly target: { readonly kind: 'gateway-load-balancer-endpoint' | 'network-interface'; readonly eni: Eni }
}

const isInspected = (route: Route): route is Inspected =>
  (route.target.kind === 'gateway-load-balancer-endpoint' || route.target.kind === 'network-interface') &&
  route.origin !== null

/** The routes to elsewhere that lead through an inspection in any of the attachment's subnets, each block once. */
function inspectedBy({ enis, vpc }: AttachmentNet): readonly Inspected[] {
  const found = new Map<string, Inspected>()
  for (const { subnet } of enis)
    for (const route of [...subnet.table.routes4, ...subnet.table.routes6])
      if (isInspected(route) && !found.has(route.label) && !vpc!.blocks.some((own) => covers(own, route.block)))
        found.set(route.label, route)
  return [...found.values()]
}

/** What leads to a part of it only is taken to be meant so, unless it leaves out a VPC that the gateway joins. */
function leadsThere({ table }: SubnetNet, { block }: Route, { gateway, vpc }: AttachmentNet): boolean {
  const routes = [...table.routes4, ...table.routes6]
  if (table.unread.length > 0) return true
  if (!routes.some((route) => route.source !== 'local' && overlaps(route.block, block))) return false
  return [...gateway.attachments.values()].every(
    (other) =>
      other.vpc === vpc ||
      (other.vpc?.blocks ?? []).every(
        (one) => !covers(block, one) || routes.some((route) => overlaps(route.block, one)),
      ),
  )
}

/** By the inspection endpoint of the subnet's own zone; where that has none, by the one that the other zone uses. */
function throughOwn(
  design: Design,
  table: string,
  { vpc, zoneName }: SubnetNet,
  { block, target }: Inspected,
): readonly Fix[] {
  const { inspection } = target.eni
  if (!inspection) return []
  const own = vpc.enis.find(
    (eni) =>
      eni.subnet.zoneName === zoneName &&
      eni.inspection !== null &&
      eni.inspection.provider === inspection.provider &&
      eni.inspection.firewall === inspection.firewall,
  )
  return leadThrough(design, table, block, own ?? target.eni)
}

const example = (routes: readonly (readonly [string, string])[]) =>
  buildDesign((b) => {
    const gateway = b.transitGateway()
    b.transitTable(gateway, [['0.0.0.0/0', 'attachment']])
    const vpc = b.vpc()
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const [entryA, entryB] = ['a', 'b'].map((zone, i) => {
      const gates = b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.1${i}.0/24` })
      b.gwlbe(gates, service, { id: `gate-${zone}` })
      b.routeTable(vpc, [['10.0.0.0/8', gateway]], { subnets: [gates] })
      return b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.2${i}.0/24` })
    })
    b.routeTable(vpc, [['0.0.0.0/0', 'gate-a']], { subnets: [entryA!] })
    b.routeTable(vpc, routes, { subnets: [entryB!] })
    b.attach(vpc, gateway, { id: 'attachment', subnets: [entryA!, entryB!], applianceMode: true })
  })
