import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import { isFields } from '../../fields.ts'
import { policyIn } from './policyIn.ts'
import type { Given, Loose, Seen, TerraformTypes } from './terraformType.ts'
import { adding, readElsewhere } from './terraformType.ts'
import { filled, listed } from './values.ts'

/** Tags as policies read them: without the name that other constructs are given. */
function tagsOf(seen: Seen): Loose {
  const all = seen.get('tags_all')
  const own = seen.get('tags')
  const said = isUnknown(all) ? (own ?? all) : (all ?? own)
  if (isUnknown(said)) return said
  if (!isFields(said)) return []
  return Object.entries(said as Readonly<Record<string, Evaluated>>).flatMap(([Key, Value]) =>
    typeof Value === 'string' || isUnknown(Value) ? [{ Key, Value }] : [],
  )
}

/** What is attached to a kind of identity by instances of types of their own. Source: AWS provider, resources of IAM. */
function attached(seen: Seen, kind: 'role' | 'user' | 'group'): Given {
  const own = `aws_iam_${kind}_policy`
  const link = `aws_iam_${kind}_policy_attachment`
  const beside = seen.naming(own, kind).map((one) => ({
    PolicyName: filled(one.get('name')) ?? one.id,
    PolicyDocument: policyIn(one, 'policy'),
  }))
  // of which nobody can tell whose they are
  const open = [...seen.open(own, kind), ...seen.open(link, kind)].map(({ instance }) => ({
    PolicyName: instance.address,
    PolicyDocument: { unknown: `whether ${instance.address} is attached to it` },
  }))
  const inline = seen
    .blocks('inline_policy')
    .filter((one) => one.name !== undefined || one.policy !== undefined)
    .map((one) => ({ PolicyName: filled(one.name), PolicyDocument: filled(one.policy) }))
  const shared = seen
    .all('aws_iam_policy_attachment')
    .filter((one) => listed(one.get(`${kind}s`)).some((name) => isNameOf(seen, name)))
  const names = new Set(beside.map(({ PolicyName }) => PolicyName))
  const arns = [
    ...listed(seen.get('managed_policy_arns')),
    ...seen.naming(link, kind).map((one) => one.get('policy_arn')),
    ...shared.map((one) => one.get('policy_arn')),
  ]
  return {
    Policies: [...beside, ...inline.filter(({ PolicyName }) => !names.has(PolicyName!)), ...open],
    ManagedPolicyArns: [...new Map(arns.map((one) => [JSON.stringify(one), one])).values()],
  }
}
const isNameOf = (seen: Seen, name: Loose): boolean =>
  name === seen.id || (name !== undefined && name === seen.given('name'))

/** A user is in the groups that either of two types says. */
function groupsOf(seen: Seen): Loose {
  const lists = seen.naming('aws_iam_user_group_membership', 'user').flatMap((one) => listed(one.get('groups')))
  const members = seen
    .all('aws_iam_group_membership')
    .filter((one) => listed(one.get('users')).some((name) => isNameOf(seen, name)))
    .map((one) => one.named('group')?.id ?? one.get('group'))
  return [...lists, ...members]
}

const named = { arn: 'Arn', name: 'Ref', id: 'Ref' }

/** What calls are made by, and what says what they may. Source: AWS provider, resources of IAM. */
export const identities: TerraformTypes = {
  aws_iam_role: {
    type: 'AWS::IAM::Role',
    same: 'path permissions_boundary',
    renamed: { name: 'RoleName' },
    more: (seen) => ({
      AssumeRolePolicyDocument: policyIn(seen, 'assume_role_policy'),
      Tags: tagsOf(seen),
      ...attached(seen, 'role'),
    }),
    attributes: { ...named, unique_id: 'RoleId' },
    ignores: 'name_prefix description force_detach_policies max_session_duration create_date unique_id role_last_used',
  },
  aws_iam_role_policy: adding('role', 'name name_prefix policy'),
  aws_iam_role_policy_attachment: adding('role', 'policy_arn'),
  aws_iam_policy: {
    type: 'AWS::IAM::ManagedPolicy',
    same: 'path',
    renamed: { name: 'ManagedPolicyName' },
    more: (seen) => ({ PolicyDocument: policyIn(seen, 'policy') }),
    attributes: { arn: 'Ref', id: 'Ref' },
    ignores: 'name_prefix description policy_id attachment_count delay_after_policy_creation_in_ms',
  },
  aws_iam_policy_attachment: readElsewhere('name policy_arn roles users groups'),
  aws_iam_instance_profile: {
    type: 'AWS::IAM::InstanceProfile',
    same: 'path',
    renamed: { name: 'InstanceProfileName' },
    more: (seen) => ({ Roles: listed(seen.named('role')?.id ?? filled(seen.get('role'))) }),
    attributes: named,
    ignores: 'name_prefix create_date unique_id',
  },
  aws_iam_user: {
    type: 'AWS::IAM::User',
    same: 'path permissions_boundary',
    renamed: { name: 'UserName' },
    more: (seen) => ({ Tags: tagsOf(seen), Groups: groupsOf(seen), ...attached(seen, 'user') }),
    attributes: named,
    ignores: 'force_destroy unique_id',
  },
  aws_iam_user_policy: adding('user', 'name name_prefix policy'),
  aws_iam_user_policy_attachment: adding('user', 'policy_arn'),
  aws_iam_user_group_membership: adding('user', 'groups'),
  aws_iam_group: {
    type: 'AWS::IAM::Group',
    same: 'path',
    renamed: { name: 'GroupName' },
    more: (seen) => attached(seen, 'group'),
    attributes: named,
    ignores: 'unique_id',
  },
  aws_iam_group_policy: adding('group', 'name name_prefix policy'),
  aws_iam_group_policy_attachment: adding('group', 'policy_arn'),
  aws_iam_group_membership: readElsewhere('name users group'),
  aws_organizations_policy: {
    type: 'AWS::Organizations::Policy',
    same: 'name type',
    more: (seen) => ({
      Type: filled(seen.get('type')) ?? 'SERVICE_CONTROL_POLICY',
      Content: policyIn(seen, 'content'),
      TargetIds: seen.naming('aws_organizations_policy_attachment', 'policy_id').map((one) => one.get('target_id')),
    }),
    ignores: 'description skip_destroy',
  },
  aws_organizations_policy_attachment: adding('policy_id', 'target_id skip_destroy'),
}
