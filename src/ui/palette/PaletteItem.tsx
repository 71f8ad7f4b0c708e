import type { CSSProperties } from 'react'
import { type Addable, readAddable, wordsOfAddable } from '../../core/model/index.ts'
import { addConstruct, Glyph, kindColour } from '../constructs/index.ts'
import { useStores } from '../kit/useStore.ts'

/** What the canvas takes a drag from the palette by; the value is the kind. */
const DRAG_TYPE = 'application/x-hopwise-kind'

interface PaletteItemProps {
  readonly kind: Addable
  readonly summary: string
  readonly isPlacing: boolean
}

/** One kind. A mouse or finger picks it up to be placed, or drags it; the keyboard adds it at once. */
export function PaletteItem({ kind, summary, isPlacing }: PaletteItemProps) {
  const stores = useStores()
  const { title } = wordsOfAddable(kind)
  const { kind: drawn } = readAddable(kind)
  const place = (on: boolean) => stores.view.getState().setPlacing(on ? kind : null)
  return (
    <button
      type="button"
      draggable
      aria-pressed={isPlacing}
      data-tip={summary || undefined}
      data-kind={kind}
      className="palette-item group/item flex h-8 w-full cursor-grab items-center gap-2 rounded-md px-1.5 text-left text-ink hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent"
      style={{ '--kind': kindColour(drawn) } as CSSProperties}
      onClick={(event) => {
        // a press of Enter or Space is a click without a pointer
        if (event.detail === 0) addConstruct(stores, kind)
        else place(!isPlacing)
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, kind)
        event.dataTransfer.effectAllowed = 'copy'
        place(true)
      }}
      onDragEnd={() => place(false)}
    >
      <span className="flex size-6 flex-none items-center justify-center text-(--kind)">
        <Glyph kind={drawn} size={18} />
      </span>
      <span className="palette-title truncate">{title}</span>
    </button>
  )
}
