import { groupBy } from '../base/groupBy.ts'
import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, covers, formatBlock, sameBlock } from '../net/block.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { Origin } from '../topology/origin.ts'
import type { Route, SubnetNet, TableNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { byFamily, FAMILIES, type Family } from './parts/byFamily.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Another VPC, and what joins it to the one that is looked at: the target of the routes on both sides. */
interface Far {
  readonly vpc: VpcNet
  readonly join: string
}

/** Source: VPC peering guide, configurations with multiple CIDR blocks; transit gateway guide: routes of VPCs are their owners' business. */
export const secondaryBlockWithoutWayBack: Check = {
  id: 'secondary-block-without-way-back',
  severity: 'warning',
  title: 'Further block of a VPC that another VPC has no way back to',
  why: 'Routes on the far side of a peering connection or a transit gateway name blocks. A block that a VPC takes on later needs routes of its own there, or what its subnets send arrives and is not answered.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-full-access.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values()) {
      for (const { first: primary, block, family } of furtherOf(vpc)) {
        const inside = sendersOf(vpc, family).filter((subnet) => covers(block, byFamily.block(subnet, family)!))
        if (inside.length === 0) continue
        for (const { vpc: far, join } of farOf(vpc)) {
          const asks = inside.some(({ table }) =>
            byFamily.routes(table, family).some((route) => leadsBy(route, join, far)),
          )
          const deaf = asks ? deafTables(far, join, primary, byFamily.block(inside[0]!, family)!, family) : []
          const [first, ...rest] = deaf
          if (!first) continue
          yield {
            at: [
              place(first.id, 'routes'),
              ...rest.slice(0, 20).map(({ id }) => place(id, 'routes')),
              placeOfBlock(design, vpc.id, block),
            ],
            message: `The ${called(design, far.id)} has routes by the ${called(design, join)} back to ${formatBlock(primary)} of the ${called(design, vpc.id)} and none to its block ${formatBlock(block)}: what the ${called(design, inside[0]!.id)} sends there is not answered.`,
            fixes: addRoutes(design, deaf, formatBlock(block), join),
          }
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

interface Further {
  /** The block of the same family that the VPC had before. */
  readonly first: Block
  readonly block: Block
  readonly family: Family
}

/** Blocks beside the first of each family, if they are not a part of it. */
function furtherOf({ primary, blocks }: VpcNet): readonly Further[] {
  return FAMILIES.flatMap((family) => {
    const own = blocks.filter((block) => byFamily.holds(block, family))
    const first = family === 4 ? primary : (own[0] ?? null)
    return first ? own.filter((block) => !covers(first, block)).map((block) => ({ first, block, family })) : []
  })
}

/** Where the design says it, as AWS reads it. */
function placeOfBlock(design: Design, vpc: string, block: Block): Origin {
  const key = byFamily.holds(block, 4) ? 'cidrs' : 'ipv6Cidrs'
  const index = (constructOfKind(design, vpc, 'vpc')?.[key] ?? []).findIndex((text) => {
    const one = readBlock(text)
    return one !== null && sameBlock(one, block)
  })
  return index < 0 ? place(vpc) : place(vpc, key, index)
}

/** Subnets with something that may ask. */
const sendersOf = ({ enis }: VpcNet, family: Family): readonly SubnetNet[] => [
  ...groupBy(
    enis.filter(
      (eni) => eni.role === 'client' && byFamily.address(eni, family) !== null && byFamily.block(eni.subnet, family),
    ),
    ({ subnet }) => subnet,
  ).keys(),
]

function farOf(vpc: VpcNet): readonly Far[] {
  const peers = vpc.peerings.flatMap(({ id, active, requester, accepter }) => {
    const other = requester === vpc ? accepter : requester
    return active && other && other !== vpc ? [{ vpc: other, join: id }] : []
  })
  const attached = vpc.attachments.flatMap(({ gateway, available }) =>
    [...gateway.attachments.values()].flatMap(({ vpc: other, available: too }) =>
      available && too && other && other !== vpc ? [{ vpc: other, join: gateway.id }] : [],
    ),
  )
  return [...peers, ...attached]
}

/** Whether a route leads to the far VPC by the join; one by a transit gateway also where it covers more than that VPC. */
const leadsBy = ({ target, block }: Route, join: string, { blocks }: VpcNet): boolean =>
  'id' in target && target.id === join && blocks.some((one) => covers(block, one) || covers(one, block))

type Drawn = TableNet & { readonly id: string }

/** Tables of the far VPC that lead by the join to the block that was there first, and for the further one nowhere or out to the internet. */
const deafTables = (far: VpcNet, join: string, primary: Block, { base }: Block, family: Family): readonly Drawn[] =>
  [...groupBy(far.enis, ({ subnet }) => subnet.table).keys()].filter((table): table is Drawn => {
    if (table.id === null || table.unread.length > 0) return false
    const leads = ({ target, block }: Route) => 'id' in target && target.id === join && covers(block, primary)
    if (!byFamily.routes(table, family).some(leads)) return false
    const back = lookUpRoute(table, base)?.target.kind
    return back === undefined || OUTSIDE.has(back)
  })

const OUTSIDE: ReadonlySet<Route['target']['kind']> = new Set([
  'blackhole',
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'regional-nat-gateway',
])

function addRoutes(design: Design, tables: readonly Drawn[], cidr: string, join: string): readonly Fix[] {
  const edits = tables.slice(0, 20).flatMap(({ id }) => {
    const table = constructOfKind(design, id, 'route-table')
    const taken = table?.routes.some(({ destination }) => 'cidr' in destination && destination.cidr === cidr)
    return table && !taken
      ? [change('route-table', id, { routes: [...table.routes, { destination: { cidr }, target: join }] })]
      : []
  })
  const [first, ...rest] = edits
  if (!first) return []
  const where = edits.length === 1 ? `the ${called(design, tables[0]!.id)}` : `${edits.length} route tables`
  return [{ title: `Add a route for ${cidr} to ${where}`, safety: 'review', edits: [first, ...rest] }]
}

const example = (back: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a', cidrs: ['10.0.0.0/16', '100.64.0.0/16'] })
    const far = b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    const peering = b.peering(vpc, far)
    b.mainTable(vpc, [['10.1.0.0/16', peering]])
    b.mainTable(far, [['10.0.0.0/16', peering], ...(back ? ([['100.64.0.0/16', peering]] as const) : [])])
    b.ec2(b.subnet(vpc, { cidr: '100.64.1.0/24' }))
    b.ec2(b.subnet(far, { cidr: '10.1.1.0/24' }))
  })
