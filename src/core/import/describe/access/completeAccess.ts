import { asText } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import { bindRoles } from './bindRoles.ts'
import { drawGuarded } from './drawGuarded.ts'
import { drawIdentities } from './drawIdentities.ts'
import { rolesOfClients } from './rolesOfClients.ts'

/** Draws who may call what, when all that may call is drawn: what carries a policy, then roles and users, those first that something here names. */
export function completeAccess(importing: Importing): void {
  const roles = rolesOfClients(importing)
  drawGuarded(importing)
  const named = new Set(
    [...roles.values()].flatMap(({ role, executionRole }) => [role ?? [], executionRole ?? []].flat()),
  )
  for (const arn of namedInPolicies(importing)) named.add(arn)
  drawIdentities(importing, (arn) => named.has(arn))
  bindRoles(importing, roles)
  tellNotAsked(importing)
}

const IDENTITY = /arn:[\w-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+/g

/** Roles and users that a policy of the design names. */
function namedInPolicies({ constructs }: Importing): readonly string[] {
  return [...constructs.values()].flatMap((one) =>
    'policy' in one && one.policy !== null ? (one.policy.match(IDENTITY) ?? []) : [],
  )
}

/** What was listed, and not asked for one by one, is not known. */
function tellNotAsked(importing: Importing): void {
  const drawn = new Set<string>()
  let isAccess = false
  for (const one of importing.constructs.values()) {
    if (one.kind === 's3-bucket') drawn.add(one.bucketName)
    isAccess ||= ACCESS.has(one.kind)
  }
  const buckets = importing.records('Buckets').filter(({ value }) => !drawn.has(asText(value.Name) ?? ''))
  if (buckets[0])
    note(
      importing,
      'unknown',
      `Buckets that are listed, and whose policies are not in the files, are not drawn: ${buckets.length}`,
      buckets[0].place,
    )
  const [listed] = importing.records('Roles')
  if (listed && importing.records('RoleDetailList').length === 0)
    note(
      importing,
      'unknown',
      'A list of roles leaves out their tags, boundaries and policies, so that none is drawn: get-account-authorization-details says them',
      listed.place,
    )
  if (isAccess && importing.askedIn('Organizations').length === 0)
    note(
      importing,
      'assumed',
      'No file says in which organisation the accounts are: they are taken to be in none, and no policy of one to reach them; describe-organization says it',
    )
}

const ACCESS: ReadonlySet<string> = new Set(['iam-role', 'iam-user', 's3-bucket', 'dynamodb-table', 'policy-resource'])
