import { asText, held } from './argument.ts'
import { boundary } from './boundary.ts'
import { call } from './call.ts'
import { helper, makeOnce, type StepsOf, silently, tagList, waiter } from './line.ts'
import { profile } from './profile.ts'
import { waitsForRole } from './waitsForRole.ts'

export const iamRole: StepsOf<'iam-role'> = {
  'role-boundary': boundary,
  role: {
    create: (part, stack, { RoleName, PolicyArns, AssumeRolePolicyDocument, ...others }) => [
      makeOnce(stack, part, {
        find: { helper: 'own_role', words: [RoleName, part.key] },
        call: call(
          stack,
          'iam create-role',
          {
            RoleName,
            AssumeRolePolicyDocument: asText(AssumeRolePolicyDocument),
            ...others,
            Tags: tagList(part, stack),
          },
          'Role.Arn',
        ),
        ...waitsForRole(part, stack, 'MalformedPolicyDocument'),
      }),
      ...(part.construct.tags.length === 0
        ? []
        : [
            silently(
              call(stack, 'iam tag-role', {
                RoleName,
                Tags: part.construct.tags.map(({ key, value }) => ({ Key: key, Value: value })),
              }),
            ),
          ]),
      ...PolicyArns.map((PolicyArn) => silently(call(stack, 'iam attach-role-policy', { RoleName, PolicyArn }))),
      waiter(stack, 'iam role-exists', { RoleName }),
    ],
    remove: [helper('remove_role', held('last'))],
  },
  'role-policy': {
    create: (_, stack, { PolicyDocument, ...others }) => [
      silently(call(stack, 'iam put-role-policy', { ...others, PolicyDocument: asText(PolicyDocument) })),
    ],
    // goes with the role
    remove: null,
  },
  'role-profile': {
    create: (part, stack, { RoleName }) => profile.create(part, stack, RoleName),
    remove: profile.remove,
  },
}
