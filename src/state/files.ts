import { type Design, type Problem, parseDesign } from '../core/model/index.ts'
import type { OpenableFile } from './types.ts'

/** Hands a file to the person, as a download. */
export type Download = (name: string, text: string, type: string) => void

const MOST_BYTES = 64 * 1024 * 1024
const SHOWN_PROBLEMS = 3

/** A design out of a text, or a sentence that says why it is none. `source` is what the person calls the text: its file name. */
export function readDesign(text: string, source: string): Design | string {
  const result = parseDesign(text)
  return result.ok ? result.design : `“${source}” could not be opened. ${describeProblems(result.problems)}`
}

/** The text of a file, or a sentence that says why it cannot be read. */
export async function readFileText(file: OpenableFile): Promise<{ readonly text: string } | string> {
  if (file.size > MOST_BYTES)
    return `“${file.name}” could not be opened. It is larger than ${MOST_BYTES / 1024 / 1024} MB.`
  try {
    return { text: await file.text() }
  } catch (error) {
    return `“${file.name}” could not be read. ${error instanceof Error ? error.message : String(error)}`
  }
}

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

/** A file name out of a title: letters and digits of any script, the rest becomes dashes. */
export function fileNameOf(title: string, ending: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${words || 'design'}${ending}`
}
