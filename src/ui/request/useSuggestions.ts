import { useMemo } from 'react'
import type { SuggestedDestination } from '../../core/sim/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { useAnswer } from '../kit/useAnswer.ts'

export type DestinationOption = ComboboxOption & { readonly suggestion: SuggestedDestination }

/** Destinations worth offering for a client, by what they are. */
export function useSuggestions(from: string): readonly DestinationOption[] {
  const { value } = useAnswer('suggest', { from })
  return useMemo(() => groupSuggestions(value ?? []), [value])
}

const GROUPS = ['AWS services', 'Names of the endpoints themselves', 'Clients, hosts and resources'] as const

/** Options in groups, the groups in a fixed order. */
export function groupSuggestions(suggestions: readonly SuggestedDestination[]): readonly DestinationOption[] {
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
