import { Copy, Trash2 } from 'lucide-react'
import { type ConstructKind, constructAt, definitionOf } from '../../core/model/index.ts'
import { Glyph } from '../constructs/index.ts'
import { Button } from '../kit/Button.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { useSelectionActions } from './SelectionActions.ts'

/** Several constructs at once: what they are, and what can be done with all of them. */
export function SelectionSummary() {
  const selected = useSelectionActions()
  const selection = useDesign((state) => state.selection)
  const design = useDesign((state) => state.design)
  const constructs = selection.flatMap((id) => constructAt(design, id) ?? [])
  const kinds = [...new Set(constructs.map((construct) => construct.kind))]
  return (
    <div className="p-3">
      <h2 className="font-semibold text-sm">{constructs.length} selected</h2>
      <div className="mt-2 flex gap-2">
        <Button icon={<Copy aria-hidden size={14} />} onClick={() => selected.duplicate()}>
          Duplicate
        </Button>
        <Button look="danger" icon={<Trash2 aria-hidden size={14} />} onClick={() => selected.remove()}>
          Delete
        </Button>
      </div>
      {kinds.map((kind) => (
        <KindGroup key={kind} kind={kind} ids={constructs.filter((one) => one.kind === kind).map((one) => one.id)} />
      ))}
    </div>
  )
}

function KindGroup({ kind, ids }: { readonly kind: ConstructKind; readonly ids: readonly string[] }) {
  const stores = useStores()
  const design = useDesign((state) => state.design)
  return (
    <section className="mt-4">
      <h3 className="flex items-center gap-1.5 text-soft text-xs">
        <Glyph kind={kind} size={16} />
        {definitionOf(kind).title} · {ids.length}
      </h3>
      <ul className="mt-1">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="h-7 w-full cursor-pointer truncate rounded-md px-2 text-left hover:bg-hover"
              onClick={() => stores.design.getState().select([id])}
            >
              {nameOfConstruct(constructAt(design, id)!)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
