import type { SettingsOf } from '../aws/settings.ts'
import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { printWord } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { physicalName } from './physicalName.ts'
import { makeOnce } from './step.ts'
import { tagList } from './tagList.ts'

/** A role that one AWS service takes on, with one managed policy of AWS's. */
export const role = {
  create: (part: Part, stack: StackPlan, { PolicyArn, ...settings }: SettingsOf<'lambda-role'>): string => {
    const RoleName = physicalName(part)
    return [
      makeOnce(stack, part, {
        find: `allow NoSuchEntity aws iam get-role --role-name ${printWord(stack, RoleName)} --query Role.Arn --output text`,
        operation: 'iam create-role',
        options: [...optionsOf({ RoleName, ...settings }), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'Role.Arn',
      }),
      printCommand(stack, 'iam attach-role-policy', optionsOf({ RoleName, PolicyArn })),
      printCommand(stack, 'iam wait role-exists', optionsOf({ RoleName })),
    ].join('\n')
  },
  remove: [
    'policies=$(allow NoSuchEntity aws iam list-attached-role-policies --role-name "$last" --query \'AttachedPolicies[].PolicyArn\' --output text)',
    'for policy in $policies; do allow NoSuchEntity aws iam detach-role-policy --role-name "$last" --policy-arn "$policy"; done',
    'allow NoSuchEntity aws iam delete-role --role-name "$last"',
  ].join('\n'),
}
