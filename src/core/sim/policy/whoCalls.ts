import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { type Principal, readPrincipal } from '../../policy/principal.ts'
import type { AccessNet, RoleNet } from '../../topology/access/accessNet.ts'

/** Who makes a call; `role` null = it is no role, or none of the design. */
export interface Caller {
  readonly principal: Principal
  readonly role: RoleNet | null
}

/**
 * Who makes a call: the principal that the request names, else the role of the client, whose session is called as the service that runs the client
 * does: by an instance's id, by a function's name. Sources: EC2 guide, IAM roles for Amazon EC2; Lambda guide, execution role. A text says why nobody knows.
 */
export function whoCalls(access: AccessNet, client: Construct | undefined, named: string | undefined): Caller | string {
  const own = client?.kind === 'client' || client?.kind === 'internet-host' ? client : null
  const ownRole = (own?.role && access.roleAt.get(own.role)) || null
  if (named === undefined) {
    if (ownRole && own) return { principal: sessionOf(access, ownRole, own.id, own.runtime), role: ownRole }
    if (!own || (own.kind === 'internet-host' && own.role === null))
      return 'the request does not say who calls, and whoever asks is no client with a role'
    return own.role === null ? `${own.name} has no role` : `the role of ${own.name} is not in the design`
  }
  const principal = readPrincipal(named)
  if (principal === null) return `“${named}” is no principal: the ARN of a role, a session, a user or an account’s root`
  if (principal.kind !== 'role') return { principal, role: null }
  const isMeant = (role: RoleNet) =>
    role.account === principal.account &&
    (principal.session === null ? role.arn === principal.arn : role.name === principal.name)
  if (ownRole && own && principal.session === null && isMeant(ownRole))
    return { principal: sessionOf(access, ownRole, own.id, own.runtime), role: ownRole }
  const role = access.roles.find(isMeant) ?? null
  return { principal: role ? { ...principal, arn: role.arn, pathKnown: true } : principal, role }
}

/** Tasks of ECS and containers have sessions of names that nobody knows before. */
function sessionOf(access: AccessNet, role: RoleNet, client: ConstructId, runtime: string): Principal {
  const { account, arn, name } = role
  const id = runtime === 'ec2' || runtime === 'lambda' ? access.idOf(client) : null
  const session = id === null ? null : `arn:${access.partition}:sts::${account}:assumed-role/${name}/${id}`
  return { kind: 'role', account, arn, name, session, pathKnown: true }
}
