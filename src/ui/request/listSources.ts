import { type ConstructKind, type Design, definitions, listConstructs } from '../../core/model/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { placeOf } from '../kit/placeOf.ts'

/** Who a request can come from: the clients that ask, hosts on premises, load balancers that check their targets, the internet and the hosts on it. */
export function listSources(design: Design): readonly ComboboxOption[] {
  const asking = listConstructs(design).filter((one) => definitions[one.kind].asks?.(one))
  const ofGroup = (of: (typeof definitions)[ConstructKind]['group'], group: string): readonly ComboboxOption[] =>
    asking
      .filter(({ kind }) => definitions[kind].group === of)
      .map((one) => ({ value: one.id, label: nameOfConstruct(one), hint: placeOf(design, one), group }))
  return [
    ...ofGroup('clients', 'Clients'),
    ...ofGroup('on-premises', 'On premises'),
    ...ofGroup('load-balancing', 'Health checks'),
    { value: 'internet', label: 'Anywhere on the internet', group: 'Internet' },
    ...ofGroup('services', 'Internet'),
  ]
}
