import { asFields, asRecords, asText, asTexts, plain } from '../../fields.ts'
import { add, type ConstructInput, type Importing, ignore, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountNumberOf, accountOf } from '../../whereabouts.ts'
import { freeId } from '../readers/clients.ts'
import { keepPolicy } from './keepPolicy.ts'
import { type Attached, GROUP_LISTS, managed, policiesOf, ROLE_LISTS, USER_LISTS } from './policiesOf.ts'

/** Roles that AWS makes for its services: no request of a design is made by one. Source: IAM guide, service-linked roles. */
const OF_SERVICES = '/aws-service-role/'
/** As the format has them. Source: IAM guide, quotas. */
const MOST_TAGS = 50
const MOST_POLICIES = 100
/** An account may have a thousand; a drawing shows those that something in it has or names, and of the rest as many. */
const MOST_OTHERS = 60

/**
 * `get-account-authorization-details`, or `get-role` and `get-user` with the calls for their policies. `isNamed`: whether a client has the identity,
 * or a policy names it. Source: IAM API, RoleDetail, UserDetail.
 */
export function drawIdentities(importing: Importing, isNamed: (arn: string) => boolean): void {
  let others = 0
  const left: Entry[] = []
  for (const [key, draw] of [
    ['RoleDetailList', drawRole],
    ['UserDetailList', drawUser],
  ] as const)
    for (const entry of importing.records(key)) {
      const arn = asText(entry.value.Arn)
      if (asText(entry.value.Path)?.startsWith(OF_SERVICES)) ignore(importing, entry.value)
      else if (arn === null) skip(importing, entry, null, 'an identity without an ARN')
      else if (isNamed(arn) || ++others <= MOST_OTHERS) draw(importing, entry, arn)
      else left.push(entry)
    }
  for (const entry of left) ignore(importing, entry.value)
  if (left.length > 0)
    note(
      importing,
      'skipped',
      `${left.length} more roles and users, which no client has and no policy names, are left out`,
      left[0]!.place,
    )
}

function drawRole(importing: Importing, entry: Entry, arn: string): undefined {
  const { value } = entry
  const name = asText(value.RoleName)
  if (name === null) return skip(importing, entry, arn, 'a role without a name')
  const id = freeId(importing, `role-${name}`)
  drawn(importing, entry, arn, {
    kind: 'iam-role',
    id,
    name,
    account: accountOf(importing, entry),
    roleName: name,
    ...shared(importing, entry),
    trustPolicy: keepPolicy(importing, value.AssumeRolePolicyDocument, arn, entry.place),
    policies: kept(importing, entry, arn, policiesOf(importing, entry, ROLE_LISTS)),
  })
}

function drawUser(importing: Importing, entry: Entry, arn: string): undefined {
  const name = asText(entry.value.UserName)
  if (name === null) return skip(importing, entry, arn, 'a user without a name')
  drawn(importing, entry, arn, {
    kind: 'iam-user',
    id: freeId(importing, `user-${name}`),
    name,
    account: accountOf(importing, entry),
    userName: name,
    ...shared(importing, entry),
    policies: kept(importing, entry, arn, [
      ...policiesOf(importing, entry, USER_LISTS),
      ...policiesOfGroups(importing, entry),
    ]),
  })
}

/** Construct of an identity, by its ARN. */
export const drawnAs = (importing: Importing, arn: string): string | null =>
  (importing.memory.get(`identity ${arn}`) as string | undefined) ?? null

function drawn(importing: Importing, entry: Entry, arn: string, construct: ConstructInput): undefined {
  if (add(importing, entry, construct)) importing.memory.set(`identity ${arn}`, construct.id)
}

/** `get-role` and `get-user` leave out tags and a boundary where there are none. */
function shared(importing: Importing, { value }: Entry) {
  const boundary = asFields(value.PermissionsBoundary).PermissionsBoundaryArn
  return {
    path: asText(value.Path) ?? '/',
    tags: asRecords(value.Tags)
      .slice(0, MOST_TAGS)
      .flatMap((one) => {
        const key = asText(one.Key)
        return key === null ? [] : [{ key: plain(key, 128), value: plain(asText(one.Value) ?? '', 256) }]
      }),
    boundary: boundary === undefined || boundary === null ? [] : [managed(importing, boundary)],
  }
}

/** A user has what its groups have. */
function policiesOfGroups(importing: Importing, entry: Entry): readonly Attached[] {
  const own = entry.value.GroupList
  if (!Array.isArray(own)) return [{ name: 'what its groups may', document: null }]
  const names = asTexts(own)
  return names.flatMap((name) => {
    const group = importing
      .where('GroupDetailList', 'GroupName', name)
      .find((one) => accountNumberOf(one) === accountNumberOf(entry))
    return group ? policiesOf(importing, group, GROUP_LISTS) : [{ name: `what group ${name} may`, document: null }]
  })
}

/** As many as the format holds. */
function kept(importing: Importing, entry: Entry, arn: string, policies: readonly Attached[]): Attached[] {
  const [more] = policies.slice(MOST_POLICIES)
  if (!more) return [...policies]
  note(importing, 'unknown', `${arn}: ${policies.length} policies are more than a design holds`, entry.place)
  return [...policies.slice(0, MOST_POLICIES - 1), { name: 'the rest of its policies', document: null }]
}
