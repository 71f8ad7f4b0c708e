import type { ConstructOf } from '../../../src/core/model/index.ts'
import { CROSSED_TRANSIT } from './filters.ts'
import {
  addEntry,
  addLink,
  addPlace,
  addRules,
  addSink,
  addSpace,
  type Lab,
  linesFor,
  type Space,
  spaceOf,
} from './lab.ts'
import { METRIC, NO_ROUTE } from './metric.ts'
import { layTransitPeerings, peeringDevices } from './planTransitPeerings.ts'
import type { World } from './readDesign.ts'

/** One end of an attachment: a veth pair between the router of its VPC and the transit gateway, in one subnet. */
interface TransitDevice {
  /** Its name in both namespaces. */
  readonly device: string
  readonly attachment: ConstructOf<'transit-gateway-attachment'>
  readonly subnet: string
  readonly zoneName: string
}

export const transitDevices = (world: World): readonly TransitDevice[] =>
  world.all('transit-gateway-attachment').flatMap((attachment, number) =>
    attachment.subnets.map((subnet, i) => ({
      device: `att${number}-${i}`,
      attachment,
      subnet,
      zoneName: zoneNameOf(world, subnet),
    })),
  )

// within one account a zone has the same name everywhere
const zoneNameOf = (world: World, subnet: string): string =>
  world.one('availability-zone', world.zoneOf(subnet)).zoneName

/** The device by which a subnet's packets go to a transit gateway: of its own zone, or none. Source: transit gateway guide, VPC attachments. */
export function wayToTransit(lab: Lab, gateway: string, subnet: string): string {
  const { world } = lab
  const vpc = world.vpcOf(subnet)
  const own = world.all('transit-gateway-attachment').find((one) => one.transitGateway === gateway && one.vpc === vpc)
  const space = spaceOf(lab, vpc)
  const sink = (at: readonly string[]) => addSink(lab, space, `nowhere${lab.places.length}`, at)
  if (own?.state !== 'available') return sink(own ? [own.id] : ['route'])
  const device = transitDevices(world).find(
    (one) => one.attachment === own && one.zoneName === zoneNameOf(world, subnet),
  )
  return device?.device ?? sink([own.id])
}

/** Transit gateways: a router with a table for each way in, which is that of the attachment's association. */
export function planTransit(lab: Lab): void {
  const { world } = lab
  for (const [number, { id }] of world.all('transit-gateway').entries()) {
    const space = addSpace(lab, `tgw${number}`, true)
    addRules(space, 'raw', ['notrack', ...HASH], 'type filter hook prerouting priority raw; policy accept')
    addRules(space, 'routed', [], 'type filter hook forward priority filter - 1; policy accept')
    const via = addPlace(lab, space, 'via', [id])
    addRules(space, 'forward', [], 'type filter hook forward priority filter; policy accept')
    const devices = transitDevices(world).filter(({ attachment }) => attachment.transitGateway === id)
    for (const one of devices) addLink(lab, space, one.device, spaceOf(lab, one.attachment.vpc), one.device)
    const peerings = peeringDevices(world).filter(({ gateways }) => gateways.includes(id))
    const entries: readonly WayIn[] = [
      ...devices.map(({ device, attachment, zoneName }) => ({ device, attachment: attachment.id, zoneName })),
      // who comes over a peering has left his zone behind
      ...peerings.map((one) => ({ device: one.device, attachment: one.id, zoneName: null })),
    ]
    for (const [i, one] of entries.entries()) {
      const table = world
        .all('transit-gateway-route-table')
        .find(({ transitGateway, associations }) => transitGateway === id && associations.includes(one.attachment))
      const decides = [table?.id ?? one.attachment]
      const tableOf = (flow: number) => 1000 + 2 * i + flow
      addEntry(lab, space, one.device, { tables: [tableOf(0)], decides, edge: ['return'] })
      const lines = [space.ip, space.ip6]
      for (const own of lines) own.push(`rule add pref 90 iif ${one.device} fwmark 1 lookup ${tableOf(1)}`)
      for (const flow of [0, 1]) {
        if (table) planTable(lab, space, table, tableOf(flow), { ...one, flow })
        for (const own of lines) own.push(`route add blackhole default metric ${NO_ROUTE} table ${tableOf(flow)}`)
      }
    }
    addRules(space, 'forward', [`jump note${via}`, `ip dscp set ${CROSSED_TRANSIT}`, `ip6 dscp set ${CROSSED_TRANSIT}`])
  }
  layTransitPeerings(lab)
}

/** What comes into a transit gateway: by which device, and from which zone where that is known. */
interface WayIn {
  readonly device: string
  readonly attachment: string
  readonly zoneName: string | null
}

/** Flows of two kinds, by the port of the side that asks, which is the same in both directions: what is asked for lies below 1024. */
const HASH = [
  'meta l4proto { tcp, udp } th sport >= 1024 th sport & 1 == 1 meta mark set 1',
  'meta l4proto { tcp, udp } th sport < 1024 th dport & 1 == 1 meta mark set 1',
]

/** The routes of a transit gateway's table as the flows of one kind find them that come in by one device: out by the same zone where the other attachment has it. */
function planTable(
  lab: Lab,
  space: Space,
  table: ConstructOf<'transit-gateway-route-table'>,
  kernelTable: number,
  from: Flow,
): void {
  const { world } = lab
  const add = (cidr: string, to: string, metric: number) =>
    linesFor(space, cidr).push(
      `route add ${to === '' ? `blackhole ${cidr}` : `${cidr} dev ${to}`} metric ${metric} table ${kernelTable}`,
    )
  for (const { destination, target } of table.routes) {
    if (!('cidr' in destination)) throw new Error('prefix lists in tables of transit gateways are not built')
    add(destination.cidr, target === 'blackhole' ? '' : wayOut(lab, space, target, from), METRIC.static)
  }
  for (const id of table.propagations) {
    const attachment = world.one('transit-gateway-attachment', id)
    if (attachment.state !== 'available') continue
    const { cidrs, ipv6Cidrs } = world.one('vpc', attachment.vpc)
    // without IPv6 support it is not propagated; static routes lead there all the same. Source: transit gateway guide, VPC attachments
    for (const cidr of [...cidrs, ...(attachment.ipv6Support ? ipv6Cidrs : [])])
      add(cidr, wayOut(lab, space, id, from), METRIC.propagated)
  }
}

interface Flow extends WayIn {
  readonly flow: number
}

/** In appliance mode the kind of the flow picks the device, and the sender's zone is no matter. Source: transit gateway guide, appliance in a shared services VPC. */
function wayOut(lab: Lab, space: Space, target: string, from: Flow): string {
  const { world } = lab
  const nowhere = () => addSink(lab, space, `nowhere${lab.places.length}`, [target])
  const peering = peeringDevices(world).find(({ id }) => id === target)
  if (peering) return peering.isUp ? peering.device : nowhere()
  const devices = transitDevices(world).filter((one) => one.attachment.id === target)
  const { state, applianceMode } = world.one('transit-gateway-attachment', target)
  if (state !== 'available' || devices.length === 0) return nowhere()
  const picked = applianceMode ? devices[from.flow % devices.length] : undefined
  return (picked ?? devices.find(({ zoneName }) => zoneName === from.zoneName) ?? devices[0]!).device
}
