import * as z from 'zod/mini'
import { base, choice, list, optional, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { line } from './lines.ts'
import { inRegion, ofRegion } from './parts.ts'

const priority = z.int().check(z.minimum(1), z.maximum(9999999))

const schema = z.strictObject({
  ...base('dns-firewall-rule-group'),
  region: reference,
  /** The lowest priority is asked first; the first rule that holds the name decides. */
  rules: list(
    z.strictObject({
      priority,
      action: choice(['ALLOW', 'ALERT', 'BLOCK'], 'BLOCK'),
      /** `example.com` is that name alone, `*.example.com` every name below it, `*` every name. */
      domains: list(typedText, 1000),
      /** A list that AWS keeps, in place of domains: what is in it nobody says. */
      managedList: optional(plainText(128)),
      /** Of a rule that blocks: what is answered. */
      blockResponse: choice(['NODATA', 'NXDOMAIN', 'OVERRIDE'], 'NODATA'),
      /** Of the response OVERRIDE: the name that is answered as a CNAME. */
      overrideDomain: optional(typedText),
      /** Whether names that the first one leads to are held against the rules too, or trusted. */
      redirections: choice(['inspect', 'trust'], 'inspect'),
    }),
    100,
  ),
  /** The VPCs that it filters for, with its place among their rule groups. */
  vpcs: list(z.strictObject({ vpc: reference, priority }), 300),
})

/** A rule group of Route 53 Resolver DNS Firewall. */
export const dnsFirewallRuleGroup: Sheet<typeof schema> = {
  schema,
  kind: 'dns-firewall-rule-group',
  title: 'DNS Firewall rule group',
  noun: 'a DNS Firewall rule group',
  group: 'dns',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 6 },
  colour: 'group-account',
  imported: 'FirewallRuleGroups',
  reached: null,
  detail: ({ rules }) => joined('DNS Firewall', count(rules.length, 'rule')),
  *lines({ id, vpcs }) {
    for (const { vpc } of vpcs) yield* line(id, vpc, 'name-association', 'filters for')
  },
  references: [ofRegion, { path: 'vpcs[].vpc', kinds: ['vpc'], onDelete: 'remove-entry' }],
  blank: (parent) => ({ region: parent }),
}
