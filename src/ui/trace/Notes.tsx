import { explainCode, explainNote } from '../../core/explain/index.ts'
import type { Note } from '../../core/sim/index.ts'
import { LearnMore } from '../kit/LearnMore.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'

interface NotesProps {
  readonly title: string
  readonly notes: readonly Note[]
}

/** What the verdict rests on without the design saying so, or what keeps it from being given. */
export function Notes({ title, notes }: NotesProps) {
  if (notes.length === 0) return null
  return (
    <Section
      title={title}
      mark={<span className="font-normal text-faint">· {notes.length}</span>}
      className="border-t!"
    >
      <ul className="flex flex-col gap-2 text-xs">
        {notes.map((note) => {
          const { meaning, source } = explainCode(note.code)
          return (
            <li key={`${note.code}/${JSON.stringify(note.at)}/${JSON.stringify(note.values)}`}>
              <p className="break-words font-medium">{explainNote(note)}</p>
              <p className="text-soft leading-[1.125rem]">{meaning}</p>
              <div className="flex flex-wrap items-center gap-x-3">
                {note.at ? <PlaceLink origin={note.at} /> : null}
                <LearnMore href={source} />
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
