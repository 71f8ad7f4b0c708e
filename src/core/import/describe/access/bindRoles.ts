import { isNotImported, notImported } from '../../../model/notImported.ts'
import { type Importing, note } from '../../importing.ts'
import { drawnAs } from './drawIdentities.ts'
import type { RolesOfClient } from './rolesOfClients.ts'

/** Lists of which one says that somebody has asked for roles. */
const OF_ROLES = ['RoleDetailList', 'InstanceProfiles', 'RolePolicies', 'AttachedRolePolicies']
const MOST_NAMED = 20

/** Gives clients their roles. One that is in no file leads nowhere, where roles were asked for at all; else the report says that they were not. */
export function bindRoles(importing: Importing, roles: ReadonlyMap<string, RolesOfClient>): void {
  const wasAsked = OF_ROLES.some((key) => importing.askedIn(key).length > 0)
  const unknown: string[] = []
  const bound = (role: string | null, named: string | null): string | null => {
    const drawn = role === null ? null : drawnAs(importing, role)
    if (drawn !== null) return drawn
    return named !== null && wasAsked ? notImported(`role-of-${named}`) : null
  }
  for (const [id, { role, named, executionRole }] of roles) {
    const client = importing.constructs.get(id)
    if (client?.kind !== 'client') continue
    const own = bound(role, named)
    const execution = bound(executionRole, null)
    if (own === null ? named !== null : isNotImported(own)) unknown.push(id)
    importing.constructs.set(id, {
      ...client,
      ...(own !== null && { role: own }),
      ...(execution !== null && { executionRole: execution }),
    })
  }
  if (unknown.length === 0) return
  const more = unknown.length > MOST_NAMED ? ` and ${unknown.length - MOST_NAMED} more` : ''
  note(
    importing,
    'unknown',
    `What their roles may do is not in the files: ${unknown.slice(0, MOST_NAMED).join(', ')}${more}`,
  )
}
