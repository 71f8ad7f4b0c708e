import * as z from 'zod/mini'
import { base, list, listens, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('on-premises-host'),
  network: reference,
  privateIp: typedText,
  /** Names that the network's DNS server answers with the address. */
  hostNames: list(typedText, 16),
  listens,
})

/** A machine in a network outside AWS. */
export const onPremisesHost: Sheet<typeof schema> = {
  schema,
  kind: 'on-premises-host',
  title: 'On-premises host',
  noun: 'an on-premises host',
  group: 'on-premises',
  parent: { path: 'network', kinds: ['on-premises-network'] },
  container: false,
  stands: { area: 'inside', rank: 0 },
  colour: 'ink-soft',
  imported: null,
  reached: 'interface',
  asked: true,
  asks: () => true,
  detail: ({ privateIp }) => privateIp,
  references: [{ path: 'network', kinds: ['on-premises-network'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ network: parent, privateIp: '192.168.0.10' }),
}
