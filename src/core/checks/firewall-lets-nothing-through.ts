import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { type DrawnFirewall, firewallsIn } from './parts/firewalls.ts'
import { place } from './parts/place.ts'

/** Source: Network Firewall guide, how it filters network traffic: what no rule matches goes by the default actions. */
export const firewallLetsNothingThrough: Check = {
  id: 'firewall-lets-nothing-through',
  severity: 'warning',
  title: 'Firewall that lets nothing through',
  why: 'What no rule matches goes by the default action. Where that one drops and no rule passes anything, every connection through the firewall is lost.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html',
  *find({ design, topology }) {
    for (const firewall of firewallsIn(design, topology)) {
      const { id } = firewall.construct
      const field = dropping(firewall)
      if (field === null) continue
      yield {
        at: [place(id, field)],
        message: `The ${called(design, id)} drops what no rule matches, and none of its rules passes anything.`,
        fixes: [
          {
            title: 'Let pass what no rule matches',
            safety: 'review',
            edits: [
              field === 'statelessDefault'
                ? change('network-firewall', id, { statelessDefault: 'forward' })
                : change('network-firewall', id, { statefulDefault: 'none' }),
            ],
          },
        ],
      }
    }
  },
  examples: { bad: () => example([]), good: () => example(['pass tcp any any -> any 443 (sid:1;)']) },
}

/** The default action that drops everything. */
function dropping({ net, construct, groups }: DrawnFirewall): 'statelessDefault' | 'statefulDefault' | null {
  // a group that is not there may pass anything
  if (groups.length < construct.ruleGroups.length) return null
  const leads = (action: 'pass' | 'forward') => net.stateless.some((rule) => rule.action === action)
  if (leads('pass') || net.statelessDefault === 'pass') return null
  if (net.statelessDefault === 'drop' && !leads('forward')) return 'statelessDefault'
  const passes = net.stateful.some(({ action }) => action === 'pass')
  return net.statefulDefault !== 'none' && !passes ? 'statefulDefault' : null
}

const example = (suricataRules: string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const ruleGroup = b.firewallRules({ type: 'suricata', suricataRules })
    b.networkFirewall(vpc, {
      subnets: [b.subnet(vpc)],
      ruleOrder: 'strict',
      statefulDefault: 'drop-established',
      ruleGroups: [{ ruleGroup, priority: 10 }],
    })
  })
