import { isIp4 } from '../../../net/address.ts'
import { type Eni, PROTOCOL, type TargetNet } from '../../../topology/topology.ts'
import type { Arrival, ArrivalAt } from '../arrival.ts'
import { passGroups } from '../filters/passFilters.ts'
import { deliverTo, detour, forwardFrom, type Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { addTopologyGap } from '../tell.ts'
import { createWalk, type Walk } from '../walk.ts'

/**
 * A target that fails its health check gets connections where none passes. Where the network keeps the check itself from it, the failure says nothing
 * of what listens there; else whether it answers hangs on why it fails. `end`: where the connection ended.
 */
export function noteHealth(
  walk: Walk,
  node: Eni,
  target: TargetNet,
  healthPort: number | null,
  { eni, packet }: ArrivalAt<'interface'>,
  end: Arrival,
): Next {
  if (target.health !== 'unhealthy' || eni.listens !== null) return end
  return {
    kind: 'weigh',
    decide(attempt) {
      const probe = createWalk(walk.topology, null, node)
      attempt(probe, sendCheck(probe, node, packet, healthPort ?? target.port), 'there and back')
      const at = { construct: target.origin.construct, path: [...target.origin.path, 'health'] }
      if (!probe.told.blocked)
        addTopologyGap(walk, {
          code: 'not-modelled',
          at,
          message: 'whether a target answers that fails its health check',
        })
      return end
    },
  }
}

/** Health checks come from the node's own address, by TCP on the target's port unless told otherwise. Source: Network Load Balancer guide, health checks. */
function sendCheck(probe: Walk, node: Eni, packet: Packet, port: number): Next {
  const own = isIp4(packet.dst) ? node.address : node.address6
  if (own === null) return null
  const check = { ...packet, src: own, protocol: PROTOCOL.tcp, ports: { from: port, to: port } }
  passGroups(probe, node, 'egress', check)
  return detour(forwardFrom(node, check), (arrival) =>
    arrival?.kind === 'interface' ? deliverTo(arrival.eni, check, arrival.from) : null,
  )
}
