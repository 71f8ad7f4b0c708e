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
  summary: 'A machine in a network outside AWS, to send requests to or from.',
  learnMore: 'https://docs.aws.amazon.com/whitepapers/latest/hybrid-connectivity/hybrid-connectivity.html',
  parent: { path: 'network', kinds: ['on-premises-network'] },
  container: false,
  stands: { area: 'inside', rank: 0 },
  colour: 'ink-soft',
  imported: null,
  asks: () => true,
  detail: ({ privateIp }) => privateIp,
  references: [{ path: 'network', kinds: ['on-premises-network'], onDelete: 'delete-holder' }],
  fields: [
    { key: 'privateIp', label: 'Address', input: 'address' },
    {
      key: 'hostNames',
      label: 'Host names',
      input: 'texts',
      of: 'dns-name',
      help: 'The network’s DNS server answers them with the address.',
    },
    { key: 'listens', label: 'Listens on', input: 'ports', help: 'Not stated: every port is taken to answer.' },
  ],
  create: (id, name, parent) => ({
    kind: 'on-premises-host',
    id,
    name,
    network: parent,
    privateIp: '192.168.0.10',
    hostNames: [],
    listens: null,
  }),
}
