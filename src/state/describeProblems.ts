import type { Problem } from '../core/model/index.ts'

const SHOWN_PROBLEMS = 3

/** The first few problems of a document as sentences, and how many more there are. */
export function describeProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map(({ path, message }) => asSentence(path, message))
  const more = problems.length - shown.length
  if (more > 0) shown.push(`And ${more} more ${more === 1 ? 'problem' : 'problems'}.`)
  return shown.join(' ')
}

// Messages about the document as a whole are sentences already; those about one place go on after its path.
function asSentence(path: string, message: string): string {
  const isSentence = /[.!?]$/.test(message)
  return isSentence ? message : `${path ? `${path} ` : 'It '}${message}.`
}
