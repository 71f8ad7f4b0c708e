import { type ConstructKind, constructKinds, definitionOf, formOf } from '../../core/model/index.ts'
import { commands } from '../canvas/index.ts'
import { useStores } from '../kit/useStore.ts'
import { PickDialog } from './PickDialog.tsx'

const OPTIONS = constructKinds.map((kind) => ({
  value: kind as string,
  label: definitionOf(kind).title,
  hint: formOf(kind).summary,
}))

/** Adds a construct by its name, into what is selected. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores()
  return (
    <PickDialog
      title="Add"
      label="What to add to what is selected"
      options={OPTIONS}
      onClose={onClose}
      onPick={(kind) => commands.addConstruct(stores, kind as ConstructKind)}
    />
  )
}
