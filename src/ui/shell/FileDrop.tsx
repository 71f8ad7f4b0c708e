import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStores } from '../kit/useStore.ts'
import { readDropped } from '../start/readDropped.ts'

/** Opens what is dropped anywhere on the page: a design file, or a folder, a zip or files of templates or of what the AWS CLI printed. */
export function FileDrop() {
  const { actions, view } = useStores()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer)
        readDropped(event.dataTransfer).then(actions.openFiles, (error: Error) =>
          view.getState().say(`What was dropped could not be read. ${error.message}`, 'error'),
        )
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [actions, view])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-2 z-50 flex items-center justify-center rounded-xl border-2 border-accent border-dashed bg-accent-soft/80">
      <p className="flex items-center gap-2 font-medium text-base">
        <FolderOpen aria-hidden size={20} /> Drop a design file to open it, or templates, JSON of Terraform’s, or a zip
        or folder of AWS CLI output to import it
      </p>
    </div>
  )
}
