import type { Design } from '../../model/design.ts'
import { ownTags } from '../aws/tags.ts'
import { regional } from '../aws/value.ts'
import { printWord, regionWord, variableOf } from '../commands/word.ts'
import type { PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { filters } from '../steps/argument.ts'
import type { Bundle } from '../steps/bundle.ts'
import { call } from '../steps/call.ts'
import { lookUp } from '../steps/line.ts'
import { type Block, type GivenId, planAccount } from '../steps/planAccount.ts'
import { printable } from '../text/printable.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { indent, printLines } from './printLines.ts'
import { script, scriptStart } from './scriptHead.ts'

/** The script that makes all stacks of one account. `elsewhere`: key of a part -> record (without its ending) of the script that makes it in another account. */
export function writeCreateScript(
  design: Design,
  stacks: readonly StackPlan[],
  bundle: Bundle,
  create: string,
  teardown: string,
  elsewhere: ReadonlyMap<PartKey, string>,
): string {
  const { given, blocks, hasWaiting } = planAccount(stacks, elsewhere)
  const body = [
    ...scriptStart(bundle, stacks),
    `say "This is account $account: ${stacks.map(regionWord).join(', ').replaceAll('"', '')}. The deployment is $design."`,
    ownTagsLine(stacks[0]!),
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
    ...stacks.flatMap(thereLines),
    ...givenLines(given),
    ...stacks.flatMap(listBlocks).flatMap((block) => ['', block]),
    ...blocks.flatMap((block) => ['', printBlock(block)]),
    '',
    'close_rehearsal',
    ...closing(teardown, hasWaiting),
  ].join('\n')
  const purpose = [
    `Makes what the design “${design.title}” draws, with the AWS CLI.`,
    'A second run makes only what is missing; it does not change what is there.',
    `  ${create} [--dry-run]`,
    '--dry-run changes nothing: it says what is there and what would be made, and has AWS say which calls it would allow.',
  ]
  // Drawn texts stand in single quotes on purpose; shellcheck asks when it sees a dollar sign in them
  if (/[$`]/.test(JSON.stringify(design.constructs))) purpose.push('shellcheck disable=SC2016')
  return script(purpose, body)
}

/** The person's own tags, a key and a value each. */
function ownTagsLine(stack: StackPlan): string {
  const words = ownTags(stack.naming).flatMap(([key, value]) => [quoteShell(key), printWord(stack, value)])
  return `own_tags=(${words.join(' ')})`
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
    const Filters = filters({ 'prefix-list-name': regional(listName) })
    const one = call(stack, 'ec2 describe-managed-prefix-lists', { Filters }, 'PrefixLists[0].PrefixListId')
    return `# Prefix list of AWS\n${printLines(stack, [lookUp(key, `prefix list ${listName}`, one)])}`
  })

/** The commands of a part, with a comment above. What waits for another account, or for somebody, is passed over while the id is not known. */
function printBlock({ stack, title, lines, awaited, unless, part }: Block): string {
  const step = printLines(stack, lines)
  const made = unless === null ? step : unlessThere(stack, part.key, step, unless)
  return awaited.length === 0
    ? `# ${title}\n${made}`
    : [`# ${title}`, `if ready ${quoteShell(title)} ${awaited.join(' ')}; then`, indent(made), 'fi'].join('\n')
}

/** Ids that the script does not make. */
const givenLines = (given: readonly GivenId[]): string[] => {
  if (given.length === 0) return []
  const lines = given.flatMap(({ name, what, record, drawn }) => {
    const file = record === null ? '' : ` "$(dirname "$state")/${record}$other.txt"`
    const otherwise = drawn === '' ? [] : [`: "\${HOPWISE_ID_${name}:=${drawn}}"`]
    return [`# ${printable(what)}`, ...otherwise, `id_${name}=$(given ${name}${file})`]
  })
  return ['waiting=no', '', '# Ids that this script does not make', ...lines]
}

/** Ids of what is used instead of made, where they are given. */
const thereLines = (stack: StackPlan): string[] =>
  [...stack.maybe].flatMap(([key, { what }]) => [
    `# ${printable(what)}, where it exists`,
    `there_${nameOf(stack, key)}=$(given ${nameOf(stack, key)})`,
  ])

function unlessThere(
  stack: StackPlan,
  key: PartKey,
  step: string,
  { owner, isOwn, anyway }: NonNullable<Block['unless']>,
): string {
  const name = nameOf(stack, owner)
  const known = isOwn ? [`${variableOf(stack, key)}=$there_${name}`] : [printLines(stack, anyway)]
  return known[0] === ''
    ? [`if [[ -z $there_${name} ]]; then`, indent(step), 'fi'].join('\n')
    : [`if [[ -n $there_${name} ]]; then`, ...known.map(indent), 'else', indent(step), 'fi'].join('\n')
}
