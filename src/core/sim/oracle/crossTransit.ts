import { type Port, spanOf, type World, within } from './world.ts'

/** What becomes of a packet that a subnet's route leads to a transit gateway. */
export interface Crossing {
  /** The attachment's subnet in the sender's zone, whose ACL is asked before the gateway takes the packet. */
  readonly entry: string | null
  /** Where it comes out again; null = it is lost at `lostAt`. */
  readonly exit: Port | null
  readonly lostAt: string
}

type Attachment = ReturnType<typeof attachmentOf>

const attachmentOf = (world: World, vpc: string, gateway: string) =>
  world.all('transit-gateway-attachment').find((one) => one.vpc === vpc && one.transitGateway === gateway)

/** In by the attachment of the sender's VPC, by the one table that it is associated with, and out by another. `choose` picks one of several ways. */
export function crossTransit(
  world: World,
  gateway: string,
  sender: { readonly vpc: string; readonly subnet: string },
  to: bigint,
  choose: (attachment: string, ways: number) => number,
): Crossing {
  const lost = (at: string, entry: string | null = null): Crossing => ({ entry, exit: null, lostAt: at })
  const from = attachmentOf(world, sender.vpc, gateway)
  if (!from) return lost('unattached')
  if (from.state !== 'available') return lost(from.id)
  const zone = zoneNameOf(world, sender.subnet)
  const entry = from.subnets.find((subnet) => zoneNameOf(world, subnet) === zone)
  if (entry === undefined) return lost(from.id)
  const table = world.all('transit-gateway-route-table').find((one) => one.associations.includes(from.id))
  if (!table) return lost(from.id, entry)
  const target = lookUp(world, table, to)
  const out = world.all('transit-gateway-attachment').find((one) => one.id === target)
  if (!out) return lost(table.id, entry)
  if (out.state !== 'available') return lost(out.id, entry)
  return { entry, exit: leave(world, out, zone, choose), lostAt: out.id }
}

/** The zone that it came by is kept where the attachment serves it; in appliance mode the flow decides, whatever the zone. */
function leave(
  world: World,
  { id, vpc, subnets, applianceMode }: NonNullable<Attachment>,
  zone: string,
  choose: (attachment: string, ways: number) => number,
): Port {
  const kept = applianceMode ? undefined : subnets.find((one) => zoneNameOf(world, one) === zone)
  const subnet = kept ?? subnets[choose(id, subnets.length)]!
  return {
    ...{ owner: id, role: 'transit', subnet, vpc, inside: -1n, six: null, outside: null },
    ...{ groups: [], isFunction: false, answersBy: null, opens: [0, 0] },
  }
}

type Table = ReturnType<typeof tablesOf>[number]
const tablesOf = (world: World) => world.all('transit-gateway-route-table')

/** The longest prefix; of equals a static route before what a VPC propagates. */
function lookUp(world: World, { routes, propagations }: Table, to: bigint): string | null {
  const candidates: { readonly cidr: string; readonly rank: number; readonly target: string }[] = []
  for (const { destination, target } of routes)
    if ('cidr' in destination) candidates.push({ cidr: destination.cidr, rank: 0, target })
  for (const { id, vpc, ipv6Support, state } of world.all('transit-gateway-attachment'))
    if (propagations.includes(id) && state === 'available') {
      const { cidrs, ipv6Cidrs } = world.one('vpc', vpc)
      for (const cidr of [...cidrs, ...(ipv6Support ? ipv6Cidrs : [])]) candidates.push({ cidr, rank: 1, target: id })
    }
  const best = candidates
    .filter(({ cidr }) => within(cidr, to))
    .sort((a, b) => spanOf(b.cidr).length - spanOf(a.cidr).length || a.rank - b.rank)[0]
  return best?.target ?? null
}

/** Whether rules of one VPC may name groups of the other: all three have to say so. */
export function seesGroupsAcross(world: World, gateway: string, vpcs: readonly string[]): boolean {
  const says = vpcs.map((vpc) => attachmentOf(world, vpc, gateway)?.securityGroupReferencing === true)
  return world.one('transit-gateway', gateway).securityGroupReferencing && says.every(Boolean)
}

/** Whether an attachment of both leads from the one VPC to the other. */
export const isJoined = (world: World, one: string, other: string): boolean =>
  world
    .all('transit-gateway')
    .some(({ id }) => [one, other].every((vpc) => attachmentOf(world, vpc, id)?.state === 'available'))

const zoneNameOf = (world: World, subnet: string): string =>
  world.one('availability-zone', world.one('subnet', subnet).zone).zoneName
