import type { Design } from '../../model/index.ts'
import { slugOf } from '../labelsOf.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Option } from './command.ts'
import { scriptHead } from './scriptHead.ts'
import { shellFunctionsFor } from './shellFunctions.ts'
import { commentOf, lookUp } from './step.ts'
import { printStep } from './steps.ts'

/** The script that makes all stacks of one account. */
export function writeCreateScript(
  design: Design,
  stacks: readonly StackPlan[],
  stateFile: string,
  teardown: string,
): string {
  const body = [
    `design=\${HOPWISE_NAME:-${slugOf(design.title)}}`,
    `[[ $design =~ ^[A-Za-z][A-Za-z0-9-]{0,31}$ ]] || fail "HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes"`,
    ...(stacks.some((stack) => stack.parts.some((part) => part.name === 'ecs-service' && part.starts))
      ? [`tasks=\${HOPWISE_TASK_COUNT:-1} # how many copies of each ECS task run`]
      : []),
    'touch "$state"',
    'token=$(recall token)',
    'if [[ -z $token ]]; then',
    '  token="hopwise-$(date +%s)-$RANDOM$RANDOM"',
    `  printf 'mark - token %s\\n' "$token" >>"$state"`,
    'fi',
    ...stacks.flatMap(stackBlocks).flatMap((block) => ['', block]),
    '',
    `say "All of it is there. $state is the record of it for ${teardown}."`,
  ].join('\n')
  const purpose = [
    `Makes what the design “${design.title}” draws, with the AWS CLI.`,
    'A second run makes only what is missing; it does not change what is there.',
  ]
  // Drawn texts stand in single quotes on purpose; shellcheck asks when it sees a dollar sign in them
  if (/[$`]/.test(JSON.stringify(design.constructs))) purpose.push('shellcheck disable=SC2016')
  return `${scriptHead(purpose, stateFile)}\n\n${shellFunctionsFor(body)}\n\n${body}\n`
}

/** The commands of each part, with a comment above. */
function stackBlocks(stack: StackPlan): string[] {
  const lists = [...stack.managedLists].map(([key, listName]) => {
    const filters: Option = ['--filters', `Name=prefix-list-name,Values=${listName}`]
    const find = 'ec2 describe-managed-prefix-lists'
    return `# Prefix list of AWS\n${lookUp(stack, key, `prefix list ${listName}`, find, [filters], 'PrefixLists[0].PrefixListId')}`
  })
  const blocks = stack.parts.flatMap((part) => {
    const step = printStep(part, stack)
    return step === null ? [] : [`${commentOf(part)}\n${step}`]
  })
  return [...lists, ...blocks]
}
