import { buildDesign } from '../model/testing/designBuilder.ts'
import type { StatefulRule } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { firewallsIn } from './parts/firewalls.ts'
import { place } from './parts/place.ts'

/** Source: Network Firewall guide, strict evaluation order: domain lists need an established connection, so choose drop established. */
export const firewallDropsBeforeNames: Check = {
  id: 'firewall-drops-before-names',
  severity: 'warning',
  title: 'Firewall that drops before it sees a name',
  why: 'The names in TLS and HTTP are sent once a connection is open. With drop all as the default action the packets that open it are dropped, so that rules for names never match.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html',
  *find({ design, topology }) {
    for (const { construct, net } of firewallsIn(design, topology)) {
      const named = net.stateful.find(({ action, protocol }) => action === 'pass' && SEEN_LATE.has(protocol))
      if (net.statefulDefault !== 'drop-all' || !named || net.stateful.some(opens)) continue
      yield {
        at: [place(construct.id, 'statefulDefault'), named.origin],
        message: `The ${called(design, construct.id)} drops all that no rule matches, and no rule passes the packets that open a connection: the names that the ${called(design, named.origin.construct)} passes are never seen.`,
        fixes: [
          {
            title: 'Drop established connections only',
            safety: 'review',
            edits: [change('network-firewall', construct.id, { statefulDefault: 'drop-established' })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example('drop-all'), good: () => example('drop-established') },
}

const SEEN_LATE: ReadonlySet<string> = new Set(['tls', 'http', 'ssl', 'http1'])

/** Whether a rule may pass the first packets of a TCP connection. */
const opens = ({ action, protocol, established, doubt }: StatefulRule): boolean =>
  action === 'pass' && (doubt !== null || (/^(ip|tcp)/.test(protocol) && established !== true))

const example = (statefulDefault: 'drop-all' | 'drop-established') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const ruleGroup = b.firewallRules({ type: 'domain-list', domains: ['.example.com'] })
    b.networkFirewall(vpc, {
      subnets: [b.subnet(vpc)],
      ruleOrder: 'strict',
      statefulDefault,
      ruleGroups: [{ ruleGroup, priority: 10 }],
    })
  })
