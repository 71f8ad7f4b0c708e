import * as z from 'zod/mini'
import { base, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({ ...base('service-network'), region: reference, account: reference })

/** A service network (VPC Lattice): drawn and exported, not simulated. */
export const serviceNetwork: Sheet<typeof schema> = {
  schema,
  kind: 'service-network',
  title: 'Service network',
  noun: 'a service network',
  group: 'endpoints',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 4 },
  colour: 'group-region',
  imported: 'ServiceNetworks',
  reached: null,
  detail: () => 'Service network',
  references: [ofRegion, ofAccount],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
