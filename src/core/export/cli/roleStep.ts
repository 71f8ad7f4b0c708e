import { printCommand } from '../commands/command.ts'
import { jsonWord, printWord } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { physicalName } from './physicalName.ts'
import { makeOnce, type Step } from './step.ts'
import { tagList } from './tagList.ts'

/** A role that one AWS service takes on, with one managed policy of AWS's. */
export const roleStep = (service: string, policy: string): Step<PartOf<'lambda-role'> | PartOf<'ecs-role'>> => ({
  create: (part, stack) => {
    const name = physicalName(part)
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    }
    return [
      makeOnce(stack, part, {
        find: `allow NoSuchEntity aws iam get-role --role-name ${printWord(stack, name)} --query Role.Arn --output text`,
        operation: 'iam create-role',
        options: [
          ['--role-name', name],
          ['--assume-role-policy-document', jsonWord(trust)],
          ['--tags', tagList(part, 'Key', 'Value')],
        ],
        query: 'Role.Arn',
      }),
      attach(stack, name, policy),
      printCommand(stack, 'iam wait role-exists', [['--role-name', name]]),
    ].join('\n')
  },
  remove: [
    'policies=$(allow NoSuchEntity aws iam list-attached-role-policies --role-name "$last" --query \'AttachedPolicies[].PolicyArn\' --output text)',
    'for policy in $policies; do allow NoSuchEntity aws iam detach-role-policy --role-name "$last" --policy-arn "$policy"; done',
    'allow NoSuchEntity aws iam delete-role --role-name "$last"',
  ].join('\n'),
})

const attach = (stack: StackPlan, name: Parameters<typeof printWord>[1], policy: string): string =>
  printCommand(stack, 'iam attach-role-policy', [
    ['--role-name', name],
    ['--policy-arn', `arn:${partitionOf(stack.regionCode)}:iam::aws:policy/service-role/${policy}`],
  ])

/** The part of AWS that a Region belongs to, as ARNs name it. */
const partitionOf = (regionCode: string): string =>
  regionCode.startsWith('cn-') ? 'aws-cn' : regionCode.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
