import { publishedPolicy } from '../../../aws/managedPolicies/publishedPolicy.ts'
import type { Evaluated, StackResource } from '../stack.ts'
import { documentText, whoseNobodyKnows } from './policyOn.ts'
import { naming, referred, tell } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { isUnknown, listOf, recordsOf, textOf } from './values.ts'

/** A policy of an identity; null: nobody said what stands in it. */
export interface Attached {
  readonly name: string
  readonly document: string | null
}

export const MANAGED = 'AWS::IAM::ManagedPolicy'

/** How others name a kind of identity: the member of policies that lists it, and the type that is a policy of it alone. */
interface Naming {
  readonly listed: 'Roles' | 'Users' | 'Groups'
  readonly own: string
  readonly named: string
}
const NAMING: Readonly<Record<string, Naming>> = {
  'AWS::IAM::Role': { listed: 'Roles', own: 'AWS::IAM::RolePolicy', named: 'RoleName' },
  'AWS::IAM::User': { listed: 'Users', own: 'AWS::IAM::UserPolicy', named: 'UserName' },
  'AWS::IAM::Group': { listed: 'Groups', own: 'AWS::IAM::GroupPolicy', named: 'GroupName' },
}

/** A managed policy by its ARN: of the templates, one of AWS's that is known, or one of which nobody said what stands in it. */
export function managed(putting: Putting, whose: StackResource, value: Evaluated): Attached {
  const found = referred(putting, value)
  if (found?.type === MANAGED) return inManaged(found)
  const text = isUnknown(value) ? value.unknown : (textOf(value) ?? 'a policy')
  const published = publishedPolicy(text)
  if (published)
    tell(putting, whose, 'assumed', `AWS’s ${text} is taken as its ${published.version} of ${published.created} says`)
  return { name: text.slice(text.lastIndexOf('/') + 1).slice(0, 255), document: published?.text ?? null }
}
const inManaged = (one: StackResource): Attached => ({
  name: textOf(one.properties.ManagedPolicyName) ?? one.logicalId,
  document: documentText(one.properties.PolicyDocument),
})
const inline = (one: StackResource): Attached => ({
  name: textOf(one.properties.PolicyName) ?? one.logicalId,
  document: documentText(one.properties.PolicyDocument),
})

/** Everything that is attached to a role, a user or a group, each once: its own policies, those that name it, and those that it names. */
export function attachedTo(putting: Putting, identity: StackResource): readonly Attached[] {
  const { properties, id, type } = identity
  const { listed, own, named } = NAMING[type]!
  const within = isUnknown(properties.Policies)
    ? [{ name: 'Policies', document: null }]
    : recordsOf(properties.Policies).map((one, i) => ({
        name: textOf(one.PolicyName) ?? `policy ${i + 1}`,
        document: documentText(one.PolicyDocument),
      }))
  const arns = listOf(properties.ManagedPolicyArns)
  const known = new Set(arns.map((one) => referred(putting, one)))
  return [
    ...within,
    ...naming(putting, 'AWS::IAM::Policy', listed, id).map(inline),
    ...naming(putting, own, named, id).map(inline),
    ...arns.map((one) => managed(putting, identity, one)),
    ...naming(putting, MANAGED, listed, id)
      .filter((one) => !known.has(one))
      .map(inManaged),
    ...[
      ['AWS::IAM::Policy', listed],
      [MANAGED, listed],
      [own, named],
    ].flatMap(([type, member]) => {
      const open = whoseNobodyKnows(putting, type!, member!)
      return open === null ? [] : [{ name: open, document: null }]
    }),
  ]
}

/** What a user has by its groups; of one that no template makes nobody knows what it may. */
export function byGroups(putting: Putting, user: StackResource): readonly Attached[] {
  const added = naming(putting, 'AWS::IAM::UserToGroupAddition', 'Users', user.id).map(
    (one) => one.properties.GroupName,
  )
  return [...listOf(user.properties.Groups), ...added].flatMap((one) => {
    const group = referred(putting, one)
    if (group?.type === 'AWS::IAM::Group') return attachedTo(putting, group)
    return [
      { name: `what group ${(isUnknown(one) ? one.unknown : (textOf(one) ?? '')).slice(0, 200)} may`, document: null },
    ]
  })
}
