import { asRecords, asText, asTexts, type Fields, lastPart, plain, type Value } from '../../fields.ts'
import type { Importing } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { keepPolicy } from './keepPolicy.ts'
import { managedText } from './managedText.ts'

/** A policy of a role, a user or a group; null: nobody said what stands in it. */
export interface Attached {
  readonly name: string
  readonly document: string | null
}

/** The lists that tell of a kind of identity: all at once, or by a call each. */
export interface IdentityLists {
  /** The member that names it. */
  readonly named: 'RoleName' | 'UserName' | 'GroupName'
  /** The member of its record that has its own policies. */
  readonly inline: string
  /** Names of its own policies, these themselves, and what is attached, each by a call for it. */
  readonly names: string
  readonly policies: string
  readonly attached: string
}

export const ROLE_LISTS: IdentityLists = {
  named: 'RoleName',
  inline: 'RolePolicyList',
  names: 'RolePolicyNames',
  policies: 'RolePolicies',
  attached: 'AttachedRolePolicies',
}

export const USER_LISTS: IdentityLists = {
  named: 'UserName',
  inline: 'UserPolicyList',
  names: 'UserPolicyNames',
  policies: 'UserPolicies',
  attached: 'AttachedUserPolicies',
}
export const GROUP_LISTS: IdentityLists = {
  named: 'GroupName',
  inline: 'GroupPolicyList',
  names: 'GroupPolicyNames',
  policies: 'GroupPolicies',
  attached: 'AttachedGroupPolicies',
}

/** As the format has them. */
const LONGEST_NAME = 255

/** The policies of an identity, its own first. What no call has said stands there as not known, never as none. */
export function policiesOf(importing: Importing, entry: Entry, lists: IdentityLists): readonly Attached[] {
  return [...ownPolicies(importing, entry, lists), ...attachedPolicies(importing, entry, lists)]
}

function ownPolicies(importing: Importing, entry: Entry, lists: IdentityLists): readonly Attached[] {
  const within = entry.value[lists.inline]
  const whose = asText(entry.value[lists.named]) ?? ''
  if (Array.isArray(within)) return asRecords(within).map((one) => inline(importing, one, whose, entry))
  const told = besides(importing, entry, lists.policies, lists.named)
  const byName = new Map(told.map((one) => [asText(one.value.PolicyName) ?? '', one]))
  const [listed] = besides(importing, entry, lists.names, lists.named)
  const read = [...byName.values()].map((one) => inline(importing, one.value, whose, one))
  if (!listed) return [...read, { name: 'its own policies', document: null }]
  const unread = asTexts(listed.value.PolicyNames).filter((name) => !byName.has(name))
  return [...read, ...unread.map((name) => ({ name: nameOf(name), document: null }))]
}

const inline = (importing: Importing, one: Fields, whose: string, { place }: Entry): Attached => ({
  name: nameOf(asText(one.PolicyName) ?? 'a policy without a name'),
  document: keepPolicy(importing, one.PolicyDocument, whose, place),
})

function attachedPolicies(importing: Importing, entry: Entry, lists: IdentityLists): readonly Attached[] {
  const within = entry.value.AttachedManagedPolicies
  if (Array.isArray(within)) return asRecords(within).map((one) => attachedOf(importing, one))
  const [listed] = besides(importing, entry, lists.attached, lists.named)
  return listed
    ? asRecords(listed.value.AttachedPolicies).map((one) => attachedOf(importing, one))
    : [{ name: 'what is attached to it', document: null }]
}

const attachedOf = (importing: Importing, one: Fields): Attached =>
  managed(importing, one.PolicyArn, asText(one.PolicyName))

/** A managed policy that something names by its ARN. */
export function managed(importing: Importing, named: Value, name: string | null = null): Attached {
  const arn = asText(named)
  return {
    name: nameOf(name ?? (arn === null ? 'a policy without a name' : lastPart(arn))),
    document: arn === null ? null : managedText(importing, arn),
  }
}

const nameOf = (text: string): string => plain(text, LONGEST_NAME)

/** Records of a call for that identity, of its account. */
const besides = (importing: Importing, entry: Entry, key: string, named: string): readonly Entry[] => {
  const name = asText(entry.value[named])
  return name === null ? [] : importing.where(key, named, name).filter(({ account }) => account === entry.account)
}
