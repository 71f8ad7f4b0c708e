import { hexOf } from '../../base/hash.ts'
import { CHOICES } from '../aws/choices.ts'
import { isLater, isList, regionCalled } from '../aws/value.ts'
import { type Varying, variableFor } from '../aws/variableFor.ts'
import type { PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import {
  type Argument,
  type Arguments,
  isPiece,
  isShort,
  isTold,
  isWord,
  type Piece,
  piecesOf,
  said,
  type Tags,
  type Told,
  type Word,
} from '../steps/argument.ts'
import { physicalWord } from '../text/physicalWord.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** Shell text that is taken as it stands, such as `"$(tags vpc vpc-1 main)"`. */
interface Expression {
  readonly expression: string
}
const expression = (text: string): Expression => ({ expression: text })

/** The shell variable that holds the id of a part. */
export const variableOf = (stack: StackPlan, key: PartKey): string => `id_${nameOf(stack, key)}`
/** `"$id_Subnet1"` inside a script line. */
export const variable = (stack: StackPlan, key: PartKey): string => `"$${variableOf(stack, key)}"`
/** Logical names whose variables a text has. */
export const namesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{?id_([A-Za-z0-9]+)/g)].map((match) => match[1]!)),
]

/** The word as it stands in the script. Drawn texts are quoted, whatever is in them. */
export function printWord(stack: StackPlan | null, word: Word): string {
  const pieces = piecesOf(word).flatMap((piece) => resolved(stack, piece))
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

function resolved(scope: StackPlan | null, piece: Piece): (string | Expression)[] {
  if (typeof piece === 'string') return [piece]
  if (isTold(piece)) return told(scope, piece)
  if (scope === null) throw new Error(`Nothing is known of ${piece.later} here`)
  const stack = scope
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

/** What only a running script has. */
function told(stack: StackPlan | null, one: Told): (string | Expression)[] {
  switch (one.told) {
    case 'held': {
      const cuts = { 'first word': '%%[[:space:]]*', 'last word': '##*[[:space:]]' }
      return [expression(one.cut === undefined ? `"$${one.name}"` : `"\${${one.name}${cuts[one.cut]}}"`)]
    }
    case 'bare id':
      return [expression(`"\${${variableOf(stack!, one.of)}##*/}"`)]
    case 'token':
      return [expression(`"$token-${hexOf(one.key, 12)}$again"`)]
    case 'physical name':
      return [expression(`"$design"-${physicalWord(one.key)}`)]
    case 'short name':
      return [expression(`"$(short_name ${keyWord(one.key)})"`)]
    case 'comment':
      return [expression('"hopwise $design "'), one.key]
    case 'code':
      return [expression('"fileb://$code"')]
    case 'tags':
      return [expression(`"$(${tagsCall(stack, one)})"`)]
  }
}

function tagsCall(stack: StackPlan | null, { as, key, name }: Tags): string {
  const words = `${keyWord(key)} ${printWord(
    stack,
    name.map((one) => (typeof one === 'string' ? jsonText(one) : one)),
  )}`
  if (as === 'map') return `tag_map ${words}`
  return typeof as === 'string' ? `tag_list ${as} ${words}` : `tags ${as.resourceType} ${words}`
}

/** The key of a part as a word for the functions that write it into JSON: it may hold drawn text. */
const keyWord = (key: PartKey): string => quoteShell(jsonText(key))
/** A text as it stands between the quotes of a JSON string. */
const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1)

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
  if (isShort(value)) return jsonWord(value.short as Argument)
  if (isWord(value)) return ['"', ...value.word, '"']
  if (isTold(value)) return value.told === 'tags' ? [value] : ['"', value, '"']
  if (isLater(value))
    return ['"', value.later === 'regional' ? { ...value, text: JSON.stringify(value.text).slice(1, -1) } : value, '"']
  if (isList(value)) return ['[', ...separated(value.map(jsonWord)), ']']
  return [
    '{',
    ...separated(
      said(value as Arguments).map(([name, one]): Piece[] => [`${JSON.stringify(name)}:`, ...jsonWord(one)]),
    ),
    '}',
  ]
}

/** A structure in the short form of the AWS CLI: `From=443,To=443`. */
export const shortWord = (members: Arguments): Piece[] =>
  separated(said(members).map(([name, value]): Piece[] => [`${name}=`, ...shortValue(value)]))

const shortValue = (value: Argument): Piece[] => {
  if (isList(value)) return separated(value.map(shortValue))
  if (isWord(value)) return [...value.word]
  return [isPiece(value) ? value : `${value as number}`]
}

const separated = (items: readonly (readonly Piece[])[]): Piece[] =>
  items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))
