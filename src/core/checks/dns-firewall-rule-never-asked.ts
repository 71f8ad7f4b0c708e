import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { dnsOf, type NameFilterNet } from '../topology/dnsNet.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'

/** Source: Route 53 guide, how DNS Firewall works: rules are asked by priority, and the first that holds the name decides. */
export const dnsFirewallRuleNeverAsked: Check = {
  id: 'dns-firewall-rule-never-asked',
  severity: 'warning',
  title: 'DNS Firewall rule that is never asked',
  why: 'DNS Firewall asks the rule groups of a VPC, and the rules in each, from the lowest priority on, and the first rule that holds the name decides. Behind a rule for every name nothing is asked.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html',
  *find({ design, topology }) {
    const groups = new Map(listOfKind(design, 'dns-firewall-rule-group').map((group) => [group.id, group]))
    const told = new Set<string>()
    for (const vpc of topology.vpcs.values()) {
      const { filters } = dnsOf(topology, vpc)
      // One that trusts passes by the names that others lead to
      const all = filters.find(({ patterns, trusts, managedList }) => isForAll(patterns, managedList) && !trusts)
      for (const rule of all ? filters.slice(filters.indexOf(all) + 1) : []) {
        const group = groups.get(rule.origin.construct)
        const index = Number(rule.origin.path[1])
        const key = JSON.stringify(rule.origin)
        if (!group || told.has(key) || isSamePriority(all!, rule)) continue
        told.add(key)
        const own = all!.origin.construct === group.id
        const fixes: Sighting['fixes'] = own
          ? [
              {
                title: `Delete rule ${rule.priority}, which changes nothing`,
                safety: 'safe',
                edits: [change('dns-firewall-rule-group', group.id, { rules: group.rules.toSpliced(index, 1) })],
              },
            ]
          : []
        yield {
          at: [rule.origin, all!.origin],
          message: own
            ? `Rule ${all!.priority} of the ${called(design, group.id)} holds every name, so its rule ${rule.priority} is never asked.`
            : `Rule ${all!.priority} of the ${called(design, all!.origin.construct)} holds every name, so in the ${called(design, vpc.id)} rule ${rule.priority} of the ${called(design, group.id)} is never asked.`,
          fixes,
        }
      }
    }
  },
  examples: { bad: () => example(10), good: () => example(30) },
}

const isForAll = (patterns: readonly string[], managedList: string | null): boolean =>
  managedList === null && patterns.includes('*')

/** Which of the two comes first nobody says; AWS refuses it. */
const isSamePriority = (a: NameFilterNet, b: NameFilterNet): boolean =>
  a.groupPriority === b.groupPriority && (a.origin.construct !== b.origin.construct || a.priority === b.priority)

const example = (forAll: number) =>
  buildDesign((b) => {
    const plain = { managedList: null, blockResponse: 'NODATA', overrideDomain: null, redirections: 'inspect' } as const
    b.dnsFirewall(
      [
        { ...plain, priority: forAll, action: 'BLOCK', domains: ['*'] },
        { ...plain, priority: 20, action: 'ALLOW', domains: ['*.amazonaws.com'] },
      ],
      { vpcs: [{ vpc: b.vpc(), priority: 101 }] },
    )
  })
