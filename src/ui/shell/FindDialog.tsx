import { useMemo } from 'react'
import { listConstructs } from '../../core/model/index.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { findableOf } from './findableOf.ts'
import { PickDialog } from './PickDialog.tsx'

/** Finds a construct by name, id, block or service, and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const { view } = useStores()
  const design = useDesign((state) => state.design)
  const options = useMemo(() => listConstructs(design).map((construct) => findableOf(design, construct)), [design])
  return (
    <PickDialog
      title="Find"
      label="Name, id, CIDR or service"
      options={options}
      onClose={onClose}
      onPick={(construct) => view.getState().goTo({ construct, path: [] })}
    />
  )
}
