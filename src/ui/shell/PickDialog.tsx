import { useEffect, useRef } from 'react'
import { Combobox, type ComboboxOption } from '../kit/Combobox.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useDraft } from '../kit/useDraft.ts'

interface PickDialogProps {
  readonly title: string
  readonly label: string
  readonly options: readonly ComboboxOption[]
  readonly onPick: (value: string) => void
  readonly onClose: () => void
}

/** One field and a list that narrows as one types; Enter takes the first. */
export function PickDialog({ title, label, options, onPick, onClose }: PickDialogProps) {
  const own = useRef<HTMLDivElement>(null)
  const draft = useDraft({ value: '', problem: () => null, commit: () => undefined })
  useEffect(() => {
    const input = own.current?.querySelector('input')
    input?.focus()
    input?.click() // which opens the list
  }, [])
  return (
    <Dialog title={title} onClose={onClose} className="mt-24! h-[28rem] w-[32rem]">
      <div ref={own} className="p-4">
        <Combobox
          label={label}
          placeholder={label}
          draft={draft}
          options={options}
          takesFirst={() => true}
          leavesEscape
          plain
          onPick={({ value }) => {
            onClose()
            onPick(value)
          }}
        />
      </div>
    </Dialog>
  )
}
