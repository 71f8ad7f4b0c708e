import { type Construct, type Design, definitions, listConstructs } from '../../core/model/index.ts'
import type { SuggestedDestination } from '../../core/sim/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { placeOf } from './placeOf.ts'

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

/** What a text stands for that is no address, no host name and no name in the design as it is typed: `sqs`, or the beginning of a name. */
export const standsFor = (text: string, { value, label = value }: ComboboxOption): boolean => {
  const typed = text.trim().toLowerCase()
  const [name, shown] = [value.toLowerCase(), label.toLowerCase()]
  if (typed === '' || typed === name || /[:/]|^[\d.]+$/.test(typed)) return false
  return !typed.includes('.') || name.startsWith(typed) || shown.startsWith(typed)
}
