import type { Construct } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import type { LoadBalancerNet, TargetGroupNet, TargetNet, Topology } from '../topology.ts'
import type { DerivedRow, DerivedSection } from './derived.ts'
import { type NameOf, row, section } from './derivedRows.ts'

/** How each load balancer sees to each target of a group: a request of its own, from its nodes to the target, by TCP whatever the group carries. Source: Elastic Load Balancing guides, health checks. */
export function healthCheckSections(
  { id }: Pick<Construct, 'id'>,
  topology: Topology,
  nameOf: NameOf,
): readonly DerivedSection[] {
  const rows = [...topology.balancers.values()].flatMap((balancer) => {
    const group = balancer.listeners.flatMap(({ groups }) => groups).find((one) => one.id === id)
    return group ? group.targets.flatMap((target) => checkRow(balancer, group, target, nameOf)) : []
  })
  return rows.length === 0 ? [] : [section('Health checks', rows)]
}

function checkRow(balancer: LoadBalancerNet, group: TargetGroupNet, target: TargetNet, nameOf: NameOf): DerivedRow[] {
  const own = target.address ?? target.eni?.address ?? target.eni?.address6 ?? null
  const to = own === null ? (target.balancer?.id ?? null) : formatAddress(own)
  if (to === null) return []
  const port = group.healthPort ?? target.port
  const name = target.eni?.owner ?? target.balancer?.id
  const from = `from the nodes of ${nameOf(balancer.id)}`
  return [
    {
      ...row(name === undefined ? to : nameOf(name), `TCP ${port}`, from, {
        construct: group.id,
        path: target.origin.path,
      }),
      ask: { from: balancer.id, to, protocol: 'tcp', port },
    },
  ]
}
