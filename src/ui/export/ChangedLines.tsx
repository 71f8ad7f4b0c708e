import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../engine/index.ts'
import { copyText } from '../kit/copyText.ts'
import { HunkLines } from '../kit/HunkLines.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { useStores } from '../kit/useStore.ts'

type File = Exclude<AnswerOf<'revise'>, string>['files'][number]
type Line = File['hunks'][number]['lines'][number]

/** The lines of a file that change, with some around them. */
export function ChangedLines({ file }: { readonly file: File }) {
  const count = (kind: Line['kind']) =>
    file.hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0)
  return (
    <section aria-label={`Changes of ${file.path}`} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-3">
        <h3 className="min-w-0 grow truncate font-mono text-xs">{file.path}</h3>
        <span className="whitespace-nowrap text-faint text-xs">
          {count('new')} added, {count('gone')} removed
        </span>
        <CopyFile file={file} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-sunken font-mono text-xs leading-5">
        {file.hunks.map((hunk) => (
          <HunkLines key={hunk.oldStart} hunk={hunk} />
        ))}
      </div>
    </section>
  )
}

function CopyFile({ file }: { readonly file: File }) {
  const { view } = useStores()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(file.after)))
      return view.getState().say('The browser did not let the text be copied. Download it instead.', 'error')
    setCopied(true)
    view.getState().say(`Copied ${file.path}`)
    window.setTimeout(() => setCopied(false), 1500)
  }
  return (
    <IconButton
      label={copied ? 'Copied' : `Copy the changed ${file.path}`}
      icon={copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
      onClick={copy}
    />
  )
}
