import * as z from 'zod/mini'
import { base, list, plainText, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('network-firewall'),
  vpc: reference,
  subnets: list(reference, 20),
  policyArn: z._default(plainText(255), ''),
})

/** AWS Network Firewall: drawn and exported; what its rules do is not simulated. */
export const networkFirewall: Sheet<typeof schema> = {
  schema,
  kind: 'network-firewall',
  title: 'Network Firewall',
  noun: 'a Network Firewall',
  group: 'filters',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 14 },
  colour: 'group-security',
  imported: null,
  reached: null,
  turnsBack: true,
  inspects: true,
  detail: () => 'Network Firewall',
  occupies: ({ subnets }) => occupiedIds(subnets),
  lines: ({ id, subnets }) => lines(id, subnets, 'network-interface', 'interface'),
  references: [ofVpc, ofSubnets],
  create: (id, name, parent) => ({ kind: 'network-firewall', id, name, vpc: parent, subnets: [], policyArn: '' }),
}
