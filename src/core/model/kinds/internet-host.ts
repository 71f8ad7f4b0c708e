import * as z from 'zod/mini'
import { base, list, listens, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('internet-host'),
  addresses: list(typedText, 16),
  hostNames: list(typedText, 16),
  listens,
})

/** A machine on the internet. */
export const internetHost: Sheet<typeof schema> = {
  schema,
  kind: 'internet-host',
  title: 'Internet host',
  noun: 'an internet host',
  group: 'services',
  parent: null,
  container: false,
  stands: { area: 'side', rank: 0 },
  colour: 'ink-soft',
  imported: null,
  reached: 'internet-host',
  asked: true,
  unconnected: true,
  asks: () => true,
  detail: ({ hostNames, addresses }) => hostNames[0] ?? addresses[0] ?? 'Internet host',
  references: [],
  blank: () => ({ addresses: ['203.0.113.10'] }),
}
