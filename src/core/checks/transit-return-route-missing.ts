import { groupBy } from '../base/groupBy.ts'
import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatBlock, overlaps } from '../net/block.ts'
import type { Route, SubnetNet, Topology, VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { byFamily, FAMILIES, type Family, sayFamily } from './parts/byFamily.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, routing: propagation fills the gateway's tables, never those of VPCs. */
export const transitReturnRouteMissing: Check = {
  id: 'transit-return-route-missing',
  severity: 'warning',
  title: 'Attached VPC that does not answer over the transit gateway',
  why: 'A transit gateway learns the blocks of its VPCs by itself; the VPCs learn nothing. Each needs a route to the gateway in the tables of its subnets, or requests arrive and the answers are lost.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-getting-started.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values()) {
      const gateways = new Set(vpc.attachments.flatMap((one) => (one.available ? one.gateway.id : [])))
      for (const family of gateways.size === 0 ? [] : FAMILIES) {
        if (family === 6 && !isReachedBy6(topology, vpc)) continue
        const subnets = subnetsOf(vpc, family)
        const dumb = subnets.filter(
          ({ table }) => table.unread.length === 0 && !leadsOn(byFamily.routes(table, family), gateways),
        )
        // where some do lead there, those that do not may be meant to keep out
        if (dumb.length === 0 || dumb.length < subnets.length) continue
        const ids = dumb.map(({ id }) => id)
        const [gateway] = gateways
        const cidrs = farBlocks(vpc, family)
        const tables = [...groupBy(dumb, ({ table }) => table.id).keys()].slice(0, 20)
        yield {
          at: [place(vpc.attachments[0]!.id), ...ids.slice(0, 20).map((id) => place(id))],
          message: `The ${called(design, vpc.id)} is attached to the ${called(design, gateway!)}, but no route table of ${calledAll(design, ids)} leads there${sayFamily(family)}: what comes over the gateway is not answered.`,
          fixes: tables.flatMap((id) => {
            const table = constructOfKind(design, id, 'route-table')
            if (!table || cidrs.length === 0) return []
            const routes = [...table.routes, ...cidrs.map((cidr) => ({ destination: { cidr }, target: gateway! }))]
            const title = `Lead ${cidrs.join(', ')} to the gateway in the ${called(design, id)}`
            return [{ title, safety: 'review' as const, edits: [change('route-table', id, { routes })] as const }]
          }),
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** Many a VPC that has IPv6 blocks joins others by IPv4 alone: only where its gateway leads IPv6 to it does anything come. */
const isReachedBy6 = ({ transitTables }: Topology, { attachments }: VpcNet): boolean =>
  [...transitTables.values()].some(({ routes6 }) =>
    routes6.some(({ target }) => target.kind === 'attachment' && attachments.includes(target.attachment)),
  )

/** Blocks of the other VPCs on the gateway; none where there are too many for a fix, or where they overlap the VPC's own. */
function farBlocks(vpc: VpcNet, family: Family): readonly string[] {
  const others = vpc.attachments.flatMap(({ gateway }) =>
    [...gateway.attachments.values()].flatMap((far) => (far.vpc && far.vpc !== vpc ? far.vpc.blocks : [])),
  )
  if (others.length > 10) return []
  const blocks = others.filter((block) => byFamily.holds(block, family))
  const isOwn = blocks.some((block) => vpc.blocks.some((own) => overlaps(own, block)))
  return isOwn ? [] : [...new Set(blocks.map(formatBlock))]
}

/** Subnets with something that could answer. */
const subnetsOf = ({ enis }: VpcNet, family: Family): readonly SubnetNet[] => [
  ...new Set(
    enis
      .filter((eni) => (eni.role === 'client' || eni.role === 'endpoint') && byFamily.address(eni, family) !== null)
      .map(({ subnet }) => subnet),
  ),
]

/** By the gateway itself, or by something that may hand on to it. */
const leadsOn = (routes: readonly Route[], gateways: ReadonlySet<string>): boolean =>
  routes.some(
    ({ target }) =>
      (target.kind === 'transit-gateway' && gateways.has(target.id)) ||
      target.kind === 'gateway-load-balancer-endpoint' ||
      target.kind === 'network-interface' ||
      target.kind === 'nat-gateway' ||
      target.kind === 'unknown',
  )

const example = (back: boolean) =>
  buildDesign((b) => {
    const far = b.vpc({ id: 'vpc-far', cidrs: ['10.1.0.0/16'] })
    b.subnet(far, { cidr: '10.1.1.0/24' })
    const vpc = b.vpc()
    const gateway = b.transitGateway()
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }))
    b.transitTable(gateway)
    b.attach(vpc, gateway)
    b.attach(far, gateway)
    b.mainTable(vpc, back ? [['10.0.0.0/8', gateway]] : [])
  })
