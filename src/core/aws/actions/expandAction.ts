import { actionsOf, prefixOfAction } from './findAction.ts'
import { matchesWild } from './matchesWild.ts'
import type { ActionCatalogue, ServiceAction } from './serviceActions.ts'

/**
 * The actions that a name with wildcards stands for, of its own service: `s3:Get*`. Null where the service has not been loaded or the prefix itself has a
 * wildcard (`*`): what it stands for is not of one service.
 */
export function expandAction(catalogue: ActionCatalogue, pattern: string): readonly ServiceAction[] | null {
  const prefix = prefixOfAction(pattern)
  if (!catalogue.services.has(prefix)) return null
  const rest = pattern.slice(prefix.length + 1)
  return actionsOf(catalogue, prefix).filter(({ name }) => matchesWild(rest, name))
}
