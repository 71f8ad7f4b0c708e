import { Download, FolderArchive, Scale, Settings2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { deploymentOf, EXPORT_FORMATS, type ExportFile, type ExportFormat } from '../../core/export/index.ts'
import type { AnswerOf } from '../../engine/index.ts'
import { Button } from '../kit/Button.tsx'
import { CodeBlock } from '../kit/CodeBlock.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { downloadFile } from '../kit/downloadFile.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { lazyPart } from '../kit/lazyPart.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { DeploymentName } from './DeploymentName.tsx'
import { DeploySettings } from './DeploySettings.tsx'
import { ExportErrors } from './ExportErrors.tsx'
import { FileList } from './FileList.tsx'
import { nameDeployment } from './nameDeployment.ts'
import { Remarks } from './Remarks.tsx'
import { zipFiles } from './zipFiles.ts'

const TEMPLATE = { id: 'template', label: 'Your template' } as const
type Tab = ExportFormat | (typeof TEMPLATE)['id']

/** The design as templates and scripts that deploy it, and as changes of the template that it came from: to read, to copy and to take away. */
export function ExportDialog() {
  const { view } = useStores()
  const hasTemplate = useDesign(({ design }) => design.source !== undefined)
  const [tab, setTab] = useState<Tab>(hasTemplate ? TEMPLATE.id : EXPORT_FORMATS[0].id)
  const [isSetting, setSetting] = useState(false)
  const tabs = hasTemplate ? [TEMPLATE, ...EXPORT_FORMATS] : EXPORT_FORMATS
  return (
    <Dialog title="Export" onClose={() => view.getState().openDialog(null)} className="h-[44rem] w-[64rem]">
      <Tabs<Tab> label="Format" tabs={tabs} current={tab} onChange={setTab} panelClassName="flex flex-col">
        {tab === TEMPLATE.id ? (
          <TemplateChanges />
        ) : (
          <Exported format={tab} isSetting={isSetting} onSetting={setSetting} />
        )}
      </Tabs>
    </Dialog>
  )
}

const TemplateChanges = lazyPart(async () => (await import('./TemplateChanges.tsx')).TemplateChanges)

interface ExportedProps extends Pick<FilesProps, 'isSetting' | 'onSetting'> {
  readonly format: ExportFormat
}

function Exported({ format, isSetting, onSetting }: ExportedProps) {
  const { value, stale, problem } = useAnswer('export', { format })
  // What was written before stays in view while it is written anew, so that settings can be changed one after the other
  return value?.format === format ? (
    <Files key={format} result={value} stale={stale} isSetting={isSetting} onSetting={onSetting} />
  ) : (
    <EmptyState icon={<FolderArchive size={20} />} title={problem ? 'It cannot be exported' : 'Writing the files…'}>
      {problem}
    </EmptyState>
  )
}

interface FilesProps {
  readonly result: AnswerOf<'export'>
  /** Whether it is of the design before the last change. */
  readonly stale: boolean
  readonly isSetting: boolean
  readonly onSetting: (isSetting: boolean) => void
}

function Files({ result, stale, isSetting, onSetting }: FilesProps) {
  const stores = useStores()
  const { view } = stores
  const design = useDesign((state) => state.design)
  const [accepted, setAccepted] = useState(false)
  const content = useRef<HTMLDivElement>(null)
  /** Where the page is narrow it lies below all of this; elsewhere the panel does not scroll. */
  const showContent = () =>
    requestAnimationFrame(() => {
      const panel = content.current?.closest('[role=tabpanel]')
      if (panel) panel.scrollTop += content.current!.getBoundingClientRect().top - panel.getBoundingClientRect().top
    })
  const held = stale || (result.errors.length > 0 && !accepted)
  const [chosen, setChosen] = useState(result.files.find(({ path }) => !/readme/i.test(path))?.path)
  const file = result.files.find((one) => one.path === chosen) ?? result.files[0]
  if (!file)
    return (
      <EmptyState icon={<FolderArchive size={20} />} title="Nothing to export yet">
        Draw something first.
      </EmptyState>
    )
  const name = `${nameOfFolder(design.title)}-${result.format}`
  /** What is taken away may be deployed: from then on its name stays. */
  const keepName = () => {
    if (design.deployment === undefined) nameDeployment(stores, deploymentOf(design))
  }
  const downloadAll = async () => {
    keepName()
    downloadFile(`${name}.zip`, await zipFiles(name, result.files), 'application/zip')
    view.getState().say(`Downloaded ${name}.zip with ${result.files.length} files`)
  }
  return (
    <div className="flex min-h-0 grow flex-col gap-3 p-4 md:flex-row">
      <div className="flex w-full shrink-0 flex-col gap-3 md:w-64 md:overflow-y-auto">
        <FileList
          files={result.files}
          chosen={isSetting ? null : file.path}
          onChoose={(path) => {
            setChosen(path)
            onSetting(false)
            showContent()
          }}
        />
        <ExportErrors errors={result.errors} accepted={accepted} onAccept={setAccepted} />
        <Button look="primary" icon={<FolderArchive aria-hidden size={15} />} disabled={held} onClick={downloadAll}>
          Download all as zip
        </Button>
        <DeploymentName />
        <Button
          icon={<Settings2 aria-hidden size={15} />}
          aria-pressed={isSetting}
          onClick={() => {
            onSetting(!isSetting)
            if (!isSetting) showContent()
          }}
          className="aria-pressed:bg-accent-soft"
        >
          Environments and options
        </Button>
        <Remarks remarks={result.remarks} />
        {result.files.some(({ path }) => /(^|\/)verify\.[a-z0-9]+$/.test(path)) ? <Verified /> : null}
      </div>
      <div ref={content} className="flex min-h-[70dvh] min-w-0 grow flex-col md:min-h-64">
        {isSetting ? <DeploySettings /> : <FilePreview file={file} held={held} onTake={keepName} />}
      </div>
    </div>
  )
}

/** Where the results of the script lead that tries the saved requests. */
function Verified() {
  const { view } = useStores()
  return (
    <div className="flex flex-col items-start gap-1.5 text-soft text-xs">
      <p>Deployed? What verify.sh prints can be held against the model.</p>
      <Button icon={<Scale aria-hidden size={14} />} onClick={() => view.getState().openDialog('observed')}>
        Compare with reality…
      </Button>
    </div>
  )
}

function FilePreview({
  file,
  held,
  onTake,
}: {
  readonly file: ExportFile
  readonly held: boolean
  readonly onTake: () => void
}) {
  const take = () => {
    onTake()
    downloadFile(name, file.text)
  }
  const name = file.path.split('/').at(-1)!
  return (
    <section aria-label="Preview" className="flex min-h-64 min-w-0 grow flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 grow truncate font-mono text-xs">{file.path}</h3>
        <span className="text-faint text-xs">{file.text.split('\n').length - 1} lines</span>
        <Button icon={<Download aria-hidden size={14} />} disabled={held} onClick={take}>
          Download
        </Button>
      </div>
      <CodeBlock label={name} text={file.text} className="grow" held={held} />
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
