import type { Design } from '../model/design.ts'
import { referencesOf } from '../model/references.ts'
import type { ImportNote } from './report.ts'

/** Notes with how many places of the design name what they are about, most first. A note begins with the id of that. */
export function rankNotes(notes: readonly ImportNote[], design: Design): readonly ImportNote[] {
  const named = new Map<string, number>()
  for (const construct of Object.values(design.constructs))
    for (const { to } of referencesOf(construct)) named.set(to, (named.get(to) ?? 0) + 1)
  return notes
    .map((note) => ({ ...note, hangs: named.get(note.message.slice(0, note.message.indexOf(':'))) ?? 0 }))
    .sort((a, b) => b.hangs - a.hangs)
}
