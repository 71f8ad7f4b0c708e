import { Download, FileCheck2, FolderArchive, Info } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf, InputOf } from '../../engine/index.ts'
import { Button } from '../kit/Button.tsx'
import { downloadFile } from '../kit/downloadFile.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useStores } from '../kit/useStore.ts'
import { ChangedLines } from './ChangedLines.tsx'
import { TemplateQuestions } from './TemplateQuestions.tsx'
import { zipFiles } from './zipFiles.ts'

type Answers = NonNullable<InputOf<'revise'>['answers']>
type Revised = Exclude<AnswerOf<'revise'>, string>

/** What was changed in the design as changes of the template that it came from: to read, to decide, and to take away. */
export function TemplateChanges() {
  const [answers, setAnswers] = useState<Answers>({})
  const { value, stale, problem } = useAnswer('revise', { answers })
  const why = problem ?? (typeof value === 'string' ? value : null)
  if (why !== null)
    return (
      <EmptyState icon={<FileCheck2 size={20} />} title="The template cannot be changed">
        {why}
      </EmptyState>
    )
  if (value === null || typeof value === 'string')
    return <EmptyState icon={<FileCheck2 size={20} />} title="Comparing with your template…" />
  return <Changes revised={value} stale={stale} onAnswer={(id, option) => setAnswers({ ...answers, [id]: option })} />
}

interface ChangesProps {
  readonly revised: Revised
  readonly stale: boolean
  readonly onAnswer: (id: string, option: Answers[string]) => void
}

function Changes({ revised, stale, onAnswer }: ChangesProps) {
  const { files, questions, leftOver } = revised
  const changed = files.filter(({ hunks }) => hunks.length > 0)
  return (
    <div className="flex min-h-0 grow flex-col gap-3 p-4 md:flex-row" aria-busy={stale}>
      <div className="flex w-full shrink-0 flex-col gap-3 md:w-72 md:overflow-y-auto">
        <p className="text-soft text-xs leading-[1.125rem]">
          The design came from a template. What you changed is brought into it; every other line stays as it is.
        </p>
        <SaveAll files={files} />
        <TemplateQuestions questions={questions} onAnswer={onAnswer} />
        <LeftOvers leftOver={leftOver} />
      </div>
      <div className="flex min-h-64 min-w-0 grow flex-col gap-4 md:overflow-y-auto">
        {changed.map((file) => (
          <ChangedLines key={file.path} file={file} />
        ))}
        {changed.length === 0 ? (
          <EmptyState icon={<FileCheck2 size={20} />} title="No line of it changes">
            {leftOver.length > 0
              ? 'What you changed is none that this template can say.'
              : 'The template says what is drawn.'}
          </EmptyState>
        ) : null}
      </div>
    </div>
  )
}

/** The files as they are to be: one by itself, several in an archive. */
function SaveAll({ files }: Pick<Revised, 'files'>) {
  const { view } = useStores()
  const [only, ...more] = files
  const isOne = only !== undefined && more.length === 0
  const save = async () => {
    if (isOne) return downloadFile(fileName(only.path), only.after)
    const all = files.map(({ path, after }) => ({ path: insideOnly(path), text: after, executable: false }))
    downloadFile('template.zip', await zipFiles('template', all), 'application/zip')
    view.getState().say(`Downloaded template.zip with ${files.length} files`)
  }
  return (
    <Button
      look="primary"
      icon={isOne ? <Download aria-hidden size={15} /> : <FolderArchive aria-hidden size={15} />}
      onClick={save}
    >
      {isOne ? `Download ${fileName(only.path)}` : 'Download all as zip'}
    </Button>
  )
}

const fileName = (path: string): string => path.split(/[/\\]/).at(-1)!
/** A path that stays in the folder that it is unpacked into. */
const insideOnly = (path: string): string =>
  path
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')

function LeftOvers({ leftOver }: Pick<Revised, 'leftOver'>) {
  if (leftOver.length === 0) return null
  return (
    <section aria-label="Not in the template" className="rounded-md border border-line bg-sunken p-2 text-xs">
      <h3 className="flex items-center gap-1.5 font-medium">
        <Info aria-hidden size={14} className="text-accent" />
        Not in the template ({leftOver.length})
      </h3>
      <p className="mt-1 text-soft leading-[1.125rem]">It is kept in the design.</p>
      <ul className="mt-1 flex flex-col gap-1.5">
        {leftOver.map(({ construct, words }) => (
          <li key={`${construct}/${words}`}>
            <p className="break-words text-soft leading-[1.125rem]">{words}.</p>
            {construct ? <PlaceLink origin={{ construct, path: [] }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
