import { appendAll } from '../../base/appendAll.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isIp4 } from '../../net/address.ts'
import { covers, formatBlock, sameBlock } from '../../net/block.ts'
import type { AttachmentNet, LinkNet, Route, RouteTarget, UnreadBlock, UnreadRoute, VpcNet } from '../topology.ts'
import {
  type AttachmentBuild,
  addGap,
  type Building,
  type Lower,
  type RouteBuild,
  type TableBuild,
  type TransitTableBuild,
} from './building.ts'
import { announcedUnread, expandRoute, fillTable, findRivals } from './lowerRoutes.ts'
import { findAttachment } from './lowerTransit.ts'

/** The routes of transit gateways: static ones and what attachments propagate. Source: transit gateway guide, route tables. */
export const lowerTransitRoutes: Lower<'transit-gateway-route-table'> = (building, tables) => {
  for (const table of tables) {
    const net = building.transitTables.get(table.id)
    if (!net) continue
    const routes = [...staticRoutes(building, net, table), ...propagated(building, net, table)]
    findRivals(routes)
    fillTable(net, routes)
  }
}

function staticRoutes(
  building: Building,
  net: TransitTableBuild,
  { id, routes }: ConstructOf<'transit-gateway-route-table'>,
): RouteBuild[] {
  return routes.flatMap((route, index) => {
    const origin = { construct: id, path: ['routes', index] }
    const target = (): RouteTarget => {
      if (route.target === 'blackhole') return { kind: 'blackhole' }
      const attachment = findAttachment(building, net, route.target)
      return attachment
        ? { kind: 'attachment', id: route.target, attachment }
        : {
            kind: 'unknown',
            id: route.target,
            code: 'dangling-reference',
            why: `“${route.target}” is no attachment of this transit gateway that leads anywhere`,
          }
    }
    return expandRoute(building, net, net.gateway.regionCode, route, origin, target)
  })
}

function propagated(
  building: Building,
  net: TransitTableBuild,
  { id, propagations }: ConstructOf<'transit-gateway-route-table'>,
): RouteBuild[] {
  return propagations.flatMap((name, index) => {
    const origin = { construct: id, path: ['propagations', index] }
    const attachment = findAttachment(building, net, name)
    if (!attachment) {
      const gap = addGap(building, 'dangling-reference', origin, `no attachment “${name}” of this transit gateway`)
      appendAll(net.unread, announcedUnread([{ family: null, gap }], name))
      return []
    }
    if (!attachment.available) return []
    const { blocks, unread, source } = announcedBy(attachment)
    appendAll(net.unread, announcedUnread(unread, name))
    const target: RouteTarget = { kind: 'attachment', id: name, attachment }
    return blocks.map((block) => ({ block, target, origin, source, label: formatBlock(block), rival: null }))
  })
}

/**
 * What an attachment propagates: a VPC its blocks, those of IPv6 with IPv6 support only, and a link what BGP announces over it. A VPN connection with
 * static routing announces nothing, and peerings never do. Source: transit gateway guide, VPN attachments; CreateTransitGatewayVpcAttachmentRequestOptions.
 */
function announcedBy({ kind, vpc, link, ipv6, gap }: AttachmentBuild): Announced {
  if (vpc) {
    const carries = (family: 4 | 6 | null) => ipv6 || family !== 6
    return {
      blocks: vpc.blocks.filter((block) => carries(familyOfBlock(block))),
      unread: vpc.unread.filter(({ family }) => carries(family)),
      source: 'from-vpc',
    }
  }
  // of a VPC that is not drawn nobody knows the blocks
  if (kind === 'vpc' && gap) return { ...NOTHING, unread: [{ family: ipv6 ? null : 4, gap }] }
  if (!link || link.source === 'from-vpn-static') return NOTHING
  return { blocks: link.blocks, unread: link.unread, source: link.source }
}
interface Announced {
  readonly blocks: readonly Route['block'][]
  readonly unread: readonly UnreadBlock[]
  readonly source: Route['source']
}
const NOTHING: Announced = { blocks: [], unread: [], source: 'from-vpn-bgp' }

/** The one table of each on-premises network: its own blocks, what AWS announces over each link that is up, and the internet. */
export const lowerOnPremisesRoutes: Lower<'on-premises-network'> = (building, networks) => {
  for (const network of networks) {
    const net = building.onPremises.get(network.id)!
    const table = net.only!.table as TableBuild
    const routes: RouteBuild[] = net.blocks.map((block) => route({ kind: 'local' }, block, 'local', null))
    const links = [...building.links.values()].filter((link) => link.network === net && link.up)
    for (const link of links) {
      const origin = { construct: link.id, path: ['gateway'] }
      const target: RouteTarget = { kind: 'link', id: link.id, link }
      for (const block of announcedTo(building, link))
        if (!routes.some((one) => sameBlock(one.block, block) && one.source === link.source))
          routes.push(route(target, block, link.source, origin))
    }
    if (network.internetAccess)
      routes.push(
        route({ kind: 'own-internet', id: network.id }, { base: 0, length: 0 }, 'static', {
          construct: network.id,
          path: ['internetAccess'],
        }),
      )
    appendAll(table.unread, announcedUnread(net.unread, 'local'))
    for (const link of links) {
      const isKnown = (block: Route['block']) =>
        routes.some((one) => sameBlock(one.block, block) && leadsTo(one.target, link.privateGateway))
      appendAll(
        table.unread,
        unreadTo(building, link).filter(({ block }) => block === undefined || !isKnown(block)),
      )
    }
    fillTable(table, routes)
  }
}

const leadsTo = (target: RouteTarget, gateway: LinkNet['privateGateway']): boolean =>
  target.kind === 'link' && target.link.privateGateway === gateway

const route = (
  target: RouteTarget,
  block: Route['block'],
  source: Route['source'],
  origin: Route['origin'],
): RouteBuild => ({ block, target, origin, source, label: formatBlock(block), rival: null })

/**
 * What AWS announces over a link. Allowed prefixes let whole blocks of a virtual private gateway's VPC through that they cover, and are announced
 * as they stand towards a transit gateway; by BGP a virtual private gateway also passes on what its other sites announce.
 * Source: Direct Connect guide, allowed prefixes; Site-to-Site VPN guide, VPN CloudHub.
 */
function announcedTo(building: Building, link: LinkNet): readonly Route['block'][] {
  const { allowed, attachment, privateGateway } = link
  if (!privateGateway) {
    const told = allowed ?? behind(null, attachment)
    return attachment && !isLearned(link) ? [...told, ...attachedTo(building, attachment)] : told
  }
  return [
    ...behind(privateGateway.vpc, null).filter((block) => isAllowed(link, block)),
    ...otherSites(building, link).flatMap(({ blocks }) => blocks),
  ]
}

const isAllowed = ({ allowed }: LinkNet, block: Route['block']): boolean =>
  allowed === null || allowed.some((one) => covers(one, block))

const otherSites = (building: Building, { id, source, privateGateway }: LinkNet): readonly LinkNet[] =>
  [...building.links.values()].filter(
    (one) =>
      one.id !== id && one.privateGateway === privateGateway && one.up && isLearned(one) && isLearned({ source }),
  )

/** The same of what cannot be read: a prefix that may let one of the VPC's blocks through, and blocks that may be any. */
function unreadTo(building: Building, link: LinkNet): readonly UnreadRoute[] {
  const { id, allowed, unreadAllowed, attachment, privateGateway, gatewayGap } = link
  if (!privateGateway && !gatewayGap) return announcedUnread(allowed ? unreadAllowed : unreadBehind(attachment), id)
  const blocks = privateGateway?.vpc?.blocks ?? []
  const unread = gatewayGap ? [{ family: null, gap: gatewayGap }] : (privateGateway?.vpc?.unread ?? [])
  const perhaps = unreadAllowed.flatMap(({ family, gap }) =>
    blocks
      .filter((block) => familyOfBlock(block) === family && !isAllowed(link, block))
      .map((block): UnreadRoute => ({ family, target: id, whole: false, block, gap })),
  )
  const own = unread.flatMap((one): UnreadRoute[] => {
    const anything = announcedUnread([one], id)
    if (allowed === null || unreadAllowed.some(({ family }) => one.family === null || family === one.family))
      return anything
    return allowed.flatMap((within) => anything.map((route) => ({ ...route, within })))
  })
  const others = privateGateway ? otherSites(building, link).flatMap((one) => one.unread) : []
  return [...perhaps, ...own, ...announcedUnread(others, id)]
}

const familyOfBlock = ({ base }: Route['block']): 4 | 6 => (isIp4(base) ? 4 : 6)

const unreadBehind = (attachment: AttachmentNet | null): readonly UnreadRoute[] =>
  attachment?.table?.unread.filter(({ target }) => target !== attachment.id) ?? []

const isLearned = ({ source }: Pick<LinkNet, 'source'>): boolean => source !== 'from-vpn-static'

/** What is written down at the far end of a VPN connection with static routing, to which a transit gateway announces nothing: the blocks of all that is attached. */
const attachedTo = (building: Building, { gateway, link }: AttachmentNet): readonly Route['block'][] =>
  [...building.attachments.values()].flatMap((one) =>
    one.gateway === gateway && one.link !== link ? (one.vpc?.blocks ?? one.link?.blocks ?? []) : [],
  )

/** What a gateway announces to the far end of a link: the blocks of its VPC, or all that its transit gateway's table leads elsewhere to. */
function behind(vpc: Pick<VpcNet, 'blocks'> | null, attachment: AttachmentNet | null): readonly Route['block'][] {
  if (vpc) return vpc.blocks
  const table = attachment?.table
  return table
    ? [...table.routes4, ...table.routes6]
        .filter(({ target }) => !(target.kind === 'attachment' && target.attachment.id === attachment.id))
        .map(({ block }) => block)
    : []
}
