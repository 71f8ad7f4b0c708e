import { definitionOf } from '../../model/kinds/definitions.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import type { Naming } from '../plan/naming.ts'
import { tagText } from '../text/tagText.ts'
import { ENVIRONMENT, joined, type Later } from './value.ts'

/** Source: EC2 guide, tag restrictions. */
const LONGEST_VALUE = 256
/** As long as the name of an environment may be. */
const LONGEST_ENVIRONMENT = 16

/** The tag `Name` by the naming pattern; empty where there is no name. Names that would become too long are cut. `strict` services take fewer characters than EC2. */
export function nameTag(construct: Construct, { pattern }: Naming, strict?: 'strict'): string | Later {
  const clean = (text: string): string => (strict ? tagText(text) : text)
  if (pattern === '{name}') return clean(construct.name)
  const own = construct.name || construct.id
  const fill = (name: string): readonly (string | Later)[] =>
    piecesOf(pattern, (word) => ({ name, id: construct.id, kind: definitionOf(construct.kind).title })[word] ?? '').map(
      (piece) => (typeof piece === 'string' ? clean(piece) : piece),
    )
  const lengthOf = (pieces: readonly (string | Later)[]): number =>
    pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : LONGEST_ENVIRONMENT), 0)
  const names = pattern.split('{name}').length - 1
  const room = names === 0 ? own.length : Math.floor((LONGEST_VALUE - lengthOf(fill(''))) / names)
  return textOf(fill(own.slice(0, Math.max(0, room))))
}

/** The person's own tags, sorted by key. */
export const ownTags = ({ tags }: Naming): readonly (readonly [key: string, value: string | Later])[] =>
  tags.map(([key, value]) => [key, textOf(piecesOf(value, () => ''))])

/** A pattern with its placeholders filled; that of the environment is known later. */
const piecesOf = (pattern: string, fill: (word: string) => string): readonly (string | Later)[] =>
  pattern
    .split(/(\{[a-z]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '{env}' ? ENVIRONMENT : piece.startsWith('{') ? fill(piece.slice(1, -1)) : piece))

const textOf = (pieces: readonly (string | Later)[]): string | Later =>
  pieces.length === 1
    ? pieces[0]!
    : pieces.every((piece) => typeof piece === 'string')
      ? pieces.join('')
      : joined(...pieces)
