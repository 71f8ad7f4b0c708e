import { asText, held } from './argument.ts'
import { boundary } from './boundary.ts'
import { call } from './call.ts'
import { helper, makeOnce, type StepsOf, silently, tagList, waiter } from './line.ts'

export const iamUser: StepsOf<'iam-user'> = {
  'user-boundary': boundary,
  user: {
    create: (part, stack, { UserName, PolicyArns, ...others }) => [
      makeOnce(stack, part, {
        find: { helper: 'own_user', words: [UserName, part.key] },
        call: call(stack, 'iam create-user', { UserName, ...others, Tags: tagList(part, stack) }, 'User.Arn'),
      }),
      ...(part.construct.tags.length === 0
        ? []
        : [
            silently(
              call(stack, 'iam tag-user', {
                UserName,
                Tags: part.construct.tags.map(({ key, value }) => ({ Key: key, Value: value })),
              }),
            ),
          ]),
      ...PolicyArns.map((PolicyArn) => silently(call(stack, 'iam attach-user-policy', { UserName, PolicyArn }))),
      waiter(stack, 'iam user-exists', { UserName }),
    ],
    remove: [helper('remove_user', held('last'))],
  },
  'user-policy': {
    create: (_, stack, { PolicyDocument, ...others }) => [
      silently(call(stack, 'iam put-user-policy', { ...others, PolicyDocument: asText(PolicyDocument) })),
    ],
    // goes with the user
    remove: null,
  },
}
