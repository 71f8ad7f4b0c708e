import { type ConstructKind, definitionOf } from '../../model/index.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { expression, idOf, type Piece, variableOf } from '../commands/word.ts'
import type { Part, PartKey, PartNameOf, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** How the scripts make a part, and the shell commands that remove it again (`$region` and `$id` hold what was recorded). */
export interface Step<P> {
  /** Null where AWS makes it together with another part. */
  readonly create: (part: P, stack: StackPlan) => string | null
  /** Null where it goes with another part, or was AWS's from the start. */
  readonly remove: string | null
}
export type StepPrinters<K extends ConstructKind> = { readonly [N in PartNameOf<K>]: Step<PartOf<N>> }

interface Creation {
  /** A command that prints the id of one that is there already, for a run whose record was lost. */
  readonly find?: string
  readonly operation: string
  readonly options: readonly Option[]
  /** Where the answer holds the id. */
  readonly query: string
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
  const head = ['if missing', type, quoteShell(stack.regionCode), name, finder].filter((word) => word !== '').join(' ')
  return [`${head}; then`, ...body.map((lines) => `  ${lines.replaceAll('\n', '\n  ')}`), 'fi'].join('\n')
}
const record = (stack: StackPlan, type: string, name: string, id: string): string =>
  `record ${type} ${quoteShell(stack.regionCode)} ${name} ${id}`

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

/** Runs commands once. `id` is what removal needs; without it the part goes with another one. */
export function runOnce(stack: StackPlan, part: Part, commands: readonly string[], id?: string): string {
  const name = nameOf(stack, part.key)
  const type = id === undefined ? 'mark' : part.name
  return whenMissing(stack, type, name, '', [...commands, record(stack, type, name, id ?? 'yes')])
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

/** Reads the id of something that AWS made by itself. */
export function lookUp(
  stack: StackPlan,
  key: PartKey,
  what: string,
  operation: string,
  options: readonly Option[],
  query: string,
): string {
  const variable = variableOf(stack, key)
  return [
    `${variable}=$(${printCommand(stack, operation, [...options, ...answer(query)])})`,
    `known "$${variable}" ${quoteShell(what)}`,
  ].join('\n')
}

/** Finds an EC2 resource by the tags of this design. `filters` leave out what is being deleted. */
export const byTag = (
  stack: StackPlan,
  part: Part,
  query: string,
  operation: string,
  flag: '--filters' | '--filter' = '--filters',
  filters: readonly string[] = [],
): string => ['by_tag', stack.regionCode, part.key, query, operation, flag, ...filters].map(quoteShell).join(' ')

/** `--tag-specifications` of a new EC2 resource. */
export const taggedAs = (part: Part, resourceType: string): Option => [
  '--tag-specifications',
  expression(`"$(tags ${resourceType} ${part.key} ${quoteShell(jsonText(tagNameOf(part)))})"`),
]

export const tagNameOf = (part: Part): string => part.construct.name || part.construct.id
/** A text as it stands between the quotes of a JSON string. */
export const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A name of at most 32 characters for what takes no longer one. */
export const shortName = (part: Part): Piece => expression(`"$(short_name ${part.key})"`)

/** `"$id_Subnet1"` inside a script line. */
export const variable = (stack: StackPlan, key: PartKey): string => `"$${variableOf(stack, key)}"`
export const idWords = (keys: readonly PartKey[]): Piece[] => keys.map(idOf)

/** The comment above a part. */
export function commentOf(part: Part): string {
  const word = part.key.slice(part.construct.id.length + 1).replaceAll('-', ' ')
  return `# ${definitionOf(part.construct.kind).title} ${titleOf(part.construct)}${word === '' ? '' : `: ${word}`}`.replace(
    /[^\P{C}]/gu,
    ' ',
  )
}
