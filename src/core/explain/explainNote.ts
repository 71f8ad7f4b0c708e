import type { Note } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'

/** An assumption or a gap as one sentence, with its particulars. */
export function explainNote(note: Note): string {
  const { title } = explainCode(note.code)
  const particulars = Object.values(note.values).join(', ')
  return particulars ? `${title}: ${particulars}` : title
}
