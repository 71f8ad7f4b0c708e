import { serviceOf } from '../../model/connections.ts'
import { constructAt, regionOf } from '../../model/containment.ts'
import type { Topology } from '../../topology/topology.ts'
import { resolveDestination } from '../resolveDestination.ts'
import { resolveSource } from '../resolveSource.ts'

/** Full names of the AWS services that a request goes to, as far as its destination tells. */
export function servicesAsked(topology: Topology, from: string, to: string): readonly string[] {
  if (to.trim() === '') return []
  const drawn = constructAt(topology.design, to)
  const own = drawn && serviceOf(drawn, regionOf(topology.design, drawn.id)?.code)
  if (own) return [own]
  const source = resolveSource(topology, from)
  const caller = source.kind === 'interfaces' ? (source.enis[0] ?? null) : null
  const found = resolveDestination(topology, caller, to).destinations.flatMap(({ service, eni, wanted }) => [
    service?.service ?? '',
    (eni ?? wanted)?.endpoint?.service ?? '',
  ])
  return [...new Set(found)].filter(Boolean)
}
