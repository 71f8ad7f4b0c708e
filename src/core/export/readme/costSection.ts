import { type HourlyPrice, hourlyPrice, type Priced } from '../../aws/prices/hourlyPrice.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { code } from '../text/markdown.ts'

type Charge = readonly [what: Priced, count: number]
const HOURS_A_MONTH = 730

/** What is charged for by the hour, used or not. */
function chargesOf(part: Part): readonly Charge[] {
  switch (part.name) {
    case 'interface-endpoint':
    case 'resource-endpoint':
      return [[part.name, part.subnets.length]]
    case 'balancer-endpoint':
    case 'network-resource':
    case 'nat-gateway':
    case 'vpn-connection':
    case 'transit-attachment':
    case 'firewall-endpoint':
      return [[part.name, 1]]
    case 'transit-peering':
    case 'transit-peering-acceptance':
    case 'vpn-attachment':
      return [['transit-attachment', 1]]
    // Without zones AWS covers those in use, one at least
    case 'regional-nat-gateway':
      return [[part.name, Math.max(1, part.zones.length)]]
    case 'nat-address':
    case 'regional-nat-address':
    case 'elastic-address':
    case 'client-address':
    case 'network-balancer-address':
      return [['public-address', 1]]
    case 'network-balancer':
    case 'application-balancer': {
      const open = part.scheme === 'internet-facing' ? part.nodes.filter(({ address }) => address === null).length : 0
      return [
        [part.name, 1],
        ['public-address', open],
      ]
    }
    case 'gateway-balancer':
      return [[part.name, part.nodes.length]]
    case 'resolver-endpoint':
      return [['resolver-interface', part.addresses.length]]
    case 'profile':
      return [[part.name, 1]]
    case 'instance':
      return [['public-address', part.interfaces.filter(({ publicIp }) => publicIp).length]]
    case 'ecs-service':
      return [['public-address', part.starts && part.interface.publicIp ? 1 : 0]]
    default:
      return []
  }
}

const WORDS: { readonly [P in Priced]: string } = {
  'interface-endpoint': 'Interface endpoints, for each zone',
  'balancer-endpoint': 'Gateway Load Balancer endpoints',
  'resource-endpoint': 'Resource endpoints, for each zone',
  'network-resource': 'Resources of service networks',
  'nat-gateway': 'NAT gateways',
  'regional-nat-gateway': 'Regional NAT gateways, for each zone in use',
  'transit-attachment': 'Attachments of transit gateways',
  'vpn-connection': 'VPN connections',
  'public-address': 'Public IPv4 addresses',
  'application-balancer': 'Application Load Balancers',
  'network-balancer': 'Network Load Balancers',
  'gateway-balancer': 'Gateway Load Balancers, for each zone',
  'resolver-interface': 'Addresses of VPC Resolver endpoints',
  'firewall-endpoint': 'Network Firewall endpoints',
  profile: 'Route 53 Profiles, up to 100 associations',
}

/** What stands there costs by the hour, in each Region as it is drawn. What is not known is said so, never taken for nothing. */
export function costSection(stacks: readonly StackPlan[]): readonly string[] {
  const rows = [...countsOf(stacks)]
  if (rows.length === 0)
    return [
      '## What it costs',
      '',
      'Nothing of it is charged for by the hour. What instances, functions, tasks and data cost is not told here.',
      '',
    ]
  const known = rows.flatMap(({ price, count }) => (price ? [price.usd * count] : []))
  const unknown = rows.length - known.length
  const hour = known.reduce((sum, one) => sum + one, 0)
  const sum =
    known.length === 0
      ? 'None of these prices is known here.'
      : `About ${money(hour, 3)} USD an hour, ${money(hour * HOURS_A_MONTH, 2)} USD in a month of ${HOURS_A_MONTH} hours${unknown > 0 ? `, beside ${unknown === 1 ? 'the line' : `the ${unknown} lines`} whose price is not known` : ''}.`
  return [
    '## What it costs',
    '',
    `${sum} Those are list prices on demand for what stands there, used or not. Not in it: instances, functions, tasks, data that is processed or transferred, capacity units of load balancers, queries, hosted zones, keys, secrets, calls of services, logs, tax. Another Region of an environment has other prices.`,
    '',
    '| what | Region | how many | USD an hour each | as of |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ what, region, count, price }) =>
        `| ${WORDS[what]} | ${region === '' ? '?' : code(region)} | ${count} | ${price ? `${price.usd}` : 'not known'} | ${price ? asOf(price) : ''} |`,
    ),
    '',
  ]
}

interface Row {
  readonly what: Priced
  readonly region: string
  readonly count: number
  readonly price: HourlyPrice | null
}
/** One row for each thing and Region; a Profile's price is that of all in an account and Region. */
function* countsOf(stacks: readonly StackPlan[]): Generator<Row> {
  for (const what of Object.keys(WORDS) as readonly Priced[])
    for (const region of new Set(stacks.map(({ regionCode }) => regionCode))) {
      const counts = stacks
        .filter(({ regionCode }) => regionCode === region)
        .map(({ parts }) => parts.flatMap(chargesOf).reduce((sum, [one, count]) => sum + (one === what ? count : 0), 0))
      const count = counts.reduce((sum, one) => sum + (what === 'profile' ? Math.min(1, one) : one), 0)
      if (count > 0) yield { what, region, count, price: hourlyPrice(what, region) }
    }
}

const money = (usd: number, digits: number): string => usd.toFixed(digits)
const asOf = ({ date, source, confidence }: HourlyPrice): string =>
  `${date}${confidence === 'H' ? '' : ', by a secondary source'}: ${source}`
