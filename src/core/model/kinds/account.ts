import * as z from 'zod/mini'
import { base, choice, flag, list, optional, plainText, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { policyLevels } from './policyParts.ts'

const schema = z.strictObject({
  ...base('account'),
  accountId: typedText,
  /** Region code -> zone name -> zone id, as this account sees them. Regions left out use the catalogue's example map. */
  zones: z._default(z.record(plainText(40), z.record(plainText(40), plainText(40))), {}),
  /** Names of the zones that services of AWS are in, as this account is told (`describe-vpc-endpoint-services`). Services left out are taken to be in every zone. */
  serviceZones: list(z.strictObject({ service: typedText, zones: list(plainText(40), 20) }), 1000),
  /** Connections to TCP port 25 of public addresses: restricted unless AWS has lifted that for the account. Source: EC2 guide, service quotas. */
  outboundPort25: choice(['restricted', 'allowed', 'unknown'], 'restricted'),
  /** The organisation that it is in, `o-…`; null = none. */
  organisation: optional(typedText),
  /** Where it is in there: `o-…/r-…/ou-…/`, as policies name it; null = not said. Source: IAM guide, the AWS Organizations entity path. */
  organisationPath: optional(plainText(600)),
  /** No policy of the organisation reaches its management account. Source: Organizations guide, service control policies. */
  isManagement: flag(false),
  /** Service control policies, from the root to the account; empty = none. */
  scps: policyLevels,
  /** Resource control policies, likewise. */
  rcps: policyLevels,
})

/** An AWS account: owner of VPCs, buckets and tables, with its own map of zone names to zone ids. */
export const account: Sheet<typeof schema> = {
  schema,
  kind: 'account',
  title: 'Account',
  noun: 'an account',
  group: 'places',
  parent: null,
  container: false,
  stands: { area: 'above', rank: 0 },
  colour: 'group-account',
  imported: 'along',
  reached: null,
  namedAnywhere: true,
  detail: ({ accountId }) => accountId,
  references: [],
  blank: () => ({ accountId: '111122223333' }),
}
