import { type Context, MANY, singleValue } from './context.ts'
import { ANY_MANY, globOf, literal, matcherOf } from './glob.ts'
import { asTernary, MAYBE, NO, type Ternary, YES } from './ternary.ts'

/** The versions of the policy language. Source: IAM guide, JSON policy elements, Version: without one it is that of 2008. */
export type LanguageVersion = '2008-10-17' | '2012-10-17'

interface Variable {
  /** In small letters. */
  readonly key: string
  /** As the policy writes it. */
  readonly name: string
  /** Taken where the key is not carried. */
  readonly otherwise: string | null
}
type Piece = string | Variable

/** A text of a policy with what is to be filled in. `texts` are globs, or plain texts where wildcards have no meaning. */
export interface Template {
  readonly pieces: readonly Piece[]
  /** Without variables: the whole of it. */
  readonly fixed: string | null
}

/** `${key}` and `${key, 'default'}`; what else begins with `${` is text. Source: IAM guide, policy variables. */
const VARIABLE = /\$\{(?:([*?$])|([^{},$*?\s][^{},]*?)\s*(?:,\s*'([^']*)'\s*)?)\}/g

/**
 * Reads a text of a policy. Only the version of 2012 has variables, and `${*}`, `${?}`, `${$}` for the characters themselves. Source: IAM guide,
 * policy variables ("you must include a Version element and set it to 2012-10-17").
 */
export function readTemplate(text: string, version: LanguageVersion, wild: boolean): Template {
  const plain = wild ? globOf : literal
  if (version !== '2012-10-17' || !text.includes('${')) return { pieces: [], fixed: plain(text) }
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, special, key, otherwise] = match
    pieces.push(plain(text.slice(from, match.index)))
    if (special !== undefined) pieces.push(special)
    else pieces.push({ key: key!.toLowerCase(), name: key!, otherwise: otherwise ?? null })
    from = match.index + whole.length
  }
  pieces.push(plain(text.slice(from)))
  const fixed = pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : null
  return { pieces, fixed }
}

/**
 * The text with what the request carries; null where a variable has no value, and nothing is like it then. Where nobody says, it is open, and what
 * is said is a glob with any letters in that place. A variable of a key with several values has none: "you can't use a multivalued condition key as
 * a variable". Source: IAM guide, policy variables.
 */
function fillIn(template: Template, context: Context): { readonly text: string; readonly open: boolean } | null {
  let text = ''
  let open = false
  for (const piece of template.pieces) {
    if (typeof piece === 'string') text += piece
    else {
      const value = singleValue(context.get(piece.key))
      if (value === null && piece.otherwise === null) return null
      if (value === MANY) open = true
      text += value === MANY ? ANY_MANY : literal(value ?? piece.otherwise!)
    }
  }
  return { text, open }
}

/** The keys that texts are filled in with, as they write them. */
export const variablesIn = (texts: readonly string[], version: LanguageVersion): readonly string[] =>
  texts.flatMap((text) =>
    readTemplate(text, version, true).pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name])),
  )

/** A template, as what decides about texts: `fits` is made once where nothing is to be filled in. */
export function compileTemplate<T>(
  template: Template,
  compile: (text: string) => T,
  decide: (compiled: T, text: string) => boolean,
): (text: string, context: Context) => Ternary {
  if (template.fixed !== null) {
    const compiled = compile(template.fixed)
    return (text) => asTernary(decide(compiled, text))
  }
  return (text, context) => {
    const filled = fillIn(template, context)
    if (filled === null) return NO
    if (filled.open) return reaches(filled.text, text) ? MAYBE : NO
    return decide(compile(filled.text), text) ? YES : NO
  }
}

/** Whether some values of what nobody said might make a text fit. Case may be of no account, and parts of an ARN may shift: more fit than may. */
const reaches = (glob: string, text: string): boolean => matcherOf(glob.toLowerCase())(text.toLowerCase())
