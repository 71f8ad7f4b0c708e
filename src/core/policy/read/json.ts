import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { scanJson } from '../../base/scanJson.ts'

/** What is wrong with a policy, and where: line and column count from 1. */
export interface PolicyProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Deeper than any policy: a statement's values lie six levels down. */
const DEEPEST = 20
const NO_COMMENTS = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }

/** The tree of a JSON text with its places, or what is wrong with the text. */
export function readJson(text: string): { root: Node } | { problem: PolicyProblem } {
  const scan = scanJson(text)
  if (scan.depth > DEEPEST)
    return { problem: { line: 1, column: 1, message: `nested ${scan.depth} levels deep; a policy is not` } }
  if (text.trim() === '') return { problem: { line: 1, column: 1, message: 'is empty' } }
  const [repeated] = scan.repeated
  const errors: ParseError[] = []
  const root = parseTree(text, errors, NO_COMMENTS)
  const [first] = errors
  if (first || !root) {
    const at = first ? pastEnd(text, first.offset) : text.length
    return { problem: { ...placeOf(text, at), message: `is not JSON: ${first ? said(first) : 'it cannot be read'}` } }
  }
  if (repeated)
    return {
      problem: { line: repeated.line, column: 1, message: `“${repeated.key}” stands twice in one object` },
    }
  return { root }
}

/** An error at the end is shown behind the last letter, not on an empty line. */
const pastEnd = (text: string, offset: number): number => Math.min(offset, text.trimEnd().length)

/** Where a letter stands in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that JSON does not have',
  InvalidNumberFormat: 'a number that JSON does not have',
  PropertyNameExpected: 'a name in quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'something stands behind its end',
  InvalidCommentToken: 'it has no comments',
  UnexpectedEndOfComment: 'it has no comments',
  UnexpectedEndOfString: 'a text is not closed',
  UnexpectedEndOfNumber: 'a number is not complete',
  InvalidUnicode: 'an escape that it does not have',
  InvalidEscapeCharacter: 'an escape that it does not have',
  InvalidCharacter: 'a control character in a text',
}
const said = ({ error }: ParseError): string => WORDS[printParseErrorCode(error)] ?? 'it cannot be read'
