import { Download, FolderArchive } from 'lucide-react'
import { useState } from 'react'
import { EXPORT_FORMATS, type ExportFile, type ExportFormat, type ExportResult } from '../../core/export/index.ts'
import { Button } from '../kit/Button.tsx'
import { CodeBlock } from '../kit/CodeBlock.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { downloadFile } from '../kit/downloadFile.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { FileList } from './FileList.tsx'
import { Remarks } from './Remarks.tsx'
import { zipFiles } from './zipFiles.ts'

/** The design as templates and scripts that deploy it: to read, to copy and to take away. */
export function ExportDialog() {
  const { view } = useStores()
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0].id)
  const { value, stale, problem } = useAnswer('export', { format })
  const result = stale ? null : value
  return (
    <Dialog title="Export" onClose={() => view.getState().openDialog(null)} className="h-[44rem] w-[64rem]">
      <Tabs label="Format" tabs={EXPORT_FORMATS} current={format} onChange={setFormat} panelClassName="flex flex-col">
        {result ? <Files key={format} result={result} /> : null}
        {result === null ? (
          <EmptyState
            icon={<FolderArchive size={20} />}
            title={problem ? 'It cannot be exported' : 'Writing the files…'}
          >
            {problem}
          </EmptyState>
        ) : null}
      </Tabs>
    </Dialog>
  )
}

function Files({ result }: { readonly result: ExportResult }) {
  const { view } = useStores()
  const title = useDesign((state) => state.design.title)
  const [chosen, setChosen] = useState(result.files.find(({ path }) => !/readme/i.test(path))?.path)
  const file = result.files.find((one) => one.path === chosen) ?? result.files[0]
  if (!file)
    return (
      <EmptyState icon={<FolderArchive size={20} />} title="Nothing to export yet">
        Draw something first.
      </EmptyState>
    )
  const name = `${nameOfFolder(title)}-${result.format}`
  const downloadAll = async () => {
    downloadFile(`${name}.zip`, await zipFiles(name, result.files), 'application/zip')
    view.getState().say(`Downloaded ${name}.zip with ${result.files.length} files`)
  }
  return (
    <div className="flex min-h-0 grow flex-col gap-3 p-4 md:flex-row">
      <div className="flex w-full shrink-0 flex-col gap-3 md:w-64 md:overflow-y-auto">
        <FileList files={result.files} chosen={file.path} onChoose={setChosen} />
        <Button look="primary" icon={<FolderArchive aria-hidden size={15} />} onClick={downloadAll}>
          Download all as zip
        </Button>
        <Remarks remarks={result.remarks} />
      </div>
      <FilePreview file={file} />
    </div>
  )
}

function FilePreview({ file }: { readonly file: ExportFile }) {
  const name = file.path.split('/').at(-1)!
  return (
    <section aria-label="Preview" className="flex min-h-64 min-w-0 grow flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 grow truncate font-mono text-xs">{file.path}</h3>
        <span className="text-faint text-xs">{file.text.split('\n').length - 1} lines</span>
        <Button icon={<Download aria-hidden size={14} />} onClick={() => downloadFile(name, file.text)}>
          Download
        </Button>
      </div>
      <CodeBlock label={name} text={file.text} className="grow" />
    </section>
  )
}

/** Letters and digits of the title, for a folder that every system takes. */
const nameOfFolder = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'design'
