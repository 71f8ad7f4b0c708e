import { Download } from 'lucide-react'
import {
  countOf,
  describeFilePlace,
  fateLines,
  hangsWords,
  type ImportNoteKind,
  type ImportReport,
  missingByPlace,
  NOTE_HEADINGS,
  reportLines,
  sayEffect,
  summaryOf,
} from '../../core/import/index.ts'
import { Button } from '../kit/Button.tsx'
import { CodeBlock } from '../kit/CodeBlock.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { downloadFile } from '../kit/downloadFile.ts'
import { FieldError } from '../kit/Field.tsx'
import { Section } from '../kit/Section.tsx'
import { useStores, useView } from '../kit/useStore.ts'
import { Fates } from './Fates.tsx'
import { ParameterForm } from './ParameterForm.tsx'
import { PasteField } from './PasteField.tsx'

/** The rest is in the file. */
const MOST_SHOWN = 200

/** Asks for a text to import, and for the parameters of what was imported; tells what became of it: what is drawn, what is not and why, and which calls would say more. */
export function ImportDialog() {
  const { view } = useStores()
  const report = useView((state) => state.importReport)
  const source = useView((state) => state.importSource)
  const close = () => view.getState().openDialog(null)
  return (
    <Dialog
      title={report ? 'Imported' : 'Import'}
      onClose={close}
      className="w-[52rem]"
      actions={
        report ? (
          <Button
            icon={<Download aria-hidden size={14} />}
            onClick={() =>
              downloadFile(
                'import-report.txt',
                `${[...reportLines(report), ...fateLines(report.resources ?? [])].join('\n')}\n`,
              )
            }
          >
            Download the report
          </Button>
        ) : null
      }
    >
      <div className="min-h-0 overflow-y-auto p-4">
        {report ? <p className="mb-3">{summaryOf(report)}</p> : null}
        {source?.refusal ? <FieldError>{source.refusal}</FieldError> : null}
        {source ? <ParameterForm key={source.name} source={source} /> : null}
        {report ? <Report report={report} /> : null}
        {report || source ? (
          <Section title="Import something else: paste it" startClosed>
            <PasteField />
          </Section>
        ) : (
          <PasteField startsFocused />
        )}
      </div>
    </Dialog>
  )
}

function Report({ report }: { readonly report: ImportReport }) {
  return (
    <>
      <Notes report={report} kind="unreadable" />
      {report.missing.length > 0 ? <Missing report={report} /> : null}
      {report.resources ? <Fates resources={report.resources} /> : null}
      {(Object.keys(NOTE_HEADINGS) as ImportNoteKind[])
        .filter((kind) => kind !== 'unreadable')
        .map((kind) => (
          <Notes key={kind} report={report} kind={kind} />
        ))}
    </>
  )
}

/** The calls that something of the design hangs on, by account and Region; what nothing hangs on is folded below. */
function Missing({ report }: { readonly report: ImportReport }) {
  const places = missingByPlace(report)
  const ranked = (isWanted: (hangs: number) => boolean) =>
    places
      .map(({ title, commands }) => ({ title, commands: commands.filter(({ hangs }) => isWanted(hangs)) }))
      .filter(({ commands }) => commands.length > 0)
  const urgent = ranked((hangs) => hangs > 0)
  const idle = ranked((hangs) => hangs === 0)
  return (
    <>
      {urgent.length > 0 ? (
        <Section title={`Calls whose answers the design hangs on (${callsIn(urgent)})`}>
          <p className="mb-2 text-soft text-xs">
            Without their answers some requests cannot be decided. The calls that most hangs on come first; collect.sh
            makes all of them.
          </p>
          <Calls places={urgent} />
        </Section>
      ) : null}
      {idle.length > 0 ? (
        <Section title={`Calls that were missing, and nothing drawn hangs on (${callsIn(idle)})`} startClosed>
          <p className="mb-2 text-soft text-xs">What they would list is not in the design, if there is any of it.</p>
          <Calls places={idle} />
        </Section>
      ) : null}
    </>
  )
}

type Places = ReturnType<typeof missingByPlace>

const callsIn = (places: Places): number => places.reduce((sum, { commands }) => sum + commands.length, 0)

/** The calls of each account and Region as a script, each under what hangs on it. */
function Calls({ places }: { readonly places: Places }) {
  return places.map(({ title, commands }) => (
    <div key={title} className="mb-3">
      <h4 className="mb-1 font-medium text-xs">{title}</h4>
      <CodeBlock
        label={`the calls for ${title}`}
        text={commands
          .map((one) => (one.effect === '' ? one.command : `# ${sayEffect(one)}\n${one.command}`))
          .join('\n')}
      />
    </div>
  ))
}

function Notes({ report, kind }: { readonly report: ImportReport; readonly kind: ImportNoteKind }) {
  const all = report.notes.filter((note) => note.kind === kind)
  const notes = report.resources ? all.filter((note) => !note.isOfResources) : all
  if (notes.length === 0) return null
  const count = countOf(report, kind) - (all.length - notes.length)
  return (
    <Section title={`${NOTE_HEADINGS[kind]} (${count})`} startClosed={kind !== 'unreadable'}>
      <ul className="flex flex-col gap-1 text-xs">
        {notes.slice(0, MOST_SHOWN).map((note) => {
          const place = note.place ? describeFilePlace(note.place) : ''
          return (
            <li key={`${note.message} ${place}`}>
              {note.message}
              {note.hangs > 0 ? <span className="text-soft">{hangsWords(note)}</span> : null}
              {note.place ? <span className="block break-all text-faint">{place}</span> : null}
            </li>
          )
        })}
      </ul>
      {count > MOST_SHOWN ? <p className="mt-1 text-faint text-xs">… and {count - MOST_SHOWN} more.</p> : null}
    </Section>
  )
}
