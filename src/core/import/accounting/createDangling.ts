import { referencesOf } from '../../model/references.ts'
import type { Importing } from '../importing.ts'

/** The lists that describe what an id names. */
const LISTS: readonly (readonly [prefix: string, lists: readonly string[]])[] = [
  ['eni-', ['NetworkInterfaces']],
  ['subnet-', ['Subnets']],
  ['vpc-', ['Vpcs']],
  ['tgw-attach-', ['TransitGatewayAttachments', 'TransitGatewayVpcAttachments', 'TransitGatewayPeeringAttachments']],
  ['pl-', ['PrefixLists', 'ManagedPrefixLists']],
]

/** Whether an id leads nowhere: its list was asked for and has it not, and the design does not name it either, where it would be a finding. */
export function createDangling(importing: Importing): (id: string) => boolean {
  const named = new Set<string>(importing.constructs.keys())
  for (const construct of importing.constructs.values())
    for (const { to } of referencesOf(construct)) named.add(to.replace(/^not-imported\./, ''))
  return (id) => {
    const lists = LISTS.find(([prefix]) => id.startsWith(prefix))?.[1] ?? []
    return (
      !named.has(id) &&
      lists.some((list) => importing.askedIn(list).length > 0) &&
      !lists.some((list) => importing.find(list, id))
    )
  }
}
