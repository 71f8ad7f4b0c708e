import { isList } from '../aws/value.ts'
import { type Body, type Expression, isBlocks, isExpression, isJson, type Piece, type Value } from './expression.ts'
import { quoteHcl } from './quoteHcl.ts'

/** Widest list that stands on one line. */
const WIDEST = 100
/** Words that would not be read as the name of a member. */
const WORDS_OF_HCL = ['for', 'if', 'in', 'null', 'true', 'false']

/** How the name of a resource is written: with `[0]` where it may not be there. */
export type Refer = (address: string) => string

/** A block with its body, formatted as `terraform fmt` does. `head` is what stands before the brace. */
export const printBlock = (head: string, body: Body, refer: Refer = (address) => address): string =>
  blockLines(head, body, refer).join('\n')

function blockLines(head: string, body: Body, refer: Refer): readonly string[] {
  const lines = bodyLines(body, refer)
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...lines.map(indented), '}']
}

const indented = (line: string): string => (line === '' ? '' : `  ${line}`)

function bodyLines(body: Body, refer: Refer): readonly string[] {
  const members = Object.entries(body)
  const valuesOf = (place: Place) =>
    groupsOf(
      members.flatMap(([name, member]): readonly Entry[] =>
        member === undefined || isBlocks(member) || placeOf(name) !== place ? [] : [[name, valueLines(member, refer)]],
      ),
    )
  const blocks = members.flatMap(([name, member]) =>
    member !== undefined && isBlocks(member) ? member.blocks.map((one) => blockLines(name, one, refer)) : [],
  )
  return joined([...valuesOf('first'), ...valuesOf('between'), ...blocks, ...valuesOf('last')])
}

/** Where a member stands: what is Terraform's own is told apart. */
type Place = 'first' | 'between' | 'last'
const placeOf = (name: string): Place => (name === 'count' ? 'first' : name === 'depends_on' ? 'last' : 'between')

/** Groups with an empty line between them. */
const joined = (groups: readonly (readonly string[])[]): readonly string[] =>
  groups.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))

type Entry = readonly [name: string, lines: readonly string[]]

/** Neighbours of one line share the column of their `=`; what takes several stands apart. */
function groupsOf(entries: readonly Entry[]): readonly (readonly string[])[] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last && last[0]![1].length === 1 && entry[1].length === 1) last.push(entry)
    else groups.push([entry])
  }
  return groups.map(entryLines)
}

function entryLines(entries: readonly Entry[]): readonly string[] {
  const width = Math.max(...entries.map(([name, lines]) => (lines.length === 1 ? name.length : 0)))
  return entries.flatMap(([name, [first, ...rest]]) => [
    `${rest.length === 0 ? name.padEnd(width) : name} = ${first}`,
    ...rest,
  ])
}

function valueLines(value: Value, refer: Refer): readonly string[] {
  if (typeof value === 'string') return [quoteHcl(value)]
  if (typeof value !== 'object') return [`${value}`]
  if (isExpression(value)) return [printExpression(value, refer)]
  if (isJson(value)) {
    const lines = valueLines(value.json, refer)
    return lines.map(
      (line, index) => `${index === 0 ? 'jsonencode(' : ''}${line}${index === lines.length - 1 ? ')' : ''}`,
    )
  }
  return isList(value) ? listLines(value, refer) : objectLines(value, refer)
}

function listLines(values: readonly Value[], refer: Refer): readonly string[] {
  const items = values.map((value) => valueLines(value, refer))
  const short = `[${items.map((lines) => lines.join('')).join(', ')}]`
  if (items.every((lines) => lines.length === 1) && short.length <= WIDEST) return [short]
  return [
    '[',
    ...items.flatMap((lines) => lines.map((line, index) => indented(index === lines.length - 1 ? `${line},` : line))),
    ']',
  ]
}

function objectLines(members: { readonly [name: string]: Value | undefined }, refer: Refer): readonly string[] {
  const entries = Object.entries(members).flatMap(([name, value]): readonly Entry[] =>
    value === undefined ? [] : [[keyOf(name), valueLines(value, refer)]],
  )
  if (entries.length === 0) return ['{}']
  const runs: Entry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && (last.at(-1)![1].length === 1) === (entry[1].length === 1) && entry[1].length === 1) last.push(entry)
    else runs.push([entry])
  }
  return ['{', ...runs.flatMap(entryLines).map(indented), '}']
}

const keyOf = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !WORDS_OF_HCL.includes(name) ? name : quoteHcl(name)

/** An expression as it stands in the file. */
const printExpression = ({ hcl }: Expression, refer: Refer): string =>
  hcl.map((piece) => printPiece(piece, refer)).join('')

function printPiece(piece: Piece, refer: Refer): string {
  if (typeof piece === 'string') return piece
  if ('local' in piece) return `local.${piece.local}`
  return 'variable' in piece ? `var.${piece.variable}` : refer(piece.resource)
}
