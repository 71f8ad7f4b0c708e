import { hexOf } from '../../base/hash.ts'
import { isLater, isList, regionCalled } from '../aws/value.ts'
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
import { code, joinTexts, type Language, type Resolved, resolvePiece } from '../steps/resolvePiece.ts'
import { physicalWord } from '../text/physicalWord.ts'
import { quoteShell } from '../text/quoteShell.ts'

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
  const pieces = piecesOf(word).flatMap((piece) => resolvePiece(SHELL, stack, piece))
  return joinTexts(pieces)
    .map((piece) => (typeof piece === 'string' ? quoteShell(plainText(piece)) : piece.code))
    .join('')
}

/** The AWS CLI reads a value such as `file://x` from that file; a space in front makes it the text that it is. */
const plainText = (text: string): string => (namesFile(text) ? ` ${text}` : text)

/** Whether the AWS CLI takes the value for the place of a value. */
export const namesFile = (text: string): boolean => /^(fileb?|https?):/i.test(text)

const SHELL: Language = {
  id: variable,
  block(stack, { from, number }) {
    // that of a VPC which exists is given
    const whole = `$${variableOf(stack, from)}${stack.byKey.has(from) ? '_block' : ''}`
    return number === null ? `"${whole}"` : `"$(nth_64 "${whole}" ${number})"`
  },
  partition: (stack) => `"$(partition_of ${regionWord(stack)})"`,
  variable: (name) => `"$${name}"`,
  told: (stack, one) => told(stack, one),
}

/** What only a running script has. */
function told(stack: StackPlan | null, one: Told): readonly Resolved[] {
  switch (one.told) {
    case 'held': {
      const cuts = { 'first word': '%%[[:space:]]*', 'last word': '##*[[:space:]]' }
      return [code(one.cut === undefined ? `"$${one.name}"` : `"\${${one.name}${cuts[one.cut]}}"`)]
    }
    case 'bare id':
      return [code(`"\${${variableOf(stack!, one.of)}##*/}"`)]
    case 'token':
      return [code(`"$token-${hexOf(one.key, 12)}$again"`)]
    case 'physical name':
      return [code(`"$design"-${physicalWord(one.key)}`)]
    case 'short name':
      return [code(`"$(short_name ${keyWord(one.key)})"`)]
    case 'comment':
      return [code('"hopwise $design "'), one.key]
    case 'json':
      return jsonWord(one.value).flatMap((piece) => resolvePiece(SHELL, stack, piece))
    case 'code':
      return [code('"fileb://$code"')]
    case 'tags':
      return [code(`"$(${tagsCall(stack, one)})"`)]
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

/** The Region of a stack as a word. */
export const regionWord = (stack: StackPlan): string => printWord(stack, regionCalled(stack.regionCode))

/** A JSON argument as a word; ids stand in it as texts. */
export function jsonWord(value: Argument): Piece[] {
  if (typeof value !== 'object') return [JSON.stringify(value)]
  if (isShort(value)) return jsonWord(value.short as Argument)
  if (isWord(value)) return ['"', ...value.word, '"']
  if (isTold(value)) {
    if (value.told === 'json') return ['"', ...jsonWord(value.value).map(inJson), '"']
    return value.told === 'tags' ? [value] : ['"', value, '"']
  }
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

/** A piece of JSON as it stands in a text of JSON. */
const inJson = (piece: Piece): Piece =>
  typeof piece === 'string'
    ? jsonText(piece)
    : isLater(piece) && piece.later === 'regional'
      ? { ...piece, text: jsonText(piece.text) }
      : piece

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
