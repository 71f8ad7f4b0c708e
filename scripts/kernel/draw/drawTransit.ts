import type { Drawing, DrawnVpc } from './drawing.ts'

const PEERING = 'tgp'

interface Gateway {
  readonly id: string
  readonly vpcs: readonly DrawnVpc[]
  /** What is behind the other gateway; empty where there is none. */
  readonly beyond: readonly DrawnVpc[]
}

/** A transit gateway that joins all VPCs, or two with a peering between them, each with its tables. */
export function drawTransit(drawing: Drawing): void {
  const { dice, constructs, vpcs, joins } = drawing
  const apart = dice.chance(0.3) ? dice.pick(vpcs) : null
  const near = vpcs.filter((one) => one !== apart)
  const gateways: readonly Gateway[] = apart
    ? [
        { id: 'tgw', vpcs: near, beyond: [apart] },
        { id: 'tgw-far', vpcs: [apart], beyond: near },
      ]
    : [{ id: 'tgw', vpcs, beyond: [] }]
  for (const gateway of gateways) {
    drawGateway(drawing, gateway)
    joins.push({ id: gateway.id, vpcs: gateway.vpcs, beyond: gateway.beyond })
  }
  if (apart)
    constructs.push({
      ...{ kind: 'transit-gateway-peering', id: PEERING, transitGateway: 'tgw', peer: 'tgw-far' },
      state: dice.chance(0.95) ? 'available' : 'pendingAcceptance',
    })
}

function drawGateway(drawing: Drawing, { id, vpcs, beyond }: Gateway): void {
  const { dice, constructs, strict } = drawing
  const attached = vpcs.map((vpc) => ({ vpc, id: `att-${vpc.v}` }))
  constructs.push({
    ...{ kind: 'transit-gateway', id, region: 'use1', account: 'acct' },
    securityGroupReferencing: dice.chance(0.6),
  })
  for (const one of attached)
    constructs.push({
      ...{ kind: 'transit-gateway-attachment', id: one.id, vpc: one.vpc.id, transitGateway: id },
      subnets: subnetsFor(drawing, one.vpc),
      state: dice.chance(0.95) ? 'available' : 'pendingAcceptance',
      applianceMode: dice.chance(0.4),
      ipv6Support: dice.chance(0.7),
      securityGroupReferencing: dice.chance(0.8),
    })
  const ids = attached.map((one) => one.id)
  const targets = beyond.length > 0 ? [...ids, PEERING] : ids
  const free = targets.filter(() => !dice.chance(strict / 5))
  const tables = dice.chance(0.5) ? [`${id}-rt-0`] : [`${id}-rt-0`, `${id}-rt-1`]
  const chosen = new Map(free.map((one) => [one, dice.pick(tables)]))
  for (const table of tables) {
    const routes = new Map<string, object>()
    const add = (cidr: string, target: string) => routes.set(cidr, { destination: { cidr }, target })
    for (const { cidrs } of beyond)
      for (const cidr of dice.chance(0.8) ? cidrs : ['10.0.0.0/8']) if (!dice.chance(strict)) add(cidr, PEERING)
    for (const { ipv6Cidrs } of beyond) for (const cidr of ipv6Cidrs) if (!dice.chance(strict)) add(cidr, PEERING)
    for (const { ipv6Cidrs, v } of vpcs)
      for (const cidr of ipv6Cidrs) if (dice.chance(0.2)) add(cidr, dice.pick([`att-${v}`, 'blackhole']))
    if (dice.chance(0.4)) add('0.0.0.0/0', dice.pick(targets))
    if (dice.chance(0.2)) add('::/0', dice.pick(targets))
    if (dice.chance(0.3)) add(dice.pick(vpcs).cidrs[0]!, dice.pick([...targets, 'blackhole']))
    if (dice.chance(0.25)) add(dice.pick(dice.pick(vpcs).subnets).cidr, dice.pick([...targets, 'blackhole']))
    constructs.push({
      ...{ kind: 'transit-gateway-route-table', id: table, transitGateway: id },
      associations: free.filter((one) => chosen.get(one) === table),
      propagations: ids.filter(() => !dice.chance(strict / 2)),
      routes: [...routes.values()],
    })
  }
}

/** One subnet in each zone that is served, mostly in both. */
function subnetsFor({ dice, strict }: Drawing, { subnets }: DrawnVpc): readonly string[] {
  const zones = [...new Set(subnets.map(({ zone }) => zone))]
  const served = dice.chance(strict) ? [dice.pick(zones)] : zones
  return served.map((zone) => dice.pick(subnets.filter((one) => one.zone === zone)).id)
}
