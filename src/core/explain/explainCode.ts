import { CODES, type Code } from '../sim/codes.ts'
import type { CodeText } from './words/codeText.ts'
import { nameWords } from './words/nameWords.ts'
import { networkWords } from './words/networkWords.ts'
import { noteWords } from './words/noteWords.ts'
import { receiverWords } from './words/receiverWords.ts'

const WORDS: Readonly<Record<Code, CodeText>> = { ...nameWords, ...networkWords, ...noteWords, ...receiverWords }

export interface CodeWords {
  readonly title: string
  readonly meaning: string
  /** What to change; null for assumptions, and for what cannot be told. */
  readonly remedy: string | null
  readonly source: string
}

/** A code in words, with the AWS page it rests on. */
export function explainCode(code: Code): CodeWords {
  const [title, meaning, remedy = null] = WORDS[code]
  return { title, meaning, remedy, source: CODES[code].source }
}
