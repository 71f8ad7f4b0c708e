import type { Design } from '../../model/design.ts'
import { ownTags } from '../aws/tags.ts'
import { regional } from '../aws/value.ts'
import { answer, printCommand } from '../commands/command.ts'
import { namesOf, printWord, variableOf } from '../commands/word.ts'
import { isAdded } from '../plan/existing.ts'
import { orderParts } from '../plan/orderParts.ts'
import type { Part, PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { printable } from '../text/printable.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { type Bundle, script, scriptStart } from './scriptHead.ts'
import { commentOf, lookUp } from './step.ts'
import { printStep } from './steps.ts'

/** The script that makes all stacks of one account. `elsewhere`: key of a part -> record (without its ending) of the script that makes it in another account. */
export function writeCreateScript(
  design: Design,
  stacks: readonly StackPlan[],
  bundle: Bundle,
  create: string,
  teardown: string,
  elsewhere: ReadonlyMap<PartKey, string>,
): string {
  const { imports, blocks, hasWaiting } = accountBlocks(stacks, elsewhere)
  const body = [
    ...scriptStart(bundle),
    `say "This is account $account: ${bundle.regions.join(', ').replaceAll('"', '')}. The deployment is $design."`,
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
    ...imports,
    ...stacks.flatMap(listBlocks).flatMap((block) => ['', block]),
    ...blocks.flatMap((block) => ['', block]),
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
    const read = printCommand(stack, 'ec2 describe-managed-prefix-lists', [
      ['--filters', ['Name=prefix-list-name,Values=', regional(listName)]],
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
    const owner = ownerOf(part, stack)
    const made = owner === null ? step : unlessThere(owner, part, stack, step)
    if (awaited.length === 0) return [`${commentOf(part)}\n${made}`]
    waiting.add(own)
    const head = `if ready ${quoteShell(commentOf(part).slice(2))} ${awaited.join(' ')}; then`
    return [[commentOf(part), head, `  ${made.replaceAll('\n', '\n  ')}`, 'fi'].join('\n')]
  })
  const there = new Map(
    stacks.flatMap((stack) => [...stack.existing].map(([key, one]) => [nameOf(stack, key), one.id] as const)),
  )
  const imports = [...imported]
    .filter(([name]) => used.has(name))
    .flatMap(([name, { key, what }]) => {
      const file = elsewhere.get(key)
      const record = file === undefined ? '' : ` "$(dirname "$state")/${file}$other.txt"`
      const id = there.get(name) ?? ''
      const otherwise = id === '' ? [] : [`: "\${HOPWISE_ID_${name}:=${id}}"`]
      return [`# ${printable(what)}`, ...otherwise, `id_${name}=$(given ${name}${record})`]
    })
  return {
    imports: imports.length === 0 ? [] : ['waiting=no', '', '# Ids that this script does not make', ...imports],
    blocks,
    hasWaiting: imports.length > 0,
  }
}

/** The thing that a part is left out with where its id is given. What AWS made with a VPC stays as it is where the VPC exists. */
function ownerOf(part: Part, stack: StackPlan): PartKey | null {
  const { construct } = part
  // Only looked up, whoever made the VPC
  if (part.name === 'default-group') return null
  if (isAdded(part, (key) => stack.byKey.has(key) && !stack.maybe.has(key))) return null
  if (stack.maybe.has(construct.id)) return construct.id
  const vpc = 'vpc' in construct ? stack.byKey.get(construct.vpc)?.construct : undefined
  if (vpc?.kind !== 'vpc' || part.key === construct.id || !stack.maybe.has(vpc.id)) return null
  const own: readonly (string | null)[] = [vpc.mainRouteTable, vpc.defaultNetworkAcl, vpc.defaultSecurityGroup]
  return own.includes(construct.id) ? vpc.id : null
}

/** Ids of what is used instead of made, where they are given. */
const thereLines = (stack: StackPlan): string[] =>
  [...stack.maybe].flatMap(([key, { what }]) => [
    `# ${printable(what)}, where it exists`,
    `there_${nameOf(stack, key)}=$(given ${nameOf(stack, key)})`,
  ])

function unlessThere(owner: PartKey, part: Part, stack: StackPlan, step: string): string {
  const name = nameOf(stack, owner)
  const inner = `  ${step.replaceAll('\n', '\n  ')}`
  return part.key === owner
    ? [`if [[ -n $there_${name} ]]; then`, `  ${variableOf(stack, owner)}=$there_${name}`, 'else', inner, 'fi'].join(
        '\n',
      )
    : [`if [[ -z $there_${name} ]]; then`, inner, ...readAnyway(part, step), 'fi'].join('\n')
}

/** What others need to know of a part that is there already: the IPv6 block that a VPC has. */
const readAnyway = (part: Part, step: string): readonly string[] =>
  part.name === 'vpc-ipv6' ? ['else', `  ${step.slice(step.indexOf('\nwait_for') + 1).replaceAll('\n', '\n  ')}`] : []
