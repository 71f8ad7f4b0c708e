import { prefixOfAction } from '../aws/actions/findAction.ts'
import { loadActions } from '../aws/actions/loadActions.ts'
import type { ActionCatalogue } from '../aws/actions/serviceActions.ts'
import { servicePrefixesOf } from '../aws/actions/servicePrefixesOf.ts'
import type { Topology } from '../topology/topology.ts'
import { policiesHere } from './parts/policiesHere.ts'

/** Fetches what IAM knows of the services that a design’s policies name; undefined where it has none that can be read. */
export async function loadActionsFor(topology: Topology): Promise<ActionCatalogue | undefined> {
  const prefixes = new Set<string>()
  for (const { document, endpoint } of policiesHere(topology)) {
    if (endpoint) for (const prefix of servicePrefixesOf(endpoint.service)) prefixes.add(prefix)
    for (const { actions, conditions } of document.statements) {
      for (const name of actions.these) prefixes.add(prefixOfAction(name))
      for (const { key } of conditions) prefixes.add(prefixOfAction(key))
    }
  }
  return policiesHere(topology).length > 0 ? loadActions(prefixes) : undefined
}
