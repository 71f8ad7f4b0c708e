import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import { blocksBehind } from '../model/plans/connect/blocksBehind.ts'
import { parseAddress } from '../net/address.ts'
import { contains, parseBlock } from '../net/block.ts'
import type { Verdict } from '../sim/verdict.ts'

/** Where a transit gateway’s table has no route to what lies behind a static VPN that is propagated into it: propagating is no cure, it is there already. Source: transit gateway guide, VPN attachments. */
export function* explainStaticVpn({ code, decidedBy, blockers, branches }: Verdict, design: Design): Generator<string> {
  const table = constructOfKind(design, decidedBy?.construct ?? '', 'transit-gateway-route-table')
  const ref = blockers[0]?.step
  const step = ref ? branches[ref.branch]?.legs[ref.leg]?.hops[ref.hop]?.steps[ref.step] : undefined
  if (code !== 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT' || !table || step?.kind !== 'look-up-route') return
  const address = parseAddress(step.detail.destination)
  for (const id of address === null ? [] : table.propagations) {
    const vpn = constructOfKind(design, id, 'vpn-connection')
    if (vpn?.routing !== 'static') continue
    const behind = blocksBehind(design, vpn, table.transitGateway).find((cidr) => {
      const block = parseBlock(cidr)
      return block.ok && address !== null && contains(block.block, address)
    })
    if (behind)
      yield `${nameIn(design, id)} is propagated into ${nameIn(design, table.id)}, but a VPN with static routing announces nothing to a transit gateway: the table needs a static route to ${behind}.`
  }
}
