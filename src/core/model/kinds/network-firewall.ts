import * as z from 'zod/mini'
import { base, choice, ipAddressType, list, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofSubnets, ofVpc } from './parts.ts'

const statelessAction = choice(['forward', 'pass', 'drop'], 'forward')

const schema = z.strictObject({
  ...base('network-firewall'),
  vpc: reference,
  /** One endpoint in each; routes name one by its place in this list (`interface`). */
  subnets: list(reference, 20),
  ipAddressType,
  /** A policy that lies outside of the design. What it says counts as far as it is drawn below. */
  policyArn: z._default(plainText(255), ''),
  /** What happens to packets that no stateless rule matches, and to such fragments of UDP packets. */
  statelessDefault: statelessAction,
  fragmentDefault: statelessAction,
  ruleOrder: choice(['action-order', 'strict'], 'action-order'),
  /** In strict order: what happens to packets that no stateful rule matches. */
  statefulDefault: choice(
    ['none', 'drop-all', 'drop-established', 'drop-established-app-layer', 'drop-established-app-layer-to-server'],
    'none',
  ),
  /** What the stateful engine does with connections that it did not see begin. */
  streamException: choice(['drop', 'continue', 'reject'], 'drop'),
  /** The policy's HOME_NET; empty = the blocks of the firewall's VPC. */
  homeNet: list(typedText, 1000),
  ruleGroups: list(
    z.strictObject({
      ruleGroup: reference,
      /** Of stateless groups, and of stateful ones in strict order: lowest first. */
      priority: z._default(z.int().check(z.minimum(1), z.maximum(65535)), 100),
    }),
    60,
  ),
})

/** AWS Network Firewall: an endpoint in each of its zones, and a policy that says what passes. Source: Network Firewall guide, firewalls and policies. */
export const networkFirewall: Sheet<typeof schema> = {
  schema,
  kind: 'network-firewall',
  title: 'Network Firewall',
  noun: 'a Network Firewall',
  group: 'filters',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 14 },
  colour: 'group-security',
  imported: 'FirewallDetails',
  reached: null,
  turnsBack: true,
  inspects: true,
  detail: () => 'Network Firewall',
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, subnets, ruleGroups }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    for (const { ruleGroup } of ruleGroups)
      yield { from: id, to: ruleGroup, kind: 'firewall-rules', label: 'filters by' }
  },
  references: [
    ofVpc,
    ofSubnets,
    { path: 'ruleGroups[].ruleGroup', kinds: ['firewall-rule-group'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ vpc: parent }),
}
