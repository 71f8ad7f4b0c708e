import { formatAddress, isIp4 } from '../../../net/address.ts'
import type { AttachmentNet, Eni, Route, RouteTarget, SubnetNet, TransitTableNet } from '../../../topology/topology.ts'
import { addBlocker, addNote, nameOf, type Walk } from '../../walk.ts'
import { passAcl } from '../filters/passFilters.ts'
import { type Arrival, forwardPacket, type HandoverInput, stopAt, visit } from '../forwardPacket.ts'
import { findUnreadRoute, lookUpRoute, rivalRoute } from '../lookUpRoute.ts'
import type { Packet } from '../packet.ts'
import { dropAt, loseAt, passAt } from '../recordHandOver.ts'
import { routeStep } from '../routeStep.ts'
import { enterOnPremises } from './passPrivateGateway.ts'

/**
 * A subnet's route leads to a transit gateway: by the VPC's attachment, which needs a subnet in the sender's zone, and past the ACL of that subnet.
 * Source: transit gateway guide, attachments and network ACLs.
 */
export function passTransitGateway(
  walk: Walk,
  { subnet, vpc, packet, route }: HandoverInput<Extract<RouteTarget, { kind: 'transit-gateway' }>>,
): Arrival | null {
  const { id, gateway } = route.target
  const attachment = gateway.attachments.get(vpc.id)
  if (!attachment) return dropAt(walk, id, 'transit-gateway', packet, 'BAD_STATE_ATTACHMENT', route.origin)
  const at = (...path: readonly (string | number)[]) => ({ construct: attachment.id, path })
  if (!attachment.available) return dropAt(walk, id, 'transit-gateway', packet, 'BAD_STATE_ATTACHMENT', at('state'))
  const entry = attachment.enis.find((one) => subnet !== null && isSameZone(one.subnet, subnet))
  if (!entry) {
    if (attachment.gap) return loseAt(walk, id, 'transit-gateway', packet, attachment.gap)
    return dropAt(walk, id, 'transit-gateway', packet, 'TGW_ROUTE_AZ_RESTRICTION', at('subnets'))
  }
  if (!isIp4(packet.dst) && !attachment.ipv6)
    return dropAt(walk, id, 'transit-gateway', packet, 'PROTOCOL_RESTRICTION', at('ipv6Support'))
  walk.recorder?.atHop(entry.subnet.id, nameOf(walk, entry.subnet.id))
  passAcl(walk, entry.subnet, 'ingress', packet)
  walk.zone = zoneOf(entry.subnet)
  return crossTransitGateway(walk, attachment, packet)
}

const zoneOf = ({ zoneId, zoneName }: SubnetNet): string => zoneId ?? zoneName
const isSameZone = (a: SubnetNet, b: SubnetNet): boolean => zoneOf(a) === zoneOf(b)

/** From the attachment by which the packet came in, by the table that it is associated with, out by another. */
export function crossTransitGateway(walk: Walk, from: AttachmentNet, packet: Packet): Arrival | null {
  const { gateway, table } = from
  walk.recorder?.atHop(gateway.id, nameOf(walk, gateway.id))
  if (!visit(walk, from, packet)) return stopAt(walk, packet, 'FORWARDING_LOOP', { construct: gateway.id, path: [] })
  if (from.doubt) return loseAt(walk, gateway.id, 'transit-gateway', packet, from.doubt)
  if (!table) return stopAt(walk, packet, 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', { construct: from.id, path: [] })
  const route = lookUpInTable(walk, table, packet)
  if (!route) return null
  if (route.target.kind === 'unknown') return loseRoute(walk, packet, route, route.target)
  const { attachment } = route.target as Extract<RouteTarget, { kind: 'attachment' }>
  const how = 'transit-gateway'
  if (!attachment.available)
    return dropAt(
      walk,
      gateway.id,
      how,
      packet,
      attachment.link?.kind === 'vpn' ? 'TGW_BAD_STATE_VPN' : 'BAD_STATE_ATTACHMENT',
      { construct: attachment.id, path: ['state'] },
    )
  if (!isIp4(packet.dst) && !attachment.ipv6)
    return dropAt(walk, gateway.id, how, packet, 'PROTOCOL_RESTRICTION', {
      construct: attachment.id,
      path: ['ipv6Support'],
    })
  // what came over a link is named by the link
  if (walk.path !== 'vpn' && walk.path !== 'direct-connect') walk.path = how
  walk.crossed.push(gateway.id)
  passAt(walk, gateway.id, how, packet, route.origin)
  if (attachment.kind === 'link') return enterOnPremises(walk, attachment.link!, packet, route)
  if (attachment.kind === 'peering') {
    if (!attachment.peer) return loseAt(walk, gateway.id, how, packet, attachment.gap!)
    walk.zone = null
    return crossTransitGateway(walk, attachment.peer, packet)
  }
  return enterVpc(walk, attachment, packet)
}

/** Into a VPC by an interface of its attachment: that of the zone in which the packet came, or with appliance mode the one that this connection took before. */
function enterVpc(walk: Walk, attachment: AttachmentNet, packet: Packet): Arrival | null {
  const { enis, gateway } = attachment
  const kept = attachment.applianceMode
    ? walk.applianceEntries.find((one) => one.attachment === attachment.id)?.eni
    : undefined
  const inZone = enis.find((one) => zoneOf(one.subnet) === walk.zone)
  const entry = kept ?? inZone ?? enis[0]
  if (!entry) {
    if (attachment.gap) return loseAt(walk, gateway.id, 'transit-gateway', packet, attachment.gap)
    return dropAt(walk, gateway.id, 'transit-gateway', packet, 'BAD_STATE_ATTACHMENT', {
      construct: attachment.id,
      path: ['subnets'],
    })
  }
  if (!kept && !inZone && isInDoubt(enis, packet)) {
    addNote(
      walk.gaps,
      'NOT_MODELLED',
      { construct: attachment.id, path: ['subnets'] },
      {
        message: 'which zone a transit gateway chooses where the sender’s is not among the attachment’s',
      },
    )
    walk.astray = true
  }
  if (attachment.applianceMode && !kept) walk.applianceEntries.push({ attachment: attachment.id, eni: entry })
  return forwardPacket(walk, entry.subnet, packet, entry)
}

/** Whether it matters which interface is taken: the subnets route or filter the packet differently. */
const isInDoubt = (enis: readonly Eni[], packet: Packet): boolean =>
  enis.some(
    ({ subnet }) =>
      subnet.acl !== enis[0]!.subnet.acl ||
      (subnet.table !== enis[0]!.subnet.table &&
        keyOf(lookUpRoute(subnet.table, packet.dst)) !== keyOf(lookUpRoute(enis[0]!.subnet.table, packet.dst))),
  )
const keyOf = (route: Route | null): string =>
  route === null ? '' : 'id' in route.target ? route.target.id : route.target.kind

/** The route of the gateway's own table; null where none leads on, which has been said. */
function lookUpInTable(walk: Walk, table: TransitTableNet, packet: Packet): Route | null {
  const route = lookUpRoute(table, packet.dst)
  const unread = table.unread.length > 0 ? findUnreadRoute(table, packet.dst, route) : null
  if (unread) {
    loseAt(walk, table.gateway.id, 'transit-gateway', packet, unread.gap)
    return null
  }
  const rival = route && rivalRoute(table, packet.dst, route)
  const dead = route?.target.kind === 'blackhole' && !rival
  const outcome = !route ? 'no-route' : dead ? 'blackhole' : rival ? 'ambiguous' : 'matched'
  const code = !route ? 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT' : dead ? 'TGW_RTB_BAD_STATE_ROUTE' : null
  const decidedBy = route?.origin ?? { construct: table.id, path: ['routes'] }
  if (walk.recorder) {
    const step = routeStep({ ...table, main: false }, packet.dst, route, outcome, 'transit-gateway')
    walk.recorder.step(code ? { ...step, code, evidence: { ...step.evidence, decidedBy } } : step)
  }
  if (code) addBlocker(walk, code, decidedBy)
  if (rival) {
    addNote(walk.gaps, 'AMBIGUOUS_ROUTE', route.origin, { other: rival.label })
    walk.astray = true
  }
  return code || route?.target.kind === 'blackhole' ? null : route
}

function loseRoute(
  walk: Walk,
  packet: Packet,
  route: Route,
  { code, why, id }: Extract<RouteTarget, { kind: 'unknown' }>,
): null {
  return loseAt(walk, route.origin?.construct ?? id, 'transit-gateway', packet, {
    code,
    at: route.origin ?? { construct: id, path: [] },
    message: `${why} (${formatAddress(packet.dst)})`,
  })
}
