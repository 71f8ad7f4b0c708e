import { remember } from '../../base/remember.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { type Principal, readPrincipal } from '../../policy/principal.ts'
import type { AccessNet, IdentityNet } from '../../topology/access/accessNet.ts'

/** Who makes a call; `identity` null = it is no role and no user, or none of the design. */
export interface Caller {
  readonly principal: Principal
  readonly identity: IdentityNet | null
}

/**
 * Who makes a call: the principal that the request names, else the role of the client, whose session is called as the service that runs the client
 * does: by an instance's id, by a function's name. Sources: EC2 guide, IAM roles for Amazon EC2; Lambda guide, execution role. A text says why nobody knows.
 */
export function whoCalls(access: AccessNet, client: Construct | undefined, named: string | undefined): Caller | string {
  const all = remember(known, access, () => new Map<string, Caller | string>())
  return remember(all, `${client?.id ?? ''} ${named ?? ''}`, () => findCaller(access, client, named))
}

const known = new WeakMap<AccessNet, Map<string, Caller | string>>()

function findCaller(access: AccessNet, client: Construct | undefined, named: string | undefined): Caller | string {
  const own = client?.kind === 'client' || client?.kind === 'internet-host' ? client : null
  const ownRole = (own?.role && access.roleAt.get(own.role)) || null
  if (named === undefined) {
    if (ownRole && own) return { principal: sessionOf(access, ownRole, own.id, own.runtime), identity: ownRole }
    if (!own || (own.kind === 'internet-host' && own.role === null))
      return 'the request does not say who calls, and whoever asks is no client with a role'
    return own.role === null ? `${own.name} has no role` : `the role of ${own.name} is not in the design`
  }
  const principal = readPrincipal(named)
  if (principal === null) return `“${named}” is no principal: the ARN of a role, a session, a user or an account’s root`
  const isMeant = (one: IdentityNet) =>
    'account' in principal &&
    one.kind === principal.kind &&
    one.account === principal.account &&
    (principal.kind === 'role' && principal.session !== null ? one.name === principal.name : one.arn === principal.arn)
  if (ownRole && own && principal.kind === 'role' && principal.session === null && isMeant(ownRole))
    return { principal: sessionOf(access, ownRole, own.id, own.runtime), identity: ownRole }
  const identity = access.identities.find(isMeant) ?? null
  if (principal.kind !== 'role' || identity === null) return { principal, identity }
  return { principal: { ...principal, arn: identity.arn, pathKnown: true }, identity }
}

/** Tasks of ECS and pods of EKS have sessions of names that nobody knows before. */
function sessionOf(access: AccessNet, role: IdentityNet, client: ConstructId, runtime: string): Principal {
  const { account, arn, name } = role
  const id = runtime === 'ec2' || runtime === 'lambda' ? access.idOf(client) : null
  const session = id === null ? null : `arn:${access.partition}:sts::${account}:assumed-role/${name}/${id}`
  return { kind: 'role', account, arn, name, session, pathKnown: true }
}
