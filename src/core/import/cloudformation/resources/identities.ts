import type { Evaluated, StackResource } from '../stack.ts'
import { arnWithPath, id, own } from './ownArns.ts'
import { documentText } from './policyOn.ts'
import { ANY, allOf, draw, naming, readElsewhere, referred } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, idOf, isUnknown, listOf, recordsOf, textOf } from './values.ts'

interface Attached {
  readonly name: string
  readonly document: string | null
}

const MANAGED = 'AWS::IAM::ManagedPolicy'

/** A managed policy by its ARN: of the templates, or one of which nobody said what stands in it. */
function managed(putting: Putting, value: Evaluated): Attached {
  const found = referred(putting, value)
  if (found?.type === MANAGED) return inManaged(found)
  const text = isUnknown(value) ? value.unknown : (textOf(value) ?? 'a policy')
  return { name: text.slice(text.lastIndexOf('/') + 1).slice(0, 255), document: null }
}
const inManaged = (one: StackResource): Attached => ({
  name: textOf(one.properties.ManagedPolicyName) ?? one.logicalId,
  document: documentText(one.properties.PolicyDocument),
})
const inline = (one: StackResource): Attached => ({
  name: textOf(one.properties.PolicyName) ?? one.logicalId,
  document: documentText(one.properties.PolicyDocument),
})

/** Everything that is attached to a role, each once: its own policies, those that name it, and those that it names. */
function attachedTo(putting: Putting, role: StackResource): readonly Attached[] {
  const { properties } = role
  const own = isUnknown(properties.Policies)
    ? [{ name: 'Policies', document: null }]
    : recordsOf(properties.Policies).map((one, i) => ({
        name: textOf(one.PolicyName) ?? `policy ${i + 1}`,
        document: documentText(one.PolicyDocument),
      }))
  const arns = listOf(properties.ManagedPolicyArns)
  const named = new Set(arns.map((one) => referred(putting, one)))
  return [
    ...own,
    ...naming(putting, 'AWS::IAM::Policy', 'Roles', role.id).map(inline),
    ...naming(putting, 'AWS::IAM::RolePolicy', 'RoleName', role.id).map(inline),
    ...arns.map((one) => managed(putting, one)),
    ...naming(putting, MANAGED, 'Roles', role.id)
      .filter((one) => !named.has(one))
      .map(inManaged),
  ]
}

function putRole(resource: StackResource, putting: Putting): undefined {
  const { id, account, properties, awsId, region } = resource
  const boundary = properties.PermissionsBoundary
  draw(putting, resource, {
    kind: 'iam-role',
    id,
    account,
    roleName: own('RoleName')({
      id: awsId ?? id,
      account,
      region,
      property: (name) => properties[name] ?? null,
      others: () => [],
    }),
    path: textOf(properties.Path) ?? '/',
    tags: recordsOf(properties.Tags).flatMap((tag) => {
      const key = textOf(tag.Key)
      return key === null ? [] : [{ key, value: textOf(tag.Value) ?? '' }]
    }),
    trustPolicy: documentText(properties.AssumeRolePolicyDocument),
    policies: attachedTo(putting, resource),
    boundary: boundary === undefined || boundary === null ? [] : [managed(putting, boundary)],
  })
}

/** The role behind an instance profile, which is named by its name or its ARN. */
export function roleOfProfile(putting: Putting, value: Evaluated | undefined): StackResource | null {
  const { Arn, Name } = fieldsOf(value)
  const profile = referred(putting, value) ?? referred(putting, Arn) ?? referred(putting, Name)
  return profile ? roleOf(putting, listOf(profile.properties.Roles)[0]) : null
}

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
  'AWS::IAM::InstanceProfile': read(own('InstanceProfileName'), {
    Arn: arnWithPath('instance-profile', 'InstanceProfileName'),
  }),
  [MANAGED]: read(arnWithPath('policy', 'ManagedPolicyName'), {
    PolicyArn: arnWithPath('policy', 'ManagedPolicyName'),
  }),
  'AWS::IAM::Policy': read(id, { Id: id }),
  'AWS::IAM::RolePolicy': read(id),
}
