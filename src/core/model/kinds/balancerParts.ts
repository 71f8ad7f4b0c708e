import * as z from 'zod/mini'
import { choice, flag, list, optional, reference, typedText } from './common.ts'
import type { ReferenceField } from './definition.ts'

/** What Network and Application Load Balancers say in the same way. */

export const scheme = choice(['internal', 'internet-facing'], 'internal')

export const nodes = list(
  z.strictObject({
    subnet: reference,
    /** null = chosen by AWS. */
    privateIp: optional(typedText),
    /** Of an internet-facing one: `auto` or an Elastic IP address. */
    publicIp: z._default(typedText, 'auto'),
  }),
  20,
)

/** Its name in public DNS, `NAME-HASH.elb.REGION.amazonaws.com`; null = made from the id. */
export const dnsName = optional(typedText)

/** false = it may have listeners that the design does not, as after an import: what it does on other ports cannot be told. */
export const allListeners = flag(true)

export const ofListenerGroups: ReferenceField = {
  path: 'listeners[].targetGroup',
  kinds: ['target-group'],
  onDelete: 'clear',
}
