import * as z from 'zod/mini'
import { base, choice, list, listens, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('internet-host'),
  addresses: list(typedText, 16),
  hostNames: list(typedText, 16),
  listens,
  /** A function outside of any VPC is a machine of AWS's that takes no connection. */
  runtime: choice(['host', 'lambda'], 'host'),
  /** The role by which it calls AWS, as functions do. */
  role: optional(reference),
  /** What AWS calls it: a function’s name. */
  awsId: optional(typedText),
})

/** A machine on the internet; what asks from an address that nobody knows has none. */
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
  detail: ({ hostNames, addresses, runtime }) =>
    hostNames[0] ?? addresses[0] ?? (runtime === 'lambda' ? 'Lambda function' : 'Internet host'),
  references: [{ path: 'role', kinds: ['iam-role'], onDelete: 'clear' }],
  blank: () => ({ addresses: ['203.0.113.10'] }),
}
