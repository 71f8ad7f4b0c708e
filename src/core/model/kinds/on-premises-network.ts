import * as z from 'zod/mini'
import { base, flag, list, optional, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('on-premises-network'),
  cidrs: list(typedText, 100),
  /** Address of the DNS server that its hosts ask; null = a public one. */
  dnsServer: optional(typedText),
  /** Names that its DNS server passes on: to inbound endpoints of VPC Resolver, mostly. */
  forwards: list(z.strictObject({ domain: typedText, servers: list(typedText, 6) }), 100),
  /** Whether hosts may also go to the internet by a way of the network's own. */
  internetAccess: flag(true),
})

/** A network outside AWS, with its own hosts and DNS server. */
export const onPremisesNetwork: Sheet<typeof schema> = {
  schema,
  kind: 'on-premises-network',
  title: 'On-premises network',
  noun: 'an on-premises network',
  group: 'on-premises',
  parent: null,
  container: true,
  stands: { area: 'foot', rank: 0, least: { width: 260, height: 120 } },
  colour: 'ink-soft',
  imported: 'along',
  reached: null,
  namedAnywhere: true,
  detail: ({ cidrs }) => cidrs.join(', '),
  references: [],
  blank: () => ({ cidrs: ['192.168.0.0/16'] }),
}
