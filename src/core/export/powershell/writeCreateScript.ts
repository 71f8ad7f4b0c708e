import type { Design } from '../../model/design.ts'
import { ownTags } from '../aws/tags.ts'
import { regional } from '../aws/value.ts'
import type { PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { filters } from '../steps/argument.ts'
import type { Bundle } from '../steps/bundle.ts'
import { call } from '../steps/call.ts'
import { lookUp } from '../steps/line.ts'
import { type Block, planAccount } from '../steps/planAccount.ts'
import { printable } from '../text/printable.ts'
import { idExpression, regionExpression, wordExpression } from './expression.ts'
import { indent, printLines } from './printLines.ts'
import { printStep } from './printStep.ts'
import { quotePowerShell } from './quotePowerShell.ts'
import { SCRIPT_FUNCTIONS } from './scriptFunctions.ts'
import { scriptStart, scriptText } from './scriptText.ts'

/** The script that makes all stacks of one account. `elsewhere`: key of a part -> record (without its ending) of the script that makes it in another account. */
export function writeCreateScript(
  design: Design,
  stacks: readonly StackPlan[],
  bundle: Bundle,
  teardown: string,
  elsewhere: ReadonlyMap<PartKey, string>,
): string {
  const { given, blocks, hasWaiting } = planAccount(stacks, elsewhere)
  const regions = stacks.map(regionExpression).join(', ')
  const done = `Say "All of it is there. $state is the record of it for ${teardown}."`
  const body = [
    ...scriptStart(bundle, stacks),
    `Say "This is account $($account): $(@(${regions}) -join ', '). The deployment is $design."`,
    ownTagsLine(stacks[0]!),
    ...(stacks.some((stack) => stack.parts.some((part) => part.name === 'ecs-service' && part.starts))
      ? [
          `$tasks = Said 'HOPWISE_TASK_COUNT' # how many copies of each ECS task run`,
          `if ($tasks -ceq '') { $tasks = '1' }`,
        ]
      : []),
    `$again = ''`,
    `NoteOnce 'account' $account`,
    `NoteOnce 'design' $design`,
    `$token = Recall 'token'`,
    'if (-not $token) {',
    `  $token = 'hopwise-' + [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + '-' + (Get-Random -Maximum 1000000000)`,
    `  Note 'mark' '-' 'token' $token`,
    '}',
    ...stacks.flatMap((stack) =>
      [...stack.maybe].flatMap(([key, { what }]) => [
        `# ${printable(what)}, where it exists`,
        `${thereVariable(stack, key)} = Given '${nameOf(stack, key)}'`,
      ]),
    ),
    ...(given.length === 0 ? [] : ['$waiting = $false', '', '# Ids that this script does not make']),
    ...given.flatMap(({ name, what, record, drawn }) => {
      const file = record === null ? `''` : `(Join-Path (Split-Path -Parent $state) ('${record}' + $other + '.txt'))`
      return [`# ${printable(what)}`, `$id['${name}'] = Given '${name}' ${file} ${quotePowerShell(drawn)}`]
    }),
    ...stacks.flatMap(listBlocks).flatMap((one) => ['', one]),
    ...blocks.flatMap((one) => ['', printBlock(one)]),
    '',
    ...(hasWaiting
      ? [
          'if ($waiting) {',
          `  Say 'Some of it waits for ids from elsewhere (see above). Run this script again when they are known.'`,
          '} else {',
          `  ${done}`,
          '}',
        ]
      : [done]),
  ].join('\n')
  const purpose = [
    `Makes what the design “${design.title}” draws, with AWS Tools for PowerShell.`,
    'A second run makes only what is missing; it does not change what is there. The record is that of the script for the AWS CLI.',
  ]
  return scriptText(purpose, ['[string]$ProfileName'], SCRIPT_FUNCTIONS, body)
}

/** The person's own tags. */
function ownTagsLine(stack: StackPlan): string {
  const tags = ownTags(stack.naming).map(
    ([key, value]) => `@{ Key = ${quotePowerShell(key)}; Value = ${wordExpression(stack, value)} }`,
  )
  return `$ownTags = @(${tags.join(', ')})`
}

/** Look-ups of the prefix lists that AWS keeps. */
const listBlocks = (stack: StackPlan): string[] =>
  [...stack.managedLists].map(([key, listName]) => {
    const Filters = filters({ 'prefix-list-name': regional(listName) })
    const one = call(stack, 'ec2 describe-managed-prefix-lists', { Filters }, 'PrefixLists[0].PrefixListId')
    return `# Prefix list of AWS\n${printLines(stack, [lookUp(key, `prefix list ${listName}`, one)])}`
  })

const thereVariable = (stack: StackPlan, key: PartKey): string => `$value['there ${nameOf(stack, key)}']`

/** The commands of a part, with a comment above. What waits for another account, or for somebody, is passed over while the id is not known. */
function printBlock({ stack, title, lines, awaited, unless, part }: Block): string {
  const step = printStep(stack, lines)
  const made = unless === null ? step : unlessThere(stack, part.key, step, unless)
  if (awaited.length === 0) return `# ${title}\n${made}`
  const names = awaited.map((name) => `'${name}'`).join(', ')
  return [`# ${title}`, `if (Ready ${quotePowerShell(title)} @(${names})) {`, indent(made), '}'].join('\n')
}

function unlessThere(
  stack: StackPlan,
  key: PartKey,
  step: string,
  { owner, isOwn, anyway }: NonNullable<Block['unless']>,
): string {
  const there = thereVariable(stack, owner)
  const known = isOwn ? `${idExpression(stack, key)} = ${there}` : printLines(stack, anyway)
  return known === ''
    ? [`if (-not ${there}) {`, indent(step), '}'].join('\n')
    : [`if (${there}) {`, indent(known), '} else {', indent(step), '}'].join('\n')
}
