import { groupBy } from '../base/groupBy.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, covers, formatBlock, sameBlock } from '../net/block.ts'
import type { LinkNet, Route, RouteList } from '../topology/topology.ts'
import type { Check, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Sources: VPC guide and transit gateway guide, route priority: the longest prefix wins, and only then Direct Connect before a VPN. */
export const linksAnnounceDifferentLengths: Check = {
  id: 'links-announce-different-lengths',
  severity: 'warning',
  title: 'A VPN announces longer blocks than Direct Connect',
  why: 'Direct Connect is preferred to a VPN only where both announce the same block. Of different lengths the longer wins, whichever way it leads: part of the traffic, or one direction of it, takes the other way, and firewalls that watch connections drop it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
  *find({ topology }) {
    const { design } = topology
    const name = (id: string) => called(design, id)
    const tables: readonly (RouteList & { readonly id: string | null })[] = [
      ...topology.transitTables.values(),
      ...topology.tables.values(),
    ]
    const said = new Set<string>()
    for (const { routes4 } of tables)
      for (const { longer, shorter } of pairsOf(routes4.flatMap(linkRoutes))) {
        const key = `${longer.link.id} ${shorter.link.id}`
        if (said.has(key)) continue
        said.add(key)
        yield told(
          longer,
          shorter,
          `The ${name(longer.link.id)} announces ${formatBlock(longer.block)} and the ${name(shorter.link.id)} ${formatBlock(shorter.block)}: what is for the first goes over the VPN, though Direct Connect is there.`,
          announceAsWell(design, shorter.link, 'announced', shorter.link.blocks, longer.block),
        )
      }
    for (const network of topology.onPremises.values()) {
      const own = network.only?.table.routes4.flatMap(({ target, block }) =>
        target.kind === 'link' ? [{ link: target.link, block }] : [],
      )
      for (const { longer, shorter } of pairsOf(own ?? [])) {
        const key = `back ${longer.link.id} ${shorter.link.id}`
        if (said.has(key)) continue
        said.add(key)
        yield told(
          longer,
          shorter,
          `AWS announces ${formatBlock(longer.block)} over the ${name(longer.link.id)} and ${formatBlock(shorter.block)} over the ${name(shorter.link.id)}: the ${name(network.id)} sends what is for the first over the VPN, answers among it.`,
          announceAsWell(design, shorter.link, 'allowedPrefixes', shorter.link.allowed ?? [], longer.block),
        )
      }
    }
  },
  examples: { bad: () => example(['192.168.0.0/16']), good: () => example(['192.168.4.0/24']) },
}

interface Announced {
  readonly link: LinkNet
  readonly block: Route['block']
}

const told = ({ link: a }: Announced, { link: b }: Announced, message: string, fixes: readonly Fix[]): Sighting => ({
  at: [place(a.id), place(b.id)],
  message,
  fixes,
})

/** Of equal length Direct Connect is preferred. */
function announceAsWell(
  design: Design,
  { id }: LinkNet,
  field: 'announced' | 'allowedPrefixes',
  before: readonly Block[],
  block: Block,
): readonly Fix[] {
  const fields = { [field]: [...before, block].map(formatBlock) }
  const title = `Announce ${formatBlock(block)} over the ${called(design, id)} as well`
  return [{ title, safety: 'review', edits: [change('direct-connect', id, fields)] }]
}

/** A route as the links put it there: a virtual private gateway's stands for all that announce its block. */
function linkRoutes({ target, block, source }: Route): readonly Announced[] {
  if (!source.startsWith('from-') || source === 'from-vpc') return []
  if (target.kind === 'attachment') return target.attachment.link ? [{ link: target.attachment.link, block }] : []
  if (target.kind !== 'virtual-private-gateway') return []
  return target.gateway.links
    .filter((link) => link.source === source && link.up && link.blocks.some((own) => sameBlock(own, block)))
    .map((link) => ({ link, block }))
}

/** A block of a VPN connection inside one of Direct Connect, to the same network, which Direct Connect does not announce in that length. */
function* pairsOf(routes: readonly Announced[]): Iterable<{ readonly longer: Announced; readonly shorter: Announced }> {
  const byNetwork = groupBy(routes, ({ link }) => link.network?.id ?? null)
  for (const own of byNetwork.values())
    for (const longer of own)
      for (const shorter of own) {
        const isInside = shorter.block.length < longer.block.length && covers(shorter.block, longer.block)
        // a longer block over Direct Connect, which is preferred anyway, is how one writes a backup
        if (!isInside || longer.link.kind !== 'vpn' || shorter.link.kind !== 'direct-connect') continue
        if (!own.some((one) => one.link.kind === shorter.link.kind && sameBlock(one.block, longer.block)))
          yield { longer, shorter }
      }
}

const example = (announced: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.virtualPrivateGateway(vpc)
    b.mainTable(vpc, [], { propagatingGateways: [gateway] })
    const site = b.onPremises(['192.168.0.0/16'])
    b.vpn(b.customerGateway({ network: site }), gateway, { routing: 'bgp', routes: ['192.168.4.0/24'] })
    b.directConnect(site, gateway, { announced })
  })
