import { ClipboardPaste, FileDown, FilePlus2, FolderOpen } from 'lucide-react'
import { useRef } from 'react'
import { templates } from '../../core/templates/index.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useStores, useView } from '../kit/useStore.ts'
import { SavedCopies } from './SavedCopies.tsx'
import { TemplateCard } from './TemplateCard.tsx'

/** The ways to begin: blank, from a file, from a template, or from what the browser kept. */
export function StartDialog() {
  const { view, actions } = useStores()
  const input = useRef<HTMLInputElement>(null)
  const hasImported = useView((state) => state.importReport !== null)
  return (
    <Dialog title="Start a design" onClose={() => view.getState().openDialog(null)} className="w-[60rem]">
      <div className="min-h-0 overflow-y-auto p-4">
        <p className="mb-3 text-soft">
          Draw private AWS connectivity, ask what happens to a request, see every hop, then deploy exactly that.
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button className="h-9 px-3" icon={<FilePlus2 aria-hidden size={16} />} onClick={() => actions.newDesign()}>
            New blank design
          </Button>
          <Button
            className="h-9 px-3"
            icon={<FolderOpen aria-hidden size={16} />}
            onClick={() => input.current?.click()}
          >
            Open or import
          </Button>
          <Button
            className="h-9 px-3"
            icon={<ClipboardPaste aria-hidden size={16} />}
            onClick={() => view.getState().openDialog('import')}
          >
            {hasImported ? 'Paste text, or the last import' : 'Paste text'}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            accept=".json,.jsonl,.ndjson,.yaml,.yml,.template,.tfstate,.gz,.zip,application/json,application/zip"
            className="hidden"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])].map((file) => ({ path: file.name, file }))
              event.target.value = ''
              void actions.openFiles(files)
            }}
          />
          <span className="grow text-faint text-xs">
            or drop it anywhere on the page: a design, CloudFormation templates with what belongs to them, what
            “terraform show -json” prints, or a zip or folder that{' '}
            <a className="underline" href="collect.sh" download>
              collect.sh
            </a>{' '}
            gathered from AWS
          </span>
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button icon={<FileDown aria-hidden size={14} />} onClick={() => actions.saveFile()}>
            Download this design
          </Button>
          {actions.canKeepInFile ? <KeepInFile /> : null}
        </div>
        <h3 className="mt-5 font-medium">Templates</h3>
        <p className="mt-0.5 mb-2 text-faint text-xs">Each answers a first request at one click.</p>
        <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
        <SavedCopies />
      </div>
    </Dialog>
  )
}

/** Where the browser can: a file on the disk that follows the design. */
function KeepInFile() {
  const { actions } = useStores()
  const keptIn = useView((state) => state.keptIn)
  return (
    <p className="flex flex-wrap items-center gap-2 text-faint text-xs">
      <Button onClick={() => void actions.keepInFile()}>Keep this design in a file…</Button>
      {keptIn ? `It is kept in ${keptIn}, and in this browser.` : 'Every change is written into it as well.'}
    </p>
  )
}
