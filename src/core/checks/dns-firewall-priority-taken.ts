import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 API reference, CreateFirewallRule and AssociateFirewallRuleGroup: priorities are unique in a rule group, and for a VPC. */
export const dnsFirewallPriorityTaken: Check = {
  id: 'dns-firewall-priority-taken',
  severity: 'error',
  title: 'Two DNS Firewall rules or rule groups of one priority',
  why: 'A priority stands for one rule in a DNS Firewall rule group, and for one rule group among those associated with a VPC.',
  learnMore:
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html',
  *find({ design }) {
    const byVpc = new Map<string, Map<number, string>>()
    const taken = new Map<string, Set<number>>()
    const groups = listOfKind(design, 'dns-firewall-rule-group')
    for (const { vpcs } of groups)
      for (const { vpc, priority } of vpcs) taken.set(vpc, (taken.get(vpc) ?? new Set()).add(priority))
    for (const group of groups) {
      const firsts = new Map<number, number>()
      const used = new Set(group.rules.map(({ priority }) => priority))
      for (const [index, rule] of group.rules.entries()) {
        const first = firsts.get(rule.priority)
        if (first === undefined) {
          firsts.set(rule.priority, index)
          continue
        }
        const priority = freeAbove(rule.priority, used)
        yield {
          at: [place(group.id, 'rules', index), place(group.id, 'rules', first)],
          message: `The ${called(design, group.id)} has two rules of the priority ${rule.priority}.`,
          fixes: [
            {
              title: `Give the second one the priority ${priority}`,
              safety: 'review',
              edits: [
                change('dns-firewall-rule-group', group.id, { rules: group.rules.with(index, { ...rule, priority }) }),
              ],
            },
          ],
        }
      }
      for (const [index, { vpc, priority }] of group.vpcs.entries()) {
        const holders = byVpc.get(vpc) ?? new Map<number, string>()
        byVpc.set(vpc, holders)
        const other = holders.get(priority)
        if (other === undefined) holders.set(priority, group.id)
        else if (other !== group.id) {
          const free = freeAbove(priority, taken.get(vpc) ?? new Set())
          const fix: Fix = {
            title: `Give the ${called(design, group.id)} the priority ${free} there`,
            safety: 'review',
            edits: [
              change('dns-firewall-rule-group', group.id, {
                vpcs: group.vpcs.with(index, { vpc, priority: free }),
              }),
            ],
          }
          yield {
            at: [place(group.id, 'vpcs', index), place(other, 'vpcs')],
            message: `The ${called(design, vpc)} already has the ${called(design, other)} with the priority ${priority}; the ${called(design, group.id)} cannot have it too.`,
            fixes: [fix],
          }
        }
      }
    }
  },
  examples: { bad: () => example(101), good: () => example(102) },
}

function freeAbove(priority: number, taken: ReadonlySet<number>): number {
  let free = priority + 1
  while (taken.has(free)) free++
  return free
}

const example = (second: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const rule = {
      priority: 1,
      managedList: null,
      blockResponse: 'NODATA',
      overrideDomain: null,
      redirections: 'inspect',
    } as const
    b.dnsFirewall([{ ...rule, action: 'ALLOW', domains: ['example.com'] }], { vpcs: [{ vpc, priority: 101 }] })
    b.dnsFirewall(
      [
        { ...rule, action: 'ALERT', domains: ['example.net'] },
        { ...rule, priority: second - 100, action: 'BLOCK', domains: ['example.org'] },
      ],
      { vpcs: [{ vpc, priority: second }] },
    )
  })
