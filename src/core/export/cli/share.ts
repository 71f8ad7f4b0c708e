import type { SettingsOf } from '../aws/settings.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { physicalName } from './physicalName.ts'
import { makeOnce } from './step.ts'
import { tagList } from './tagList.ts'

/** Shares a resource with other accounts by AWS RAM. `readArn` is the command that prints its ARN. */
export const shareOnce = (
  stack: StackPlan,
  part: Part,
  readArn: string,
  settings: SettingsOf<'subnet-share'>,
): string => {
  const name: Option = ['--name', physicalName(part)]
  const find = printCommand(stack, 'ram get-resource-shares', [
    ['--resource-owner', 'SELF'],
    name,
    ['--resource-share-status', 'ACTIVE'],
    ...answer('resourceShares[].resourceShareArn'),
  ])
  return makeOnce(stack, part, {
    find,
    before: [`arn=$(must_tell 'ARN to share' ${readArn})`],
    operation: 'ram create-resource-share',
    options: [
      name,
      ...optionsOf({ ...settings, resourceArns: expression('"$arn"') }),
      clientToken(part),
      ['--tags', tagList(part, stack, 'key', 'value')],
    ],
    query: 'resourceShare.resourceShareArn',
  })
}

export const REMOVE_SHARE =
  'allow UnknownResourceException aws ram delete-resource-share --region "$region" --resource-share-arn "$id" >/dev/null'
