import { S3_LIST } from '../plan/planInternet.ts'
import type { Drawing, DrawnVpc, Join } from './drawing.ts'

/** Blocks that cut S3's ranges, the hosts' and nothing at all. */
export const FAR_BLOCKS = [
  '0.0.0.0/0',
  '52.216.0.0/16',
  '52.217.4.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '203.0.112.0/22',
  '8.0.0.0/7',
]

/** The same of IPv6: one that holds a host, and one that holds all of the VPCs. */
export const FAR_BLOCKS6 = ['2001:db8:f::/48', '2600:1f10::/30']

/** Route tables with prefixes that lie in each other, dead routes, and what gateway endpoints add. */
export function drawTables({ dice, constructs, joins, strict }: Drawing, vpc: DrawnVpc): void {
  const { v, id, subnets, gateway, nats, tables } = vpc
  for (const nat of nats)
    constructs.push({
      ...{ kind: 'nat-gateway', id: nat, subnet: subnets[0]!.id },
      privateIp: at(subnets[0]!.cidr, 99),
      publicIp: `198.51.100.${99 + 50 * 'abc'.indexOf(v)}`,
    })
  const ways = [...(gateway ? [gateway, gateway, gateway] : []), ...nats, ...nats, 'blackhole']
  const alive = ways.length > 1 ? ways.slice(0, -1) : ways
  const listed = new Set<string>()
  for (const table of tables) {
    const routes = new Map<string, object>()
    const add = (cidr: string, target: string) => routes.set(cidr, { destination: { cidr }, target })
    if (dice.chance(0.9)) add('0.0.0.0/0', dice.pick(dice.chance(0.9) ? alive : ways))
    for (const cidr of dice.some(FAR_BLOCKS.slice(1), 2)) add(cidr, dice.pick(ways))
    const own = joins.filter(({ vpcs }) => vpcs.includes(vpc))
    for (const join of own)
      for (const other of othersOf(join, vpc))
        if (!dice.chance(strict)) {
          const whole = dice.chance(0.75) ? other.cidrs : [dice.pick([dice.pick(other.subnets).cidr, '10.0.0.0/8'])]
          for (const cidr of whole) add(cidr, join.id)
        }
    if (own.length > 0 && dice.chance(0.15)) add('0.0.0.0/0', dice.pick(own).id)
    if (vpc.ipv6Cidrs.length > 0) {
      const six = [...(gateway ? [gateway, gateway, gateway] : []), ...own.map((join) => join.id), 'blackhole']
      if (dice.chance(0.8)) add('::/0', dice.pick(gateway ? [gateway, gateway, dice.pick(six)] : six))
      for (const cidr of dice.some(FAR_BLOCKS6, 1)) add(cidr, dice.pick(six))
      for (const join of own)
        for (const other of othersOf(join, vpc))
          for (const cidr of other.ipv6Cidrs) if (!dice.chance(strict)) add(cidr, join.id)
    }
    if (own.length > 0 && dice.chance(0.1)) add(dice.pick(othersOf(dice.pick(own), vpc)).subnets[0]!.cidr, 'blackhole')
    if (dice.chance(0.15)) {
      listed.add(table)
      routes.set('pl', { destination: { prefixList: S3_LIST }, target: dice.pick(ways) })
    }
    // the one way past the local route: a whole subnet, to something inside
    if (nats.length > 0 && dice.chance(0.08)) add(dice.pick(subnets).cidr, nats[0]!)
    constructs.push({ kind: 'route-table', id: table, vpc: id, routes: [...routes.values()] })
  }
  const free = tables.filter((table) => !listed.has(table))
  if (dice.chance(0.6))
    constructs.push({
      ...{ kind: 'gateway-endpoint', id: `s3-${v}`, vpc: id, service: S3_LIST },
      routeTables: dice.some(free, 3),
    })
}

const othersOf = ({ vpcs, beyond }: Join, vpc: DrawnVpc): readonly DrawnVpc[] =>
  [...vpcs, ...beyond].filter((one) => one !== vpc)

/** The address at `offset` in a /24. */
export const at = (cidr: string, offset: number): string => cidr.replace(/\d+\/\d+$/, `${offset}`)
