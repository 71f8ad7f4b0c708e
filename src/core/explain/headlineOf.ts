import { listWords } from '../base/words.ts'
import type { Branch, Verdict } from '../sim/verdict.ts'
import { PATH_WORDS, SOMETIMES, SYMPTOM_WORDS, VERDICT_WORDS } from './verdictWords.ts'

type NameOf = (id: string) => string

/** A verdict in one line. `nameOf` gives a construct's name. */
export function headlineOf({ kind, symptom, via, path, branches }: Verdict, nameOf: NameOf): string {
  if (kind === 'cannot-tell') return VERDICT_WORDS['cannot-tell']
  if (kind === 'fails') return symptom ? SYMPTOM_WORDS[symptom] : VERDICT_WORDS.fails
  if (kind === 'partly') return `${VERDICT_WORDS.partly}${symptom ? `: ${SOMETIMES[symptom]}` : ''}`
  // of several ways that work, a person wants to know each: one may be private and another not
  const ways =
    branches.length > 1 ? [...new Set(branches.map((one) => wayOf(one, nameOf)))] : [wayOf({ path, via }, nameOf)]
  return `Succeeds${ways.map((way) => ` ${way}`).join(', and')}`
}

function wayOf({ path, via }: Pick<Branch, 'path' | 'via'>, nameOf: NameOf): string {
  const names = listWords(via.map(nameOf))
  // between two ends outside of AWS nothing drawn is passed
  return path ? `${PATH_WORDS[path]}${names ? ` (${names})` : ''}` : 'over the internet'
}
