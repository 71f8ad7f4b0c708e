import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Eni, FirewallNet, Topology } from '../../topology/topology.ts'

/** A firewall with its policy as it counts, its endpoints, and the drawn groups that it names. */
export interface DrawnFirewall {
  readonly construct: ConstructOf<'network-firewall'>
  readonly net: FirewallNet
  readonly enis: readonly Eni[]
  readonly groups: readonly ConstructOf<'firewall-rule-group'>[]
}

/** The firewalls that have an endpoint. */
export function firewallsIn(design: Design, topology: Topology): readonly DrawnFirewall[] {
  const groups = new Map(listOfKind(design, 'firewall-rule-group').map((one) => [one.id, one]))
  return listOfKind(design, 'network-firewall').flatMap((construct) => {
    const enis = topology.enisOf.get(construct.id) ?? []
    const net = enis[0]?.inspection?.firewall
    const named = construct.ruleGroups.flatMap(({ ruleGroup }) => groups.get(ruleGroup) ?? [])
    return net ? [{ construct, net, enis, groups: named }] : []
  })
}
