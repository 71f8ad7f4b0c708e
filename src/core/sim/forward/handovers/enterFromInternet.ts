import { formatAddress, isIp4 } from '../../../net/address.ts'
import type { Eni, Route, TableNet, VpcNet } from '../../../topology/topology.ts'
import { addTopologyGap, nameOf, type Walk } from '../../walk.ts'
import { type Arrival, followRoute, stopAt } from '../forwardPacket.ts'
import { findUnreadRoute, lookUpRoute } from '../lookUpRoute.ts'
import type { Packet } from '../packet.ts'
import { dropAt, recordHandOver } from '../recordHandOver.ts'
import { blockedAccess, publicFieldOf } from './passInternetGateway.ts'

/** The internet gateway of the owner's VPC maps the public address to the interface; without a gateway nothing comes in. */
export function enterFromInternet(walk: Walk, eni: Eni, packet: Packet, route: Route | null): Arrival | null {
  const { vpc } = eni.subnet
  const gateway = vpc.gateways[0]
  if (gateway === undefined) return stopAt(walk, packet, 'BAD_STATE_ATTACHMENT', { construct: vpc.id, path: [] })
  walk.recorder?.atHop(gateway, nameOf(walk, gateway))
  if (walk.leg === 'request' && walk.via.at(-1) !== gateway) walk.via.push(gateway)
  walk.path ??= 'internet-gateway'
  const inside = isIp4(packet.dst) && eni.address !== null ? { ...packet, dst: eni.address } : packet
  const blocked = blockedAccess(eni, 'ingress', null)
  if (blocked && walk.leg === 'request')
    return dropAt(walk, gateway, 'internet-gateway', packet, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', blocked)
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: inside === packet ? 'forwarded' : 'translated',
      to: gateway,
      how: 'internet-gateway',
      packet,
      decidedBy: {
        construct: eni.origin.construct,
        path: [...eni.origin.path, isIp4(packet.dst) ? 'publicIp' : 'ipv6'],
      },
      code: null,
      ...(inside === packet
        ? {}
        : {
            rewrites: { what: 'destination' as const, from: formatAddress(packet.dst), to: formatAddress(inside.dst) },
          }),
    })
  if (walk.leg === 'request') walk.mapped.push(eni)
  const edge = vpc.edges.get(gateway) ?? null
  const appliance = edge && isIp4(inside.dst) ? lookUpRoute(edge, inside.dst)?.target : undefined
  // Source: VPC guide, gateway route tables: the appliance's interface must have a public address
  if (appliance?.kind === 'network-interface' && appliance.eni.publicAddress === null)
    return dropAt(walk, gateway, 'internet-gateway', inside, 'INGRESS_RTB_NO_PUBLIC_IP', publicFieldOf(appliance.eni))
  return enterByEdge(walk, vpc, edge, inside, eni, route)
}

/** What comes in by a gateway goes straight to its interface, unless the gateway's own table sends it by an appliance. Source: VPC guide, gateway route tables. */
export function enterByEdge(
  walk: Walk,
  vpc: VpcNet,
  edge: TableNet | null,
  packet: Packet,
  eni: Eni,
  route: Route | null,
): Arrival | null {
  const direct: Arrival = { kind: 'interface', eni, packet, from: null, route }
  if (!edge) return direct
  const found = lookUpRoute(edge, packet.dst)
  const unread = edge.unread.length > 0 ? findUnreadRoute(edge, packet.dst, found) : null
  if (unread) {
    addTopologyGap(walk, unread.gap)
    walk.astray = true
    return direct
  }
  if (!found || found.target.kind === 'local') return direct
  return followRoute(walk, { subnet: null, vpc, table: edge, packet, sender: eni, route: found })
}
