import { type About, assemble, type ImportResult } from '../assemble.ts'
import { createImporting } from '../importing.ts'
import type { Records } from '../records.ts'
import type { NoteTaker } from '../report.ts'
import { completeAddresses } from './readers/completeAddresses.ts'
import { completePrivateGateways } from './readers/completePrivateGateways.ts'
import { completeTransit } from './readers/completeTransit.ts'
import { learnZones } from './readers/subnets.ts'
import { drawNamedGateways } from './readers/transitGateways.ts'
import { READERS } from './readers.ts'

/** Makes a design of records as AWS's APIs have them, whatever they were made of. */
export function assembleRecords(records: Records, taker: NoteTaker, about: Omit<About, 'complete'>): ImportResult {
  const importing = createImporting(records, READERS, taker)
  learnZones(importing)
  drawNamedGateways(importing)
  return assemble(importing, READERS, {
    ...about,
    complete(read) {
      completePrivateGateways(read)
      completeTransit(read)
      completeAddresses(read)
    },
  })
}
