import { isOfAws } from '../../../model/notImported.ts'
import type { Reader } from '../../assemble.ts'
import { completeTransit } from '../../describe/readers/completeTransit.ts'
import { learnZones } from '../../describe/readers/subnets.ts'
import { drawNamedGateways } from '../../describe/readers/transitGateways.ts'
import { READERS } from '../../describe/readers.ts'
import { asText } from '../../fields.ts'
import { add, type ConstructInput, type Importing, ignore } from '../../importing.ts'
import { nodesOf } from '../../ledger.ts'
import { markMissing } from '../../markMissing.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, regionByCode } from '../../whereabouts.ts'
import { bindIds } from './bindIds.ts'
import { CONSTRUCTS } from './putting.ts'

/** A construct as it is, but for its Region and account, which stand there by code and number. */
function readConstruct(entry: Entry, importing: Importing): undefined {
  const [node] = nodesOf(entry.value)
  const region = asText(entry.value.region)
  const account = asText(entry.value.account)
  ignore(importing, entry.value)
  add(importing, entry, {
    ...node,
    ...(region !== null && { region: regionByCode(importing, region, entry) }),
    ...(account !== null && { account: accountByNumber(importing, account) }),
  } as ConstructInput)
}

/** What reads the records of stacks: the readers of AWS's lists, and before them that of constructs which no list can say. */
export const STACK_READERS: readonly Reader[] = [{ key: CONSTRUCTS, id: null, read: readConstruct }, ...READERS]

/** Before the readers run. */
export function prepareStacks(importing: Importing): void {
  learnZones(importing)
  drawNamedGateways(importing)
}

/** When all is read: what hangs on transit gateways that no template makes; what nothing drawn is called is not in the templates, and no fault of the design. */
export function completeStacks(importing: Importing): void {
  completeTransit(importing)
  bindIds(importing)
  // accounts come last
  markMissing(importing, (id) => !isOfAws(id) && !id.startsWith('account-'))
}
