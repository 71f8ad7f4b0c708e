import type { Design } from '../../model/design.ts'
import { answer, printCommand } from '../commands/command.ts'
import { namesOf } from '../commands/word.ts'
import { orderParts } from '../plan/orderParts.ts'
import type { PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { type Bundle, scriptHead, scriptStart } from './scriptHead.ts'
import { shellFunctionsFor } from './shellFunctionsFor.ts'
import { commentOf, lookUp } from './step.ts'
import { printStep } from './steps.ts'

/** The script that makes all stacks of one account. `elsewhere`: key of a part -> record (without its ending) of the script that makes it in another account. */
export function writeCreateScript(
  design: Design,
  stacks: readonly StackPlan[],
  bundle: Bundle,
  teardown: string,
  elsewhere: ReadonlyMap<PartKey, string>,
): string {
  const { imports, blocks, hasWaiting } = accountBlocks(stacks, elsewhere)
  const body = [
    ...scriptStart(bundle),
    `say "This is account $account: ${bundle.regionCodes.join(', ')}. The deployment is $design."`,
    ...(stacks.some((stack) => stack.parts.some((part) => part.name === 'ecs-service' && part.starts))
      ? [`tasks=\${HOPWISE_TASK_COUNT:-1} # how many copies of each ECS task run`]
      : []),
    'touch "$state"',
    `again=''`,
    'note_once account "$account"',
    'note_once design "$design"',
    'token=$(recall token)',
    'if [[ -z $token ]]; then',
    '  token="hopwise-$(date +%s)-$RANDOM$RANDOM"',
    `  printf 'mark - token %s\\n' "$token" >>"$state"`,
    'fi',
    ...imports,
    ...stacks.flatMap(listBlocks).flatMap((block) => ['', block]),
    ...blocks.flatMap((block) => ['', block]),
    '',
    ...closing(teardown, hasWaiting),
  ].join('\n')
  const purpose = [
    `Makes what the design “${design.title}” draws, with the AWS CLI.`,
    'A second run makes only what is missing; it does not change what is there.',
  ]
  // Drawn texts stand in single quotes on purpose; shellcheck asks when it sees a dollar sign in them
  if (/[$`]/.test(JSON.stringify(design.constructs))) purpose.push('shellcheck disable=SC2016')
  return `${scriptHead(purpose)}\n\n${shellFunctionsFor(body)}\n\n${body}\n`
}

const closing = (teardown: string, hasWaiting: boolean): string[] => {
  const done = `say "All of it is there. $state is the record of it for ${teardown}."`
  if (!hasWaiting) return [done]
  const later = 'say "Some of it waits for ids from elsewhere (see above). Run this script again when they are known."'
  return ['if [[ $waiting == yes ]]; then', `  ${later}`, 'else', `  ${done}`, 'fi']
}

/** Look-ups of the prefix lists that AWS keeps. */
const listBlocks = (stack: StackPlan): string[] =>
  [...stack.managedLists].map(([key, listName]) => {
    const read = printCommand(stack, 'ec2 describe-managed-prefix-lists', [
      ['--filters', `Name=prefix-list-name,Values=${listName}`],
      ...answer('PrefixLists[0].PrefixListId'),
    ])
    return `# Prefix list of AWS\n${lookUp(stack, key, `prefix list ${listName}`, read)}`
  })

/** The commands of each part, with a comment above, in one order for all Regions. What waits for another account, or for somebody, is passed over while the id is not known. */
function accountBlocks(
  stacks: readonly StackPlan[],
  elsewhere: ReadonlyMap<PartKey, string>,
): { imports: string[]; blocks: string[]; hasWaiting: boolean } {
  const stackOf = new Map(stacks.flatMap((stack) => stack.parts.map((part) => [part.key, stack] as const)))
  const imported = new Map(
    stacks.flatMap((stack) =>
      [...stack.imports]
        .filter(([key]) => !stackOf.has(key))
        .map(([key, { what }]) => [nameOf(stack, key), { key, what }] as const),
    ),
  )
  const waiting = new Set(imported.keys())
  const used = new Set<string>()
  const blocks = orderParts(stacks.flatMap((stack) => stack.parts)).flatMap((part) => {
    const stack = stackOf.get(part.key)!
    const step = printStep(part, stack)
    if (step === null) return []
    const own = nameOf(stack, part.key)
    const awaited = namesOf(step).filter((name) => name !== own && waiting.has(name))
    for (const name of awaited) used.add(name)
    if (awaited.length === 0) return [`${commentOf(part)}\n${step}`]
    waiting.add(own)
    const head = `if ready ${quoteShell(commentOf(part).slice(2))} ${awaited.join(' ')}; then`
    return [[commentOf(part), head, `  ${step.replaceAll('\n', '\n  ')}`, 'fi'].join('\n')]
  })
  const imports = [...imported]
    .filter(([name]) => used.has(name))
    .flatMap(([name, { key, what }]) => {
      const file = elsewhere.get(key)
      const record = file === undefined ? '' : ` "$(dirname "$state")/${file}$other.txt"`
      return [`# ${what}`.replace(/[^\P{C}]/gu, ' '), `id_${name}=$(given ${name}${record})`]
    })
  return {
    imports: imports.length === 0 ? [] : ['waiting=no', '', '# Ids that this script does not make', ...imports],
    blocks,
    hasWaiting: imports.length > 0,
  }
}
