import * as z from 'zod/mini'
import { base, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { inVpc, ofVpc } from './parts.ts'

const schema = z.strictObject({ ...base('egress-only-internet-gateway'), vpc: reference })

/** The way out to the internet over IPv6, and no way in. */
export const egressOnlyInternetGateway: Sheet<typeof schema> = {
  schema,
  kind: 'egress-only-internet-gateway',
  title: 'Egress-only internet gateway',
  noun: 'an egress-only internet gateway',
  group: 'gateways',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 1 },
  colour: 'group-vpc',
  imported: 'EgressOnlyInternetGateways',
  reached: null,
  alone: true,
  detail: () => 'Egress-only gateway',
  references: [ofVpc],
  blank: (parent) => ({ vpc: parent }),
}
