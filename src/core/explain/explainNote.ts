import type { Note } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'
import { explainOrigin } from './explainOrigin.ts'

/** An assumption or a gap as one sentence without its full stop, with its particulars, and its place where names are at hand. */
export function explainNote(note: Note, nameOf?: (id: string) => string): string {
  const { title } = explainCode(note.code)
  const particulars = Object.values(note.values).join(', ')
  const place = note.at && nameOf ? ` (${explainOrigin(note.at, nameOf)})` : ''
  return `${particulars ? `${title}: ${particulars}` : title}${place}`
}
