import * as z from 'zod/mini'
import { spellOut } from '../../base/words.ts'
import { base, choice, list, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

/** Both ends of a rule, as Suricata writes them: `any`, `10.0.0.0/8`, `!$HOME_NET`, `[10.0.0.0/8,!10.1.0.0/16]`; ports `443`, `1024:65535`, `[80,443]`. */
const ends = {
  source: z._default(typedText, 'any'),
  sourcePorts: z._default(typedText, 'any'),
  destination: z._default(typedText, 'any'),
  destinationPorts: z._default(typedText, 'any'),
}

const schema = z.strictObject({
  ...base('firewall-rule-group'),
  region: reference,
  account: reference,
  /** Which of the lists below counts; `managed` = AWS's own group of the name in `arn`, whose rules are not told. */
  type: choice(['stateful', 'stateless', 'domain-list', 'suricata', 'managed'], 'stateful'),
  statelessRules: list(
    z.strictObject({
      priority: z.int().check(z.minimum(1), z.maximum(65535)),
      action: z.enum(['pass', 'drop', 'forward']),
      /** `any`, or words and IANA numbers with commas between them: `tcp,udp`, `6,17`. */
      protocols: z._default(typedText, 'any'),
      ...ends,
      /** Tests of TCP flags, `SYN/SYN+ACK` (set, among those looked at), with commas between them; what such a rule matches is not simulated. */
      tcpFlags: z._default(typedText, ''),
    }),
    1000,
  ),
  statefulRules: list(
    z.strictObject({
      action: z.enum(['pass', 'drop', 'reject', 'alert']),
      /** A word of Suricata's: `ip`, `tcp`, `tls`, `http`… */
      protocol: z._default(plainText(40), 'tcp'),
      ...ends,
      direction: choice(['forward', 'both'], 'forward'),
      /** Suricata's options without the brackets around them: `flow:to_server,established; sid:7;`. */
      options: z._default(plainText(2000), ''),
    }),
    5000,
  ),
  domains: list(typedText, 10000),
  domainAction: choice(['allow', 'deny', 'reject', 'alert'], 'allow'),
  domainProtocols: z._default(z.array(z.enum(['tls', 'http'])).check(z.maxLength(2)), ['tls', 'http']),
  /** Rules in Suricata's language, one a line. */
  suricataRules: list(plainText(8000), 10000),
  /** Variables of the group's own (`HOME_NET`, `WEB_PORTS`), without the `$`; `HOME_NET` takes the place of the firewall's. */
  variables: list(z.strictObject({ name: plainText(40), values: list(typedText, 5000) }), 100),
  arn: z._default(plainText(255), ''),
})

/** A rule group of Network Firewall, which firewalls name in their policies. Source: Network Firewall guide, rule groups. */
export const firewallRuleGroup: Sheet<typeof schema> = {
  schema,
  kind: 'firewall-rule-group',
  title: 'Firewall rule group',
  noun: 'a firewall rule group',
  group: 'filters',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 15 },
  colour: 'group-security',
  imported: 'RuleGroupDetails',
  reached: null,
  detail: ({ type }) => spellOut(type),
  references: [ofRegion, ofAccount],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
