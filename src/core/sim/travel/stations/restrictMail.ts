import type { ConstructId } from '../../../model/kinds/registry.ts'
import { type Eni, PROTOCOL } from '../../../topology/topology.ts'
import { drop, type Place, sayHere } from '../place.ts'
import { addGap } from '../tell.ts'
import type { Walk } from '../walk.ts'

/**
 * Connections to TCP port 25 of public addresses are blocked where the account of the sender, or of what sends in its place, has not had that
 * lifted. Says so and lets the walk go on. Source: EC2 guide, service quotas, restriction on email; Knowledge Center, ec2-port-25-throttle (EC2
 * instances, Lambda functions, NAT gateways).
 */
export function restrictMail(place: Place, owner: Eni): void {
  const { walk, packet } = place
  if (packet.protocol !== PROTOCOL.tcp || packet.ports.from !== 25 || walk.carried.leg === 'reply') return
  const { caller } = walk
  const senders = caller?.subnet.vpc.site === 'vpc' ? [caller, owner] : [owner]
  for (const id of new Set(senders.map((one) => accountOf(walk, one)))) {
    const account = walk.topology.design.constructs[id]
    const decidedBy = { construct: id, path: ['outboundPort25'] }
    if (account?.kind !== 'account' || account.outboundPort25 === 'unknown') {
      sayHere(place, 'unknown', decidedBy, { code: 'PORT_25_SETTING_NOT_KNOWN' })
      addGap(walk, 'PORT_25_SETTING_NOT_KNOWN', decidedBy)
    } else if (account.outboundPort25 === 'restricted') drop(place, 'OUTBOUND_PORT_25_RESTRICTED', decidedBy)
  }
}

/** The account that runs it: in a shared subnet a participant's. */
function accountOf({ topology }: Walk, { owner, subnet }: Eni): ConstructId {
  const construct = topology.design.constructs[owner]
  return (construct?.kind === 'client' ? construct.account : null) ?? subnet.vpc.accountId
}
