import { formatAddress } from '../../../net/address.ts'
import type { AttachmentNet, Route, RouteTarget, SubnetNet, TransitTableNet } from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'
import { visit } from '../circles.ts'
import { crossEdge } from '../filters/passFilters.ts'
import { findListedRoute, findUnreadRoute, lookUpRoute, rivalRoute } from '../lookUpRoute.ts'
import type { Cross, FollowTo, Next } from '../next.ts'
import { drop, enter, lose, type Place, pass, placeAt, stop } from '../place.ts'
import { routeStep } from '../routeStep.ts'
import { addAmbiguity, addBlocker, assumeListed, namePath } from '../tell.ts'
import { crossJoin, type Walk } from '../walk.ts'
import { enterOnPremises } from './enterOnPremises.ts'
import { enterVpc } from './enterVpc.ts'
import { MTU, noteSize } from './noteSize.ts'

const HOW = 'transit-gateway'

/**
 * A subnet's route leads to a transit gateway: by the VPC's attachment, which needs a subnet in the sender's zone, and past the ACL of that subnet.
 * Source: transit gateway guide, attachments and network ACLs.
 */
export function passTransitGateway(walk: Walk, { subnet, vpc, packet, route }: FollowTo<'transit-gateway'>): Next {
  const { id, gateway } = route.target
  const place = placeAt(walk, id, HOW, packet)
  const attachment = gateway.attachments.get(vpc.id)
  if (!attachment) return drop(place, 'BAD_STATE_ATTACHMENT', route.origin)
  if (!attachment.available) return drop(place, 'BAD_STATE_ATTACHMENT', fieldOf(attachment, 'state'))
  const entry = attachment.enis.find((one) => subnet !== null && isSameZone(one.subnet, subnet))
  if (!entry)
    return attachment.gap
      ? lose(place, attachment.gap)
      : drop(place, 'TGW_ROUTE_AZ_RESTRICTION', fieldOf(attachment, 'subnets'))
  crossEdge(walk, entry.subnet, 'ingress', packet)
  walk.carried.zone = zoneKey(entry.subnet)
  return crossTransitGateway(walk, { kind: 'cross', attachment, packet })
}

const fieldOf = ({ id }: AttachmentNet, field: string) => ({ construct: id, path: [field] })
const isSameZone = (a: SubnetNet, b: SubnetNet): boolean => zoneKey(a) === zoneKey(b)

/** From the attachment by which the packet came in, by the table that it is associated with, out by another. */
export function crossTransitGateway(walk: Walk, { attachment: from, packet }: Cross): Next {
  const { gateway, table } = from
  const place = placeAt(walk, gateway.id, HOW, packet)
  enter(place)
  if (!visit(walk, from, packet)) return stop(walk, packet, 'FORWARDING_LOOP', { construct: gateway.id, path: [] })
  if (from.doubt) return lose(place, from.doubt)
  if (!table) return stop(walk, packet, 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', { construct: from.id, path: [] })
  const route = lookUpInTable(place, table)
  if (!route) return null
  if (route.target.kind === 'unknown') return loseRoute(place, route, route.target)
  const { attachment } = route.target as Extract<RouteTarget, { kind: 'attachment' }>
  if (!attachment.available)
    return drop(
      place,
      attachment.link?.kind === 'vpn' ? 'TGW_BAD_STATE_VPN' : 'BAD_STATE_ATTACHMENT',
      fieldOf(attachment, 'state'),
    )
  noteSize(place, MTU.transit)
  // what came over a link is named by the link
  if (walk.told.path !== 'vpn' && walk.told.path !== 'direct-connect') namePath(walk, HOW)
  crossJoin(walk, gateway.id)
  pass(place, route.origin)
  if (attachment.kind === 'link') return enterOnPremises(walk, attachment.link!, packet, route)
  if (attachment.kind === 'vpc') return enterVpc(place, attachment)
  if (!attachment.peer) return lose(place, attachment.gap!)
  walk.carried.zone = null
  return { kind: 'cross', attachment: attachment.peer, packet }
}

/** The route of the gateway's own table; null where none leads on, which has been said. */
function lookUpInTable(place: Place, table: TransitTableNet): Route | null {
  const { walk, packet } = place
  const found = lookUpRoute(table, packet.dst)
  const listed = table.unread.length > 0 ? findListedRoute(table, packet.dst, found, walk.asked) : null
  const route = listed ?? found
  const unread = table.unread.length > 0 ? findUnreadRoute(table, packet.dst, route, walk.asked) : null
  if (unread) return lose(place, unread.gap)
  if (listed) assumeListed(walk, listed)
  const rival = route && rivalRoute(table, packet.dst, route)
  const dead = route?.target.kind === 'blackhole' && !rival
  const outcome = !route ? 'no-route' : dead ? 'blackhole' : rival ? 'ambiguous' : 'matched'
  const code = !route ? 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT' : dead ? 'TGW_RTB_BAD_STATE_ROUTE' : null
  const decidedBy = route?.origin ?? { construct: table.id, path: ['routes'] }
  const refusal = code === null ? undefined : ({ code, decidedBy } as const)
  walk.told.recorder?.step(routeStep({ ...table, main: false }, packet.dst, route, outcome, HOW, refusal))
  if (code) addBlocker(walk, code, decidedBy)
  if (rival) addAmbiguity(walk, route.origin, rival.label)
  return code || route?.target.kind === 'blackhole' ? null : route
}

const loseRoute = (place: Place, route: Route, { code, why, id }: Extract<RouteTarget, { kind: 'unknown' }>): null =>
  lose(
    { ...place, id: route.origin?.construct ?? id },
    {
      code,
      at: route.origin ?? { construct: id, path: [] },
      message: `${why} (${formatAddress(place.packet.dst)})`,
    },
  )
