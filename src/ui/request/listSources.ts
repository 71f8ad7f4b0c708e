import {
  type ConstructKind,
  constructAt,
  type Design,
  definitions,
  listConstructs,
  parentOf,
} from '../../core/model/index.ts'
import { describeEnd } from '../kit/describeRequest.ts'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import type { SelectOption } from '../kit/Select.tsx'

/** Who a request can come from: the clients that ask, hosts on premises, load balancers that check their targets, the internet and the hosts on it. What stands in the field is always among them. */
export function listSources(design: Design, present: string): readonly SelectOption[] {
  const asking = listConstructs(design).filter((one) => definitions[one.kind].asks?.(one))
  const ofGroup = (group: (typeof definitions)[ConstructKind]['group'], otherwise: string): readonly SelectOption[] =>
    asking
      .filter(({ kind }) => definitions[kind].group === group)
      .map((one) => {
        const container = constructAt(design, parentOf(design, one.id) ?? '')
        return {
          value: one.id,
          label: nameOfConstruct(one),
          group: container ? nameOfConstruct(container) : otherwise,
        }
      })
  const options = [
    ...ofGroup('clients', 'Clients'),
    ...ofGroup('on-premises', 'On premises'),
    ...ofGroup('load-balancing', 'Health checks'),
    { value: 'internet', label: 'Anywhere on the internet', group: 'Internet' },
    ...ofGroup('services', 'Internet'),
  ]
  if (options.some((option) => option.value === present)) return options
  return [{ value: present, label: present === '' ? 'Choose a client' : describeEnd(design, present) }, ...options]
}
