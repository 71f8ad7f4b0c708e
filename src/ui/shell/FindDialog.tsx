import { useEffect, useMemo, useRef } from 'react'
import { listConstructs } from '../../core/model/index.ts'
import { Combobox } from '../kit/Combobox.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useDraft } from '../kit/useDraft.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { findableOf } from './findableOf.ts'

/** Finds a construct by name, id, block or service, and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const { view } = useStores()
  const design = useDesign((state) => state.design)
  const own = useRef<HTMLDivElement>(null)
  const options = useMemo(() => listConstructs(design).map(findableOf), [design])
  const draft = useDraft({ value: '', problem: () => null, commit: () => undefined })
  useEffect(() => own.current?.querySelector('input')?.focus(), [])
  return (
    <Dialog title="Find" onClose={onClose} className="mt-24! w-[32rem]">
      <div ref={own} className="p-4">
        <Combobox
          label="Name, id, CIDR or service"
          placeholder="Name, id, CIDR or service"
          draft={draft}
          options={options}
          firstActive
          onPick={(option) => {
            onClose()
            view.getState().goTo({ construct: option.value, path: [] })
          }}
        />
      </div>
    </Dialog>
  )
}
