import type { Block } from '../../net/block.ts'
import type { AttachmentNet, RouteList, RouteTarget, TransitTableNet, VpcNet } from '../../topology/topology.ts'

/** Networks and tables by which packets from a network may go. */
export interface Way {
  readonly networks: readonly VpcNet[]
  readonly tables: readonly RouteList[]
}

/** The networks, with the tables in them and in transit gateways between them, by which packets to some addresses may go from `start`; `leads` tells which blocks hold any of those. */
export function networksToward(start: VpcNet, leads: (block: Block) => boolean): Way {
  const networks = new Set([start])
  const tables = new Set<RouteList>()
  const follow = (list: RouteList): void => {
    if (tables.has(list)) return
    tables.add(list)
    for (const routes of [list.routes4, list.routes6])
      for (const { block, target } of routes) if (leadsOn.has(target.kind) && leads(block)) enter(target)
  }
  const pass = (attachment: AttachmentNet | null | undefined): void => {
    if (attachment?.vpc) networks.add(attachment.vpc)
    if (attachment?.link?.network) networks.add(attachment.link.network)
    if (attachment?.peer?.table) follow(attachment.peer.table)
  }
  const fromInto = (table: TransitTableNet | null | undefined): void => {
    if (table) follow(table)
  }
  const enter = (target: RouteTarget): void => {
    if (target.kind === 'attachment') pass(target.attachment)
    else if (target.kind === 'virtual-private-gateway')
      for (const { network } of target.gateway.links) if (network) networks.add(network)
    if (target.kind === 'link') {
      fromInto(target.link.attachment?.table)
      if (target.link.privateGateway?.vpc) networks.add(target.link.privateGateway.vpc)
    }
    if (target.kind === 'transit-gateway')
      for (const network of [...networks]) fromInto(target.gateway.attachments.get(network.id)?.table)
  }
  // a set grows while it is read through: networks found on the way are looked at in their turn
  for (const network of networks) {
    for (const table of network.tables) follow(table)
    for (const table of network.edges.values()) follow(table)
  }
  return { networks: [...networks], tables: [...tables] }
}

/** Targets beyond which another network's routes and filters count. What a peering leads to has to be an address of the peer. */
const leadsOn: ReadonlySet<RouteTarget['kind']> = new Set([
  'transit-gateway',
  'attachment',
  'virtual-private-gateway',
  'link',
])
