import { quoteShell } from '../cli/quoteShell.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { code, shellBlock } from '../readme/markdown.ts'
import { notesOf } from '../readme/notesOf.ts'
import type { TreeObject } from './resource.ts'

interface Written {
  readonly stack: StackPlan
  readonly template: TreeObject
  readonly path: string
  readonly stackName: string
}

/** The README's words on deploying, updating and deleting the stacks. */
export const deployGuide = (templates: readonly Written[]) => ({
  actions: ['CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet', 'DescribeStacks', 'DeleteStack'].map(
    (name) => `cloudformation:${name}`,
  ),
  deploy: [
    ...(templates.length > 1
      ? [
          'Each template belongs to one account and Region. Set AWS_PROFILE to a profile of its account before each command.',
          '',
        ]
      : []),
    ...templates.flatMap((one, index) => [
      ...(index === 0 ? [] : ['']),
      ...accountLine(one, templates.length),
      shellBlock(deployCommand(one)),
    ]),
    '',
    'The .json files hold the same templates in JSON. Ids, DNS names and addresses are the outputs of a stack:',
    '',
    shellBlock(
      templates.map(
        (one) =>
          `aws cloudformation describe-stacks --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName} --query 'Stacks[0].Outputs'`,
      ),
    ),
  ],
  tearDown: [
    shellBlock(
      templates.flatMap((one) => [
        `aws cloudformation delete-stack --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName}`,
        `aws cloudformation wait stack-delete-complete --region ${quoteShell(one.stack.regionCode)} --stack-name ${one.stackName}`,
      ]),
    ),
    ...(templates.some((one) => hasData(one.stack))
      ? [
          '',
          'Buckets and tables stay, because they may hold data (DeletionPolicy: Retain). Delete them by hand. A stack of the same design can only be made again once they are gone or imported into it.',
        ]
      : []),
  ],
  notes: [
    'A changed name in the drawing changes tags only. What replaces a resource: another CIDR block, zone, VPC, service, or description of a security group.',
    'Availability Zones go by their letter, as drawn. `Fn::GetAZs` promises no order, so a number in it could be another zone.',
    ...(templates.some((one) => one.stack.parts.some((part) => part.name === 'ecs-service' && part.starts))
      ? [
          'The parameter TaskCount says how many copies of each ECS task run; with 0 the service is made and no task started.',
        ]
      : []),
    ...notesOf(templates.map((one) => one.stack)),
  ],
})

const accountLine = ({ stack, path }: Written, count: number): string[] =>
  count > 1 && stack.accountId !== '' ? [`${code(path)}, in account ${code(stack.accountId)}:`, ''] : []

function deployCommand({ stack, template, path, stackName }: Written): string[] {
  const region = quoteShell(stack.regionCode)
  const lists = [...stack.managedLists].filter(
    ([key]) => nameOf(stack, key) in ((template.Parameters ?? {}) as TreeObject),
  )
  const lookUps = lists.map(([key, listName]) => {
    const filter = quoteShell(`Name=prefix-list-name,Values=${listName}`)
    return `${nameOf(stack, key)}=$(aws ec2 describe-managed-prefix-lists --region ${region} --filters ${filter} --query 'PrefixLists[0].PrefixListId' --output text)`
  })
  const overrides = lists.map(([key]) => `"${nameOf(stack, key)}=$${nameOf(stack, key)}"`)
  const hasRoles = stack.parts.some((part) => part.name === 'lambda-role' || part.name === 'ecs-role')
  const options = [
    `--region ${region}`,
    `--stack-name ${stackName}`,
    `--template-file ${path}`,
    ...(hasRoles ? ['--capabilities CAPABILITY_IAM'] : []),
    ...(overrides.length > 0 ? [`--parameter-overrides ${overrides.join(' ')}`] : []),
  ]
  return [...lookUps, ...['aws cloudformation deploy', ...options].join(' \\\n  ').split('\n')]
}

const hasData = (stack: StackPlan): boolean =>
  stack.parts.some((part) => part.name === 'bucket' || part.name === 'table')
