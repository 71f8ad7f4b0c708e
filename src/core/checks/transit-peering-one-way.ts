import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { type Block, formatBlock, overlaps } from '../net/block.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { AttachmentNet, Topology, TransitTableNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, peering attachments: routes over a peering are static, on both sides. */
export const transitPeeringOneWay: Check = {
  id: 'transit-peering-one-way',
  severity: 'warning',
  title: 'Peering of transit gateways with routes one way only',
  why: 'Nothing is propagated over a peering. Each gateway’s tables need static routes to what is behind the other, and the table that the peering is associated with has to know the VPCs of its own gateway: else requests arrive and the answers are lost.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  *find({ topology }) {
    const said = new Set<string>()
    for (const table of topology.transitTables.values())
      for (const { target, block } of [...table.routes4, ...table.routes6]) {
        const near = target.kind === 'attachment' ? target.attachment : null
        const far = near?.peer
        if (!near?.available || !far || table.unread.length > 0) continue
        for (const asker of vpcsAt(table.gateway.attachments).filter((one) => one.table === table))
          for (const { lacking, vpc, via } of lacksFor(near, far, block, asker)) {
            const four = isIp4(block.base)
            const key = `${lacking.id} ${vpc.id} ${four}`
            if (said.has(key)) continue
            said.add(key)
            yield sightingOf(topology, { lacking, vpc, via }, { id: near.id, table }, four)
          }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

type VpcAttachment = AttachmentNet & { readonly vpc: VpcNet }
interface Lack {
  readonly lacking: TransitTableNet
  /** Whose blocks it does not know, and the attachment that leads there. */
  readonly vpc: VpcNet
  readonly via: AttachmentNet
}

const vpcsAt = (attachments: ReadonlyMap<string, AttachmentNet>): readonly VpcAttachment[] =>
  [...attachments.values()].flatMap((one) => (one.vpc && one.available ? [{ ...one, vpc: one.vpc }] : []))

/** Tables that the answer to `asker` would ask, and that do not know it: of those who are asked, and of the peering at the asker's own gateway. */
function* lacksFor(near: AttachmentNet, far: AttachmentNet, block: Block, asker: VpcAttachment): Iterable<Lack> {
  const four = isIp4(block.base)
  const asked = vpcsAt(far.gateway.attachments).filter(({ vpc }) => vpc.blocks.some((one) => overlaps(one, block)))
  for (const { table, vpc } of asked)
    if (table && vpc !== asker.vpc && !knows(table, asker.vpc, four)) yield { lacking: table, vpc: asker.vpc, via: far }
  if (asked.length > 0 && near.table && !knows(near.table, asker.vpc, four))
    yield { lacking: near.table, vpc: asker.vpc, via: asker }
}

const blocksOf = ({ blocks }: VpcNet, four: boolean): readonly Block[] =>
  blocks.filter(({ base }) => isIp4(base) === four)

/** Whether the table leads anywhere for the VPC's addresses of the family. What cannot be read may. */
const knows = (table: TransitTableNet, vpc: VpcNet, four: boolean): boolean =>
  table.unread.length > 0 || blocksOf(vpc, four).every(({ base }) => lookUpRoute(table, base) !== null)

function sightingOf(
  { design }: Topology,
  { lacking, vpc, via }: Lack,
  peering: { readonly id: string; readonly table: TransitTableNet },
  four: boolean,
): Sighting {
  const blocks = blocksOf(vpc, four).map(formatBlock)
  return {
    at: [place(lacking.id, 'routes'), place(peering.id), place(vpc.id)],
    message: `The ${called(design, peering.table.id)} leads over the ${called(design, peering.id)}, but the ${called(design, lacking.id)}, which the answers ask, has no route to ${blocks.join(', ')} of the ${called(design, vpc.id)}: they are lost.`,
    fixes: addRoutes(design, lacking.id, via, blocks, four),
  }
}

function addRoutes(
  design: Topology['design'],
  id: string,
  { id: target, kind, ipv6 }: AttachmentNet,
  blocks: readonly string[],
  four: boolean,
): readonly Fix[] {
  const table = constructOfKind(design, id, 'transit-gateway-route-table')
  if (!table) return []
  const name = called(design, id)
  // IPv6 is propagated only where the attachment supports it
  if (kind === 'vpc' && (four || ipv6) && !table.propagations.includes(target)) {
    const edits = [
      change('transit-gateway-route-table', id, { propagations: [...table.propagations, target] }),
    ] as const
    return [{ title: `Propagate the ${called(design, target)} into the ${name}`, safety: 'review', edits }]
  }
  const known = new Set(table.routes.flatMap(({ destination }) => ('cidr' in destination ? [destination.cidr] : [])))
  const routes = blocks.filter((cidr) => !known.has(cidr)).map((cidr) => ({ destination: { cidr }, target }))
  if (routes.length === 0) return []
  const edits = [change('transit-gateway-route-table', id, { routes: [...table.routes, ...routes] })] as const
  return [
    { title: `Lead ${blocks.join(', ')} over the ${called(design, target)} in the ${name}`, safety: 'review', edits },
  ]
}

const example = (back: boolean) =>
  buildDesign((b) => {
    const [east, west] = [
      b.transitGateway({ id: 'east' }),
      b.transitGateway({ id: 'west', region: b.region('us-west-2') }),
    ]
    b.transitTable(east, [['10.1.0.0/16', 'peering']])
    b.transitTable(west, back ? [['10.0.0.0/16', 'peering']] : [])
    const near = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.subnet(near, { cidr: '10.0.1.0/24' })
    b.attach(near, east)
    const far = b.vpc({ cidrs: ['10.1.0.0/16'], region: b.region('us-west-2') })
    b.subnet(far, { cidr: '10.1.1.0/24', zone: 'us-west-2a' })
    b.attach(far, west)
    b.transitPeering(east, west, { id: 'peering' })
  })
