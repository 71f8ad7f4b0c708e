import { useEffect, useState } from 'react'
import type { Suggestion } from '../../engine/protocol.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'

export type DestinationOption = ComboboxOption & { readonly suggestion: Suggestion }

/** Destinations worth offering for a client, by what they are. */
export function useSuggestions(from: string): readonly DestinationOption[] {
  const { engine } = useStores()
  const revision = useDesign((state) => state.revision)
  const status = useEngine((state) => state.status)
  const [options, setOptions] = useState<readonly DestinationOption[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the design or the engine changes
  useEffect(() => {
    let wanted = true
    engine
      .getState()
      .suggest(from)
      .then(
        (suggestions) => {
          if (wanted) setOptions(groupSuggestions(suggestions))
        },
        () => {
          if (wanted) setOptions([])
        },
      )
    return () => {
      wanted = false
    }
  }, [engine, from, revision, status])
  return options
}

const GROUPS = ['AWS services', 'Names of the endpoints themselves', 'Clients, hosts and resources'] as const

/** Options in groups, the groups in a fixed order. */
export function groupSuggestions(suggestions: readonly Suggestion[]): readonly DestinationOption[] {
  return GROUPS.flatMap((group) =>
    suggestions
      .filter((one) => groupOf(one.to) === group)
      .map((suggestion) => ({ value: suggestion.to, hint: suggestion.label, group, suggestion })),
  )
}

function groupOf(to: string): (typeof GROUPS)[number] {
  if (/(^|\.)vpce-/.test(to)) return 'Names of the endpoints themselves'
  return /\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(to) ? 'AWS services' : 'Clients, hosts and resources'
}
