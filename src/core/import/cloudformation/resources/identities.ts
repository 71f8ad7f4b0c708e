import type { Evaluated, StackResource } from '../stack.ts'
import { attachedTo, byGroups, MANAGED, managed } from './attachedTo.ts'
import { arnWithPath, id, own } from './ownArns.ts'
import { documentText } from './policyOn.ts'
import { ANY, allOf, draw, readElsewhere, referred } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, idOf, listOf, reasonIn, textOf } from './values.ts'

/** What roles and users have alike. */
function shared(resource: StackResource, putting: Putting, name: string) {
  const { id, account, properties, awsId, region } = resource
  const boundary = properties.PermissionsBoundary
  return {
    id,
    account,
    [`${name.charAt(0).toLowerCase()}${name.slice(1)}`]: own(name)({
      id: awsId ?? id,
      account,
      region,
      property: (member) => properties[member] ?? null,
      others: () => [],
    }),
    path: textOf(properties.Path) ?? '/',
    tags: tagsOf(properties.Tags),
    boundary: boundary === undefined || boundary === null ? [] : [managed(putting, resource, boundary)],
  }
}

/** A value that is not known says so; where it is not known which tags there are, one stands for any. */
const tagsOf = (tags: Evaluated | undefined) =>
  listOf(tags).flatMap((tag) => {
    const why = reasonIn(tag)
    const { Key, Value } = fieldsOf(tag)
    const key = textOf(Key)
    if (why !== null) return [{ key: key ?? '*', value: `not known: ${why}`.slice(0, 256) }]
    return key === null ? [] : [{ key, value: textOf(Value) ?? '' }]
  })

const putRole = (resource: StackResource, putting: Putting): undefined =>
  draw(putting, resource, {
    kind: 'iam-role',
    ...shared(resource, putting, 'RoleName'),
    trustPolicy: documentText(resource.properties.AssumeRolePolicyDocument),
    policies: attachedTo(putting, resource),
  })

const putUser = (resource: StackResource, putting: Putting): undefined =>
  draw(putting, resource, {
    kind: 'iam-user',
    ...shared(resource, putting, 'UserName'),
    policies: [...attachedTo(putting, resource), ...byGroups(putting, resource)],
  })

/** The role behind an instance profile, which is named by its name or its ARN. */
export function roleOfProfile(putting: Putting, value: Evaluated | undefined): StackResource | null {
  const { Arn, Name } = fieldsOf(value)
  const profile = [value, Arn, Name].map((one) => profileOf(putting, one)).find((one) => one !== null)
  return profile ? roleOf(putting, listOf(profile.properties.Roles)[0]) : null
}

/** A profile by its name or its ARN: a role may have the same name. */
function profileOf(putting: Putting, value: Evaluated | undefined): StackResource | null {
  const found = referred(putting, value)
  if (found?.type === PROFILE) return found
  const name = idOf(value)
  const all = allOf(putting, PROFILE)
  return name === null ? null : (all.find((one) => textOf(one.properties.InstanceProfileName) === name) ?? null)
}
const PROFILE = 'AWS::IAM::InstanceProfile'

/** A role of the templates, by its name or its ARN. */
export function roleOf(putting: Putting, value: Evaluated | undefined): StackResource | null {
  if (value === undefined) return null
  const found = referred(putting, value)
  if (found?.type === ROLE) return found
  const name = idOf(value)
  return allOf(putting, ROLE).find((role) => role.id === name || textOf(role.properties.RoleName) === name) ?? null
}
const ROLE = 'AWS::IAM::Role'

const read = (
  ref: NonNullable<ResourceType['ref']>,
  attributes: NonNullable<ResourceType['attributes']> = {},
): ResourceType => ({ ref, attributes, knows: ANY, put: readElsewhere })

/** What calls are made by, and what says what they may. Source: AWS CloudFormation Template Reference, AWS::IAM. */
export const identities: Readonly<Record<string, ResourceType>> = {
  [ROLE]: {
    ref: own('RoleName'),
    attributes: { Arn: arnWithPath('role', 'RoleName'), RoleId: id },
    knows: ANY,
    put: putRole,
  },
  'AWS::IAM::User': {
    ref: own('UserName'),
    attributes: { Arn: arnWithPath('user', 'UserName') },
    knows: ANY,
    put: putUser,
  },
  'AWS::IAM::Group': read(own('GroupName'), { Arn: arnWithPath('group', 'GroupName') }),
  'AWS::IAM::UserToGroupAddition': read(id),
  [PROFILE]: read(own('InstanceProfileName'), {
    Arn: arnWithPath('instance-profile', 'InstanceProfileName'),
  }),
  [MANAGED]: read(arnWithPath('policy', 'ManagedPolicyName'), {
    PolicyArn: arnWithPath('policy', 'ManagedPolicyName'),
  }),
  'AWS::IAM::Policy': read(id, { Id: id }),
  'AWS::IAM::RolePolicy': read(id),
  'AWS::IAM::UserPolicy': read(id),
  'AWS::IAM::GroupPolicy': read(id),
}
