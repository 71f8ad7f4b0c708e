import * as z from 'zod/mini'
import { base, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { lines } from './lines.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('route-53-profile'),
  region: reference,
  account: reference,
  /** A VPC has one Profile at most. */
  vpcs: list(reference, 1000),
  hostedZones: list(reference, 300),
  resolverRules: list(reference, 300),
  /** Their private DNS names are answered in every VPC of the Profile. */
  interfaceEndpoints: list(reference, 300),
  firewallRuleGroups: list(
    z.strictObject({ group: reference, priority: z.int().check(z.minimum(1), z.maximum(9999999)) }),
    5,
  ),
})

/** A Route 53 Profile: zones, rules, endpoints and filters for the names of many VPCs at once. */
export const route53Profile: Sheet<typeof schema> = {
  schema,
  kind: 'route-53-profile',
  title: 'Route 53 Profile',
  noun: 'a Route 53 Profile',
  group: 'dns',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 7 },
  colour: 'group-account',
  imported: 'ProfileSummaries',
  reached: null,
  detail: ({ vpcs }) => joined('Profile', count(vpcs.length, 'VPC')),
  *lines({ id, vpcs, hostedZones, resolverRules, interfaceEndpoints, firewallRuleGroups }) {
    yield* lines(id, vpcs, 'name-association', 'applies to')
    yield* lines(id, [...hostedZones, ...resolverRules, ...interfaceEndpoints], 'name-target', 'shares')
    yield* lines(
      id,
      firewallRuleGroups.map(({ group }) => group),
      'name-target',
      'shares',
    )
  },
  references: [
    ofRegion,
    ofAccount,
    { path: 'vpcs[]', kinds: ['vpc'], onDelete: 'remove-entry' },
    { path: 'hostedZones[]', kinds: ['hosted-zone'], onDelete: 'remove-entry' },
    { path: 'resolverRules[]', kinds: ['resolver-rule'], onDelete: 'remove-entry' },
    { path: 'interfaceEndpoints[]', kinds: ['interface-endpoint'], onDelete: 'remove-entry' },
    { path: 'firewallRuleGroups[].group', kinds: ['dns-firewall-rule-group'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
