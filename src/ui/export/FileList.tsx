import { FileCode2, FileText, SquareTerminal } from 'lucide-react'
import type { ExportFile } from '../../core/export/index.ts'

interface FileListProps {
  readonly files: readonly ExportFile[]
  /** null = none is shown. */
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
}

/** The files of an export, of which one may be shown. */
export function FileList({ files, chosen, onChoose }: FileListProps) {
  return (
    <nav aria-label="Files">
      <ul className="flex flex-col gap-0.5">
        {files.map((file) => (
          <li key={file.path}>
            <button
              type="button"
              aria-current={file.path === chosen}
              onClick={() => onChoose(file.path)}
              className="flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover aria-[current=true]:bg-accent-soft aria-[current=true]:text-accent"
            >
              <FileIcon file={file} />
              <span className="min-w-0 grow break-all font-mono text-xs">{file.path}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FileIcon({ file }: { readonly file: ExportFile }) {
  const Icon = file.executable ? SquareTerminal : /\.(md|txt)$/i.test(file.path) ? FileText : FileCode2
  return <Icon aria-hidden size={15} className="shrink-0" />
}
