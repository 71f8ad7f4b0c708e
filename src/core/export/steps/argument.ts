import { isLater, isList, type Later, type Tree, type Value } from '../aws/value.ts'
import type { PartKey } from '../plan/part.ts'

/** A value that only a running script has: each printer says it in its language. */
export type Told =
  /** What was read before, by the name that it is held under. */
  | { readonly told: 'held'; readonly name: Held; readonly cut?: 'first word' | 'last word' }
  /** The id of a part without what stands before its last slash: those of zones come as `/hostedzone/Z…` too. */
  | { readonly told: 'bare id'; readonly of: PartKey }
  /** The same in every run with this record, so that a call repeated after a lost answer makes nothing twice; another one for what is made again. */
  | { readonly told: 'token'; readonly key: PartKey }
  /** A name for what AWS wants named: at most 56 characters, letters, digits and dashes. */
  | { readonly told: 'physical name'; readonly key: PartKey }
  /** A name of at most 32 characters for what takes no longer one. */
  | { readonly told: 'short name'; readonly key: PartKey }
  /** The comment by which a hosted zone is found again. */
  | { readonly told: 'comment'; readonly key: PartKey }
  /** Data as JSON in a text. */
  | { readonly told: 'json'; readonly value: Argument }
  /** The code of the Lambda function, packed. */
  | { readonly told: 'code' }
  | Tags
/** The tags of a part: by the words for key and value that the service has, as a map, or as EC2 takes them of what it makes. */
export interface Tags {
  readonly told: 'tags'
  readonly as: 'Key Value' | 'key value' | 'TagKey TagValue' | 'map' | { readonly resourceType: string }
  readonly key: PartKey
  readonly name: readonly (string | Later)[]
}
/** Names of values that scripts read and use. `id` and what follows it are of the record, in a teardown. */
export type Held =
  | 'account'
  | 'address'
  | 'arn'
  | 'connection'
  | 'design'
  | 'found'
  | 'image'
  | 'new'
  | 'old'
  | 'owner'
  | 'target'
  | 'tasks'
  | 'region'
  | 'id'
  | 'first'
  | 'rest'
  | 'last'
  | 'vpc'

/** A piece of a text. */
export type Piece = string | Later | Told
/** One text. */
export type Word = Piece | readonly Piece[]
/** What a parameter takes: the settings of a part, with what the script puts into them. */
export type Argument = Tree<Later | Told | { readonly word: readonly Piece[] } | Short>
export type Arguments = { readonly [name: string]: Argument | undefined }
/** A structure for which the AWS CLI has a short form: `From=443,To=443`. */
export interface Short {
  readonly short: Arguments
}

export const isTold = (value: Argument): value is Told => typeof value === 'object' && value !== null && 'told' in value
export const isWord = (value: Argument): value is { readonly word: readonly Piece[] } =>
  typeof value === 'object' && 'word' in value
export const isShort = (value: Argument): value is Short => typeof value === 'object' && 'short' in value
export const isPiece = (value: Argument): value is Piece => typeof value === 'string' || isLater(value) || isTold(value)
export const piecesOf = (word: Word): readonly Piece[] => (Array.isArray(word) ? word : [word as Piece])

/** A policy as the text that AWS takes. */
export const asText = (value: Value): string | Later | Told =>
  typeof value === 'string' || isLater(value) ? value : { told: 'json', value }
export const held = (name: Held, cut?: 'first word' | 'last word'): Told =>
  cut === undefined ? { told: 'held', name } : { told: 'held', name, cut }
export const bareId = (of: PartKey): Told => ({ told: 'bare id', of })
export const short = (members: Arguments): Short => ({ short: members })
/** Filters of EC2 and others, by name; one value or several. */
export const filters = (members: { readonly [name: string]: Argument }): readonly Short[] =>
  Object.entries(members).map(([Name, value]) => short({ Name, Values: isList(value) ? value : [value] }))
/** Members that are said. */
export const said = (members: Arguments): [string, Argument][] =>
  Object.entries(members).flatMap(([name, value]): [string, Argument][] => (value === undefined ? [] : [[name, value]]))
/** Of the settings those named, in that order. */
export const pick = <S extends Arguments, N extends keyof S & string>(settings: S, ...names: readonly N[]): Arguments =>
  Object.fromEntries(names.map((name) => [name, settings[name]]))
