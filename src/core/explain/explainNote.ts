import type { Design } from '../model/design.ts'
import type { Note } from '../sim/verdict.ts'
import { describePlace } from './describePlace.ts'
import { explainCode } from './explainCode.ts'

/** An assumption or a gap as one sentence without its full stop, with its particulars, and its place where the design is at hand. */
export function explainNote(note: Note, design?: Design): string {
  const { title } = explainCode(note.code)
  const particulars = Object.values(note.values).join(', ')
  const place = note.at && design ? ` (${describePlace(design, note.at)})` : ''
  return `${particulars ? `${title}: ${particulars}` : title}${place}`
}
