import type { Dice } from './createDice.ts'
import { spanOf, within } from './world.ts'

type Drawn = { readonly kind: string; readonly id: string } & Readonly<Record<string, unknown>>
interface Route {
  readonly destination: { readonly cidr: string } | { readonly prefixList: string }
  readonly target: string
}

const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.1.2.0/24',
  '100.64.0.0/10',
  '198.51.100.0/24',
  '2001:db8::/32',
  '2001:db8:a::/48',
  '2001:db8:b:1::/64',
  '::/0',
]

/** A transit gateway between two VPCs, with two tables and everything that may be amiss: zones, associations, propagation, routes, IPv6, references. */
export function drawTransit(dice: Dice, constructs: Drawn[]): void {
  const vpcs = constructs.filter(({ kind }) => kind === 'vpc')
  if (vpcs.length < 2 || !dice.chance(0.7)) return
  constructs.push({
    kind: 'transit-gateway',
    id: 'tgw',
    region: 'use1',
    account: 'acct',
    securityGroupReferencing: dice.chance(0.6),
  })
  const attachments = vpcs.map(({ id }) => `tgw-${id}`)
  for (const { id } of vpcs)
    constructs.push({
      kind: 'transit-gateway-attachment',
      id: `tgw-${id}`,
      vpc: id,
      transitGateway: 'tgw',
      subnets: oneInEachZone(dice, constructs, id),
      state: dice.chance(0.95) ? 'available' : 'pendingAcceptance',
      applianceMode: dice.chance(0.5),
      ipv6Support: dice.chance(0.7),
      securityGroupReferencing: dice.chance(0.8),
    })
  const homes = attachments.map((id) => [id, dice.pick([0, 0, 0, 0, 1, 1, 1, null])] as const)
  for (const table of [0, 1]) {
    const routes = new Map<string, Route>()
    for (const cidr of [...(dice.chance(0.4) ? ['0.0.0.0/0'] : []), ...(dice.chance(0.6) ? dice.some(BLOCKS, 2) : [])])
      routes.set(cidr, { destination: { cidr }, target: dice.pick([...attachments, 'blackhole']) })
    constructs.push({
      kind: 'transit-gateway-route-table',
      id: `tgw-rtb-${table}`,
      transitGateway: 'tgw',
      associations: homes.filter(([, home]) => home === table).map(([id]) => id),
      propagations: attachments.filter(() => dice.chance(0.85)),
      routes: [...routes.values()],
    })
  }
  leadThere(dice, constructs)
  openFilters(dice, constructs)
}

function oneInEachZone(dice: Dice, constructs: readonly Drawn[], vpc: string): readonly string[] {
  const zones = constructs.filter(({ kind, vpc: own }) => kind === 'availability-zone' && own === vpc)
  const found = zones.flatMap(({ id: zone }) => {
    const subnets = constructs.filter(({ kind, zone: own }) => kind === 'subnet' && own === zone)
    return subnets.length > 0 ? [dice.pick(subnets).id] : []
  })
  const kept = found.filter(() => dice.chance(0.85))
  return kept.length > 0 ? kept : found.slice(0, 1)
}

/** Routes to the gateway in the VPCs' tables, for blocks that are not the VPC's own; few subnets go without a table. */
function leadThere(dice: Dice, constructs: Drawn[]): void {
  for (const [i, one] of constructs.entries()) {
    if (one.kind === 'subnet' && one.routeTable === null && dice.chance(0.6))
      constructs[i] = { ...one, routeTable: `rtb-${one.id.charAt('subnet-'.length)}0` }
    if (one.kind !== 'route-table') continue
    const { cidrs, ipv6Cidrs } = constructs.find(({ id }) => id === one.vpc) as unknown as Record<string, string[]>
    const own = [...cidrs!, ...ipv6Cidrs!]
    const wanted = [
      ...(dice.chance(0.85) ? ['10.0.0.0/8', '2001:db8::/32'] : []),
      ...(dice.chance(0.2) ? ['0.0.0.0/0'] : []),
    ]
    const added = [...wanted, ...(dice.chance(0.5) ? dice.some(BLOCKS, 2) : [])].filter((cidr) => !isInside(cidr, own))
    const routes = (one.routes as readonly Route[]).filter(
      ({ destination }) => !('cidr' in destination && added.includes(destination.cidr)),
    )
    constructs[i] = {
      ...one,
      routes: [...routes, ...[...new Set(added)].map((cidr) => ({ destination: { cidr }, target: 'tgw' }))],
    }
  }
}

/** Filters that were drawn for one VPC let little through of another. */
function openFilters(dice: Dice, constructs: Drawn[]): void {
  const open = { protocol: 'all', ports: null, icmp: null }
  const cidrs = ['0.0.0.0/0', '::/0']
  const world = cidrs.map((cidr) => ({ ...open, peer: { cidr } }))
  const rules = cidrs.map((cidr, i) => ({ ...open, number: 100 + i, action: 'allow', cidr }))
  const groups = constructs.filter(({ kind }) => kind === 'security-group')
  const opened = (one: Drawn): Drawn => {
    if (one.kind === 'network-acl') return { ...one, ingress: rules, egress: rules }
    if (one.kind === 'security-group') {
      const neighbour = [{ ...open, peer: { securityGroup: dice.pick(groups).id } }]
      return { ...one, ingress: dice.chance(0.8) ? world : neighbour, egress: world }
    }
    if (one.kind !== 'client') return one
    const interfaces = one.interfaces as readonly { readonly securityGroups: readonly string[] }[]
    const own = groups.filter(({ vpc }) => vpc === `vpc-${one.id.charAt('client-'.length)}`).map(({ id }) => id)
    return {
      ...one,
      interfaces: interfaces.map((each) =>
        each.securityGroups.length > 0 ? each : { ...each, securityGroups: [dice.pick(own)] },
      ),
    }
  }
  const often = dice.pick([1, 0.9, 0.7])
  for (const [i, one] of constructs.entries()) if (dice.chance(often)) constructs[i] = opened(one)
}

const isInside = (cidr: string, own: readonly string[]): boolean =>
  own.some((block) => within(block, spanOf(cidr).first) && spanOf(cidr).length >= spanOf(block).length)
