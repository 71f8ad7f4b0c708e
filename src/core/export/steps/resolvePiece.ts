import { CHOICES } from '../aws/choices.ts'
import { type Later, regionCalled } from '../aws/value.ts'
import { type Varying, variableFor } from '../aws/variableFor.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { isTold, type Piece, type Told } from './argument.ts'

/** Text of a script’s language that is taken as it stands, such as `"$id_Vpc"`; texts beside it are quoted. */
export interface Code {
  readonly code: string
}
export const code = (text: string): Code => ({ code: text })
/** What a word comes to: texts, and code. */
export type Resolved = string | Code

/** A part of a VPC’s IPv6 block, by its number, or the whole of it. */
export type LaterBlock = Extract<Later, { readonly later: 'block' }>['block']

/** How a language of scripts says what only a running script has. */
export interface Language {
  /** The id of a part. */
  readonly id: (stack: StackPlan, key: PartKey) => string
  readonly block: (stack: StackPlan, block: LaterBlock) => string
  readonly partition: (stack: StackPlan) => string
  /** What differs between environments, by the variable’s name. */
  readonly variable: (name: string) => string
  readonly told: (stack: StackPlan | null, one: Told) => readonly Resolved[]
}

/** A piece of a word in a language. Without a stack only texts and what is told can be said. Throws for a fact that a step has to read before. */
export function resolvePiece(language: Language, scope: StackPlan | null, piece: Piece): readonly Resolved[] {
  if (typeof piece === 'string') return [piece]
  if (isTold(piece)) return language.told(scope, piece)
  if (scope === null) throw new Error(`Nothing is known of ${piece.later} here`)
  const stack = scope
  const followed = (value: Varying): Code | null => {
    const variable = variableFor(stack, value)
    return variable && code(language.variable(variable.name))
  }
  /** A text with the code of the stack’s Region in it. */
  const regional = (text: string): readonly Resolved[] => {
    const own = stack.regionCode
    const at = own === '' ? -1 : text.indexOf(own)
    const region = at < 0 ? null : followed(regionCalled(own))
    return region === null
      ? [text]
      : [text.slice(0, at), region, text.slice(at + own.length)].filter((one) => one !== '')
  }
  switch (piece.later) {
    case 'fact':
      // where CloudFormation wants the bare id, the API takes the ARN as well
      if (piece.fact !== 'id' && piece.fact !== 'bare id')
        throw new Error(`The ${piece.fact} of ${piece.of} has to be read before`)
      return [code(language.id(stack, piece.of))]
    case 'block':
      return [code(language.block(stack, piece.block))]
    case 'region':
      return [followed(piece) ?? piece.code]
    case 'regional':
      return regional(piece.text)
    case 'zone': {
      const letter = followed(piece)
      const region = piece.zoneName.slice(0, -1)
      return letter === null || region !== stack.regionCode ? regional(piece.zoneName) : [...regional(region), letter]
    }
    case 'place':
    case 'name':
      return [followed(piece) ?? piece.text]
    case 'account':
      return [followed(piece) ?? piece.number]
    case 'environment':
      return [followed(piece) ?? '']
    case 'partition':
      return [code(language.partition(stack))]
    case 'choice':
      return [`${CHOICES[piece.choice].otherwise}`]
    case 'joined':
      return piece.pieces.flatMap((one) => resolvePiece(language, stack, one))
  }
}

/** Neighbouring texts as one, so that they share their quotes; an empty text says nothing beside others. */
export function joinTexts(pieces: readonly Resolved[]): readonly Resolved[] {
  const joined: Resolved[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece === '' && pieces.length > 1) continue
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}
