import { useMemo } from 'react'
import type { Addable } from '../../core/model/index.ts'
import { commands } from '../canvas/index.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { addableOf } from './addableOf.ts'
import { PickDialog } from './PickDialog.tsx'

/** Adds a construct by its name, into what is selected. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores()
  const design = useDesign((state) => state.design)
  const selected = useDesign((state) => state.selection[0])
  const options = useMemo(() => addableOf(design, selected), [design, selected])
  return (
    <PickDialog
      title="Add"
      label={selected === undefined ? 'What to add' : 'What to add to what is selected'}
      options={options}
      onClose={onClose}
      onPick={(kind) => commands.addConstruct(stores, kind as Addable)}
    />
  )
}
