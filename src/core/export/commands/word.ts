import { CHOICES } from '../aws/choices.ts'
import { isLater, isList, type Later, regionCalled, type Tree } from '../aws/value.ts'
import { type Varying, variableFor } from '../aws/variableFor.ts'
import type { PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** Shell text that is taken as it stands, such as `"$(tags vpc vpc-1 main)"`. */
export interface Expression {
  readonly expression: string
}
/** A piece of a shell word: a text, what is only known when the script runs, or an expression that is already safe. */
export type Piece = string | Later | Expression
/** One word of a command. */
export type Word = Piece | readonly Piece[]
/** What an option takes: the settings of a part, with what the shell puts into them. */
export type Argument = Tree<Later | Expression | { readonly word: readonly Piece[] }>
export type Arguments = { readonly [name: string]: Argument | undefined }

export const expression = (text: string): Expression => ({ expression: text })
const isExpression = (value: Argument): value is Expression => typeof value === 'object' && 'expression' in value
export const isWord = (value: Argument): value is { readonly word: readonly Piece[] } =>
  typeof value === 'object' && 'word' in value
export const isPiece = (value: Argument): value is Piece =>
  typeof value === 'string' || isLater(value) || isExpression(value)
const isSeveral = (word: Word): word is readonly Piece[] => Array.isArray(word)

/** The shell variable that holds the id of a part. */
export const variableOf = (stack: StackPlan, key: PartKey): string => `id_${nameOf(stack, key)}`
/** `"$id_Subnet1"` inside a script line. */
export const variable = (stack: StackPlan, key: PartKey): string => `"$${variableOf(stack, key)}"`
/** Logical names whose variables a text has. */
export const namesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{?id_([A-Za-z0-9]+)/g)].map((match) => match[1]!)),
]

/** The word as it stands in the script. Drawn texts are quoted, whatever is in them. */
export function printWord(stack: StackPlan, word: Word): string {
  const pieces = (isSeveral(word) ? word : [word]).flatMap((piece) => resolved(stack, piece))
  const printed = joinTexts(pieces).map((piece) => {
    if (typeof piece !== 'string') return piece.expression
    return piece === '' && pieces.length > 1 ? '' : quoteShell(plainText(piece))
  })
  return printed.join('')
}

/** The AWS CLI reads a value such as `file://x` from that file; a space in front makes it the text that it is. */
const plainText = (text: string): string => (namesFile(text) ? ` ${text}` : text)

/** Whether the AWS CLI takes the value for the place of a value. */
export const namesFile = (text: string): boolean => /^(fileb?|https?):/i.test(text)

function resolved(stack: StackPlan, piece: Piece): (string | Expression)[] {
  if (typeof piece === 'string' || isExpression(piece)) return [piece]
  switch (piece.later) {
    case 'fact':
      // where CloudFormation wants the bare id, the API takes the ARN as well
      if (piece.fact !== 'id' && piece.fact !== 'bare id')
        throw new Error(`The ${piece.fact} of ${piece.of} has to be read before`)
      return [expression(variable(stack, piece.of))]
    case 'block': {
      // that of a VPC which exists is given
      const whole = `$${variableOf(stack, piece.block.from)}${stack.byKey.has(piece.block.from) ? '_block' : ''}`
      const { number } = piece.block
      return [expression(number === null ? `"${whole}"` : `"$(nth_64 "${whole}" ${number})"`)]
    }
    case 'region':
      return [followed(stack, piece) ?? piece.code]
    case 'regional':
      return regionalPieces(stack, piece.text)
    case 'zone': {
      const letter = followed(stack, piece)
      const region = piece.zoneName.slice(0, -1)
      return letter === null || region !== stack.regionCode
        ? regionalPieces(stack, piece.zoneName)
        : [...regionalPieces(stack, region), letter]
    }
    case 'place':
    case 'name':
      return [followed(stack, piece) ?? piece.text]
    case 'account':
      return [followed(stack, piece) ?? piece.number]
    case 'environment':
      return [followed(stack, piece) ?? '']
    case 'partition':
      return [expression(`"$(partition_of ${regionWord(stack)})"`)]
    case 'choice':
      return [`${CHOICES[piece.choice].otherwise}`]
    case 'joined':
      return piece.pieces.flatMap((one) => resolved(stack, one))
  }
}

/** The shell variable of what differs between environments; null where it is as drawn in all of them. */
function followed(stack: StackPlan, value: Varying): Expression | null {
  const variable = variableFor(stack, value)
  return variable && expression(`"$${variable.name}"`)
}

/** A text with the code of the stack's Region in it. */
function regionalPieces(stack: StackPlan, text: string): (string | Expression)[] {
  const code = stack.regionCode
  const at = code === '' ? -1 : text.indexOf(code)
  const region = at < 0 ? null : followed(stack, regionCalled(code))
  return region === null
    ? [text]
    : [text.slice(0, at), region, text.slice(at + code.length)].filter((one) => one !== '')
}

/** The Region of a stack as a word. */
export const regionWord = (stack: StackPlan): string => printWord(stack, regionCalled(stack.regionCode))

/** Neighbouring texts as one, so that they share their quotes. */
function joinTexts(pieces: readonly (string | Expression)[]): (string | Expression)[] {
  const joined: (string | Expression)[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}

/** A JSON argument as a word; ids stand in it as texts. */
export function jsonWord(value: Argument): Piece[] {
  if (typeof value !== 'object') return [JSON.stringify(value)]
  if (isWord(value)) return ['"', ...value.word, '"']
  if (isExpression(value)) return ['"', value, '"']
  if (isLater(value))
    return ['"', value.later === 'regional' ? { ...value, text: JSON.stringify(value.text).slice(1, -1) } : value, '"']
  if (isList(value)) return ['[', ...separated(value.map(jsonWord)), ']']
  return ['{', ...separated(said(value).map(([name, one]) => [`${JSON.stringify(name)}:`, ...jsonWord(one)])), '}']
}

/** A structure in the short form of the AWS CLI: `From=443,To=443`. */
export const shorthand = (members: Arguments): { readonly word: readonly Piece[] } => ({
  word: separated(said(members).map(([name, value]) => [`${name}=`, isPiece(value) ? value : `${value}`])),
})

const said = (members: Arguments): [string, Argument][] =>
  Object.entries(members).flatMap(([name, value]): [string, Argument][] => (value === undefined ? [] : [[name, value]]))

const separated = (items: readonly (readonly Piece[])[]): Piece[] =>
  items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))
