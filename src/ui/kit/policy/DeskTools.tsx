import { AlignLeft, FilePlus2, Maximize2, Redo2, Undo2 } from 'lucide-react'
import { Button } from '../Button.tsx'
import { IconButton } from '../IconButton.tsx'

interface DeskToolsProps {
  readonly hasText: boolean
  /** Puts a first statement there. */
  readonly onBegin: () => void
  readonly onFormat: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onEnlarge?: () => void
}

/** What is done with the text as a whole. */
export function DeskTools({ hasText, onBegin, onFormat, onUndo, onRedo, onEnlarge }: DeskToolsProps) {
  return (
    <div role="toolbar" aria-label="Policy text" className="flex items-center gap-1">
      {hasText ? (
        <Button
          icon={<AlignLeft aria-hidden size={13} />}
          data-tip="An element a line"
          data-keys="Shift+Alt+F"
          onClick={onFormat}
        >
          Format
        </Button>
      ) : (
        <Button icon={<FilePlus2 aria-hidden size={13} />} onClick={onBegin}>
          Begin with a statement
        </Button>
      )}
      <IconButton label="Undo in the text" keys="Ctrl+Z" icon={<Undo2 aria-hidden size={15} />} onClick={onUndo} />
      <IconButton label="Redo in the text" keys="Ctrl+Y" icon={<Redo2 aria-hidden size={15} />} onClick={onRedo} />
      <span className="grow" />
      {onEnlarge ? (
        <Button look="ghost" icon={<Maximize2 aria-hidden size={13} />} onClick={onEnlarge}>
          Enlarge
        </Button>
      ) : null}
    </div>
  )
}
