import { constructAt, constructOfKind, type Design } from '../../core/model/index.ts'
import type { CallSuggestions } from '../../core/sim/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'

/** An action, or with `resource` a whole call. */
export type ActionOption = ComboboxOption & { readonly resource?: string }

/** Whole calls about what is drawn, then actions: those that policies name, and all of the service. */
export const listActions = (offered: CallSuggestions | null): readonly ActionOption[] => [
  ...(offered?.calls ?? []).map(({ action, resource, of }) => ({
    value: action,
    label: `${action} on ${of}`,
    hint: resource,
    group: 'Asked of what is drawn',
    resource,
  })),
  ...(offered?.actions ?? []).map(({ action, hint, isNamed }) => ({
    value: action,
    hint,
    group: isNamed ? 'In policies' : 'Actions',
  })),
]

/** What the action may be about. */
export const listResources = (offered: CallSuggestions | null): readonly ComboboxOption[] =>
  (offered?.resources ?? []).map(({ arn, label }) => ({ value: arn, hint: label }))

/** Who may call; first whoever asks. */
export const listPrincipals = (offered: CallSuggestions | null, own: string): readonly ComboboxOption[] => [
  { value: '', label: own, group: 'Who asks' },
  ...(offered?.principals ?? []).map(({ arn, label }) => ({ value: arn, hint: label, group: 'Others' })),
]

/** Who calls where nobody says it. */
export function roleOf(design: Design, from: string): string {
  const client = constructAt(design, from)
  if (client?.kind !== 'client') return 'nobody said who'
  const role = client.role === null ? null : constructOfKind(design, client.role, 'iam-role')
  return role ? `${nameOfConstruct(role)}, its role` : 'it has no role'
}
