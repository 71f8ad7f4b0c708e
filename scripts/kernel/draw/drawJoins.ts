import type { Drawing, DrawnVpc } from './drawing.ts'

/** What joins the VPCs: peering connections, and a transit gateway with its tables. */
export function drawJoins(drawing: Drawing): void {
  const { dice, constructs, vpcs, joins } = drawing
  if (vpcs.length < 2) return
  const pairs = vpcs.flatMap((one, i) => vpcs.slice(i + 1).map((other) => [one, other] as const))
  for (const [requester, accepter] of pairs) {
    if (!dice.chance(0.5)) continue
    const id = `pcx-${requester.v}${accepter.v}`
    constructs.push({
      ...{ kind: 'peering-connection', id, requester: requester.id, accepter: accepter.id },
      state: dice.chance(0.9) ? 'active' : dice.pick(['pending-acceptance', 'deleted']),
    })
    joins.push({ id, vpcs: [requester, accepter] })
  }
  if (joins.length === 0 || dice.chance(0.7)) drawTransit(drawing)
}

function drawTransit(drawing: Drawing): void {
  const { dice, constructs, vpcs, joins, strict } = drawing
  const id = 'tgw'
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
      securityGroupReferencing: dice.chance(0.8),
    })
  const ids = attached.map((one) => one.id)
  const free = ids.filter(() => !dice.chance(strict / 5))
  const tables = dice.chance(0.5) ? ['trt-0'] : ['trt-0', 'trt-1']
  const chosen = new Map(free.map((one) => [one, dice.pick(tables)]))
  for (const table of tables) {
    const routes = new Map<string, object>()
    const add = (cidr: string, target: string) => routes.set(cidr, { destination: { cidr }, target })
    if (dice.chance(0.4)) add('0.0.0.0/0', dice.pick(ids))
    if (dice.chance(0.3)) add(dice.pick(vpcs).cidrs[0]!, dice.pick([...ids, 'blackhole']))
    if (dice.chance(0.25)) add(dice.pick(dice.pick(vpcs).subnets).cidr, dice.pick([...ids, 'blackhole']))
    constructs.push({
      ...{ kind: 'transit-gateway-route-table', id: table, transitGateway: id },
      associations: free.filter((one) => chosen.get(one) === table),
      propagations: ids.filter(() => !dice.chance(strict / 2)),
      routes: [...routes.values()],
    })
  }
  joins.push({ id, vpcs })
}

/** One subnet in each zone that is served, mostly in both. */
function subnetsFor({ dice, strict }: Drawing, { subnets }: DrawnVpc): readonly string[] {
  const zones = [...new Set(subnets.map(({ zone }) => zone))]
  const served = dice.chance(strict) ? [dice.pick(zones)] : zones
  return served.map((zone) => dice.pick(subnets.filter((one) => one.zone === zone)).id)
}
