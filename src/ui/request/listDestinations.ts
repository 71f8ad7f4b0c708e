import { type Construct, type Design, definitions, listConstructs } from '../../core/model/index.ts'
import type { SuggestedDestination } from '../../core/sim/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { placeOf } from '../kit/placeOf.ts'

/** Something to ask for, with the protocol and port that it is asked by. */
export type DestinationOption = ComboboxOption & Pick<SuggestedDestination, 'protocol' | 'port'>

const GROUPS = [
  'Services',
  'Names of the endpoints themselves',
  'In the design',
  'Addresses and hosts',
  'Other AWS services',
] as const
type Group = (typeof GROUPS)[number]

/** What a request can go to, in groups of a fixed order: names and addresses that are likely for whoever asks, constructs by their names, and all other services of AWS. */
export function listDestinations(
  design: Design,
  from: string,
  suggestions: readonly SuggestedDestination[],
): readonly DestinationOption[] {
  const constructs = listConstructs(design).filter(({ id, kind }) => definitions[kind].reached !== null && id !== from)
  const options: readonly (DestinationOption & { readonly group: Group })[] = [
    ...suggestions
      .filter(({ to }) => !Object.hasOwn(design.constructs, to))
      .map((one) => ({ value: one.to, hint: one.label, group: groupOf(one), protocol: one.protocol, port: one.port })),
    ...constructs.map((one) => ({
      value: one.id,
      label: nameOfConstruct(one),
      hint: placeOf(design, one),
      group: 'In the design' as const,
      protocol: 'tcp' as const,
      port: portOf(one),
    })),
  ]
  return GROUPS.flatMap((group) => options.filter((one) => one.group === group))
}

function groupOf({ to, drawn }: SuggestedDestination): Group {
  if (!drawn) return 'Other AWS services'
  if (/(^|\.)vpce-/.test(to)) return 'Names of the endpoints themselves'
  return /\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(to) ? 'Services' : 'Addresses and hosts'
}

/** The first port that it says it answers on. */
function portOf(construct: Construct): number {
  const ports = 'listens' in construct ? construct.listens : 'listeners' in construct ? construct.listeners : null
  return ports?.[0]?.port ?? 443
}

/**
 * Whether a text that was typed stands for an option without being it: `sqs`, the beginning of a name or of a word in it.
 * Addresses, and host names that are no beginning, stand for themselves.
 */
export function standsFor(text: string, { value, label = value, hint = '' }: ComboboxOption): boolean {
  const typed = text.trim().toLowerCase()
  const names = [value.toLowerCase(), label.toLowerCase()]
  if (typed === '' || typed === names[0] || /[:/]|^[\d.]+$/.test(typed)) return false
  if (typed.includes('.')) return names.some((name) => name.startsWith(typed))
  return new RegExp(`(^|[^a-z0-9])${typed.replace(/[^a-z0-9]/g, '\\$&')}`).test(
    [...names, hint.toLowerCase()].join(' '),
  )
}
