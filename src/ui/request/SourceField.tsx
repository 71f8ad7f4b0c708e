import { useCallback } from 'react'
import { Combobox } from '../kit/Combobox.tsx'
import { describeEnd } from '../kit/describeRequest.ts'
import { useDraft } from '../kit/useDraft.ts'
import { useDesign } from '../kit/useStore.ts'
import { useEndLists } from './useEndLists.ts'

interface SourceFieldProps {
  readonly from: string
  readonly onPick: (from: string) => void
}

/** Who asks: one of those that can, found by name or place. */
export function SourceField({ from, onPick }: SourceFieldProps) {
  const design = useDesign((state) => state.design)
  const { lists, fetchLists } = useEndLists()
  const options = useCallback(() => lists?.listSources(design) ?? [], [lists, design])
  const draft = useDraft({
    value: from === '' ? '' : describeEnd(design, from),
    problem: () => null,
    // what is typed only narrows the list: nothing but what is listed can ask, and that by its whole name
    commit(text) {
      const named = options().find(({ value, label = value }) => label.toLowerCase() === text.toLowerCase())
      if (named) onPick(named.value)
    },
  })
  return (
    <Combobox
      label="From"
      placeholder="Choose a client"
      className="w-36 min-[1600px]:w-56"
      plain
      draft={draft}
      options={options}
      onFocus={fetchLists}
      takesFirst={(text) => text !== ''}
      onPick={({ value }) => onPick(value)}
    />
  )
}
