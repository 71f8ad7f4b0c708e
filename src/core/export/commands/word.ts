import type { BlockValue, PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** A piece of a shell word: a text, the id of something made before, or an expression that is already safe. */
export type Piece = string | { readonly idOf: PartKey } | { readonly expression: string }
/** One word of a command. */
export type Word = Piece | readonly Piece[]

/** The id of what the part became. */
export const idOf = (key: PartKey): Piece => ({ idOf: key })
/** Shell text that is taken as it stands, such as `"$(tags vpc vpc-1 main)"`. */
export const expression = (text: string): Piece => ({ expression: text })

/** The shell variable that holds the id of a part. */
export const variableOf = (stack: StackPlan, key: PartKey): string => `id_${nameOf(stack, key)}`

/** The word as it stands in the script. Drawn texts are quoted, whatever is in them. */
export function printWord(stack: StackPlan, word: Word): string {
  const pieces = Array.isArray(word) ? (word as readonly Piece[]) : [word as Piece]
  const printed = joinTexts(pieces).map((piece) => {
    if (typeof piece === 'string') return piece === '' && pieces.length > 1 ? '' : quoteShell(plainText(piece))
    return 'idOf' in piece ? `"$${variableOf(stack, piece.idOf)}"` : piece.expression
  })
  return printed.join('')
}

/** The AWS CLI reads a value such as `file://x` from that file; a space in front makes it the text that it is. */
const plainText = (text: string): string => (/^(fileb?|https?):/i.test(text) ? ` ${text}` : text)

/** Neighbouring texts as one, so that they share their quotes. */
function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}

/** What stands in a JSON argument. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json } | JsonPiece
/** A piece of JSON that is only known when the script runs. */
export interface JsonPiece {
  readonly piece: Piece
}

/** A JSON argument as a word; ids stand in it as texts. */
export function jsonWord(value: Json): Piece[] {
  if (typeof value !== 'object') return [JSON.stringify(value)]
  if ('piece' in value) return ['"', (value as JsonPiece).piece, '"']
  if (Array.isArray(value)) return ['[', ...separated(value.map(jsonWord)), ']']
  const members = Object.entries(value as { readonly [key: string]: Json })
  return ['{', ...separated(members.map(([key, member]) => [`${JSON.stringify(key)}:`, ...jsonWord(member)])), '}']
}

const separated = (items: readonly Piece[][]): Piece[] =>
  items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))

/** A CIDR text, or the part of the VPC's IPv6 block that stands for it. */
export function blockPiece(stack: StackPlan, block: BlockValue): Piece {
  if ('text' in block) return block.text
  const variable = `$${variableOf(stack, block.from)}_block`
  return expression(block.number === null ? `"${variable}"` : `"$(nth_64 "${variable}" ${block.number})"`)
}
