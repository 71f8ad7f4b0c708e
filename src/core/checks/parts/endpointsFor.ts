import { prefixOfAction } from '../../aws/actions/findAction.ts'
import { servicePrefixesOf } from '../../aws/actions/servicePrefixesOf.ts'
import { remember } from '../../base/remember.ts'
import { listOfKind } from '../../model/containment.ts'
import type { Topology } from '../../topology/topology.ts'
import { lives } from './endpointLife.ts'
import type { EndpointHere, StatementHere } from './policiesHere.ts'

const known = new WeakMap<Topology, ReadonlyMap<string, readonly EndpointHere[]>>()

/** The endpoints of AWS’s services that are alive, by the prefixes of the actions that go through them. */
const endpointsByPrefix = (topology: Topology): ReadonlyMap<string, readonly EndpointHere[]> =>
  known.get(topology) ??
  remember(known, topology, () => {
    const found = new Map<string, EndpointHere[]>()
    const { design } = topology
    for (const endpoint of [...listOfKind(design, 'gateway-endpoint'), ...listOfKind(design, 'interface-endpoint')]) {
      if (!lives(endpoint) || (endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null)) continue
      for (const prefix of servicePrefixesOf(endpoint.service)) remember(found, prefix, () => []).push(endpoint)
    }
    return found
  })

/** The services that a statement is about, by their prefixes: those of its actions; of the resource that it stands on where they do not tell. Null: any. */
export function prefixesIn({ policy, statement }: StatementHere): readonly string[] | null {
  const prefixes = statement.actions.not ? [''] : [...new Set(statement.actions.these.map(prefixOfAction))]
  if (!prefixes.some((prefix) => prefix === '' || /[*?]/.test(prefix))) return prefixes
  const service = policy.resource?.arn.split(':')[2]
  return service ? [service] : null
}

/** The endpoints by which the requests of a statement may come. */
export function endpointsFor(topology: Topology, here: StatementHere): readonly EndpointHere[] {
  if (here.policy.endpoint) return [here.policy.endpoint]
  const all = endpointsByPrefix(topology)
  const prefixes = prefixesIn(here) ?? [...all.keys()]
  return [...new Set(prefixes.flatMap((prefix) => all.get(prefix) ?? []))]
}
