import type { Drawing } from './drawing.ts'
import { drawTransit } from './drawTransit.ts'

/** What joins the VPCs: peering connections, and transit gateways. */
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
    joins.push({ id, vpcs: [requester, accepter], beyond: [] })
  }
  if (joins.length === 0 || dice.chance(0.7)) drawTransit(drawing)
}
