import { definitionOf } from '../../model/kinds/definitions.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { SettingsOf } from '../aws/settings.ts'
import { nameTag } from '../aws/tags.ts'
import type { Later } from '../aws/value.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { kebabOf } from '../commands/optionsOf.ts'
import {
  type Expression,
  expression,
  printWord,
  regionWord,
  variable,
  variableOf,
  type Word,
} from '../commands/word.ts'
import type { Part, PartKey, PartName, PartNameOf, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { printable } from '../text/printable.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** How the scripts make a part, and the shell commands that remove it again (`$region` and `$id` hold what was recorded). */
export interface Step<N extends PartName> {
  /** Null where AWS makes it together with another part. */
  readonly create: (part: PartOf<N>, stack: StackPlan, settings: SettingsOf<N>) => string | null
  /** Null where it goes with another part, or was AWS's from the start. */
  readonly remove: string | null
}
export type StepsOf<K extends ConstructKind> = { readonly [N in PartNameOf<K>]: Step<N> }

interface Creation {
  /** A command that prints the id of one that is there already, for a run whose record was lost. */
  readonly find?: string
  readonly operation: string
  readonly options: readonly Option[]
  /** Where the answer holds the id. */
  readonly query: Word
  /** Runs in front of the creation. */
  readonly before?: readonly string[]
  /** Retried while AWS answers with one of these errors. */
  readonly retryOn?: string
}

/** `body` in the branch that runs when the part is neither recorded nor found by `finder`. */
export function whenMissing(
  stack: StackPlan,
  type: string,
  name: string,
  finder: string,
  body: readonly string[],
): string {
  const head = ['if missing', type, regionWord(stack), name, finder].filter((word) => word !== '').join(' ')
  return [`${head}; then`, ...body.map((lines) => `  ${lines.replaceAll('\n', '\n  ')}`), 'fi'].join('\n')
}
const record = (stack: StackPlan, type: string, name: string, id: string): string =>
  `record ${type} ${regionWord(stack)} ${name} ${id}`

/** Makes the part once, and keeps its id in the state file and in a variable. */
export function makeOnce(
  stack: StackPlan,
  part: Part,
  { find, operation, options, query, before = [], retryOn }: Creation,
): string {
  const name = nameOf(stack, part.key)
  const retry = retryOn === undefined ? '' : `retry ${quoteShell(retryOn)} `
  const create = `${variableOf(stack, part.key)}=$(${retry}${printCommand(stack, operation, [...options, ...answer(query)])})`
  return whenMissing(stack, part.name, name, find ?? '', [
    ...before,
    create,
    record(stack, part.name, name, variable(stack, part.key)),
  ])
}

/** Runs commands once. `id` is what removal needs; without it the part goes with another one. `find` prints something where it was done already. */
export function runOnce(stack: StackPlan, part: Part, commands: readonly string[], id?: string, find?: string): string {
  const name = nameOf(stack, part.key)
  const type = id === undefined ? 'mark' : part.name
  const finder = id === undefined || find === undefined ? '' : `if_there ${id} ${find}`
  return whenMissing(stack, type, name, finder, [...commands, record(stack, type, name, id ?? 'yes')])
}

/** Runs commands once; the part then goes by the id of another one, for those who wait for it. */
export function confirmOnce(stack: StackPlan, part: Part, of: PartKey, commands: readonly string[]): string {
  const name = nameOf(stack, part.key)
  return whenMissing(stack, part.name, name, '', [
    ...commands,
    `${variableOf(stack, part.key)}=${variable(stack, of)}`,
    record(stack, part.name, name, variable(stack, of)),
  ])
}

/** Keeps the id that the command prints, of something that AWS made by itself. */
export const lookUp = (stack: StackPlan, key: PartKey, what: string, command: string): string =>
  [`${variableOf(stack, key)}=$(${command})`, `known ${variable(stack, key)} ${quoteShell(what)}`].join('\n')

interface TaggedCreation {
  /** What EC2 calls it, such as `VpnGateway`. Most operations and members are named after that; those that are not are given. */
  readonly thing: string
  readonly options: readonly Option[]
  readonly operation?: string
  /** The type by which tags are asked for. */
  readonly type?: string
  /** Where the answer holds the id. */
  readonly query?: string
  /** The operation that lists what is there, and where its answer holds the ids. */
  readonly found?: readonly [operation: string, query: string]
  /** The states of what is not being deleted, as a filter. */
  readonly state?: string
  readonly filterFlag?: '--filter'
  readonly before?: readonly string[]
  /** Where it is waited for: the filter for its id, and those for what is not deleted. One that was deleted by hand would be waited for in vain. */
  readonly alive?: readonly [idFilter: string, state: string]
}

/** Makes an EC2 resource once, with its tags, and finds it by them. */
export function makeTagged(stack: StackPlan, part: Part, one: TaggedCreation): string {
  const { thing, options, before = [], filterFlag = '--filters' } = one
  const word = kebabOf(thing)
  const [operation, query] = one.found ?? [`describe-${word}s`, `${thing}s[].${thing}Id`]
  const filters = one.state === undefined ? [filterFlag] : [filterFlag, one.state]
  const lost =
    one.alive === undefined
      ? []
      : [
          [
            'lost',
            regionWord(stack),
            ...[nameOf(stack, part.key), one.alive[0], query, operation, filterFlag, one.alive[1]].map(quoteShell),
          ].join(' '),
        ]
  const make = makeOnce(stack, part, {
    find: ['by_tag', regionWord(stack), ...[part.key, query, operation, ...filters].map(quoteShell)].join(' '),
    operation: `ec2 ${one.operation ?? `create-${word}`}`,
    options: [...options, taggedAs(part, stack, one.type ?? word)],
    query: one.query ?? `${thing}.${thing}Id`,
    before,
  })
  return [...lost, make].join('\n')
}

/** `--tag-specifications` of a new EC2 resource. */
export const taggedAs = (part: Part, stack: StackPlan, resourceType: string): Option => [
  '--tag-specifications',
  expression(`"$(tags ${resourceType} ${keyWord(part)} ${nameWord(part, stack)})"`),
]

/** The key of a part as a word for the functions that write it into JSON: it may hold drawn text. */
export const keyWord = (part: Part): string => quoteShell(jsonText(part.key))
/** The name of a part as a word, for the same; by the naming pattern, or its id where it has none. */
export function nameWord({ construct }: Part, stack: StackPlan, strict?: 'strict'): string {
  const name = nameTag(construct.name === '' ? { ...construct, name: construct.id } : construct, stack.naming, strict)
  return printWord(stack, typeof name === 'string' ? jsonText(name) : jsonPieces(name))
}
const jsonPieces = (value: Later): readonly (string | Later)[] =>
  value.later === 'joined' ? value.pieces.map((one) => (typeof one === 'string' ? jsonText(one) : one)) : [value]
/** A text as it stands between the quotes of a JSON string. */
export const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A name of at most 32 characters for what takes no longer one. */
export const shortName = (part: Part): Expression => expression(`"$(short_name ${keyWord(part)})"`)

/** The comment above a part. */
export function commentOf(part: Part): string {
  const word = part.key.slice(part.construct.id.length + 1).replaceAll('-', ' ')
  return `# ${printable(`${definitionOf(part.construct.kind).title} ${titleOf(part.construct)}${word === '' ? '' : `: ${word}`}`)}`
}
