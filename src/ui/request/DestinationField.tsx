import { useCallback, useEffect } from 'react'
import { constructAt } from '../../core/model/index.ts'
import { Combobox } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { useAnswer } from '../kit/useAnswer.ts'
import { useDraft } from '../kit/useDraft.ts'
import { useDesign, useEngine } from '../kit/useStore.ts'
import type { DestinationOption } from './listDestinations.ts'
import { useEndLists } from './useEndLists.ts'

interface DestinationFieldProps {
  readonly onType: (to: string) => void
  readonly onPick: (option: DestinationOption) => void
  readonly onEnter: () => void
  /** Whether something stands in the field that is not committed. */
  readonly onDirty: (dirty: boolean) => void
}

const NONE: readonly never[] = []

/** What is asked for: typed, or chosen from what is likely; a construct stands there by its name. */
export function DestinationField({ onType, onPick, onEnter, onDirty }: DestinationFieldProps) {
  const design = useDesign((state) => state.design)
  const { from, to } = useEngine((state) => state.draft)
  const suggestions = useAnswer('suggest', { from }).value ?? NONE
  const { lists, fetchLists } = useEndLists()
  const options = useCallback(
    () => lists?.listDestinations(design, from, suggestions) ?? [],
    [lists, design, from, suggestions],
  )
  const construct = constructAt(design, to)
  const draft = useDraft({
    value: construct ? nameOfConstruct(construct) : to,
    problem: () => null,
    commit: onType,
  })
  const { dirty } = draft
  useEffect(() => onDirty(dirty), [onDirty, dirty])
  return (
    <Combobox
      label="Destination: host name, address or construct"
      placeholder="Host name, address or construct"
      className="min-w-48 grow basis-48"
      draft={draft}
      options={options}
      onFocus={fetchLists}
      takesFirst={(text, first) => lists?.standsFor(text, first) ?? false}
      onEnter={onEnter}
      onPick={(option) => onPick(option as DestinationOption)}
    />
  )
}
