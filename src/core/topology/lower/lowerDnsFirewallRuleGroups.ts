import { appendAll } from '../../base/appendAll.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import { readFirewallDomain } from '../../net/readFirewallDomain.ts'
import type { NameFilterNet } from '../dnsNet.ts'
import type { TopologyGap } from '../topology.ts'
import { buildDns } from './buildDns.ts'
import { addGap, type Building, type Lower, type VpcBuild } from './building.ts'

/** Rule groups of DNS Firewall, in the order in which the resolver of each VPC asks them. Source: Route 53 guide, how DNS Firewall works. */
export const lowerDnsFirewallRuleGroups: Lower<'dns-firewall-rule-group'> = (building, groups) => {
  for (const group of groups) {
    building.nameFilters.set(group.id, lowerRules(building, group))
    group.vpcs.forEach(({ vpc: id, priority }, index) => {
      const vpc = building.vpcs.get(id)
      if (vpc) filterNames(building, vpc, group.id, priority)
      else
        addGap(building, 'dangling-reference', { construct: group.id, path: ['vpcs', index, 'vpc'] }, `no VPC “${id}”`)
    })
  }
}

/** Puts the rules of a group among those that a VPC has already; false = there is no such group. */
export function filterNames(building: Building, vpc: VpcBuild, group: string, priority: number): boolean {
  const rules = building.nameFilters.get(group)
  if (!rules) return false
  const dns = buildDns(building, vpc)
  appendAll(
    dns.filters,
    rules.map((rule) => ({ ...rule, groupPriority: priority })),
  )
  dns.filters.sort((a, b) => a.groupPriority - b.groupPriority || a.priority - b.priority)
  return true
}

function lowerRules(
  building: Building,
  { id, rules }: ConstructOf<'dns-firewall-rule-group'>,
): readonly NameFilterNet[] {
  return rules.map((rule, index) => {
    let gap: TopologyGap | null = null
    const lose = (field: readonly (string | number)[], text: string) => {
      gap ??= addGap(
        building,
        'invalid-value',
        { construct: id, path: ['rules', index, ...field] },
        `“${text}” is no domain name`,
      )
    }
    const patterns = rule.domains.flatMap((text, at) => {
      const pattern = readFirewallDomain(text)
      if (pattern === null) lose(['domains', at], text)
      return pattern ?? []
    })
    const other = rule.overrideDomain === null ? null : parseDnsName(rule.overrideDomain)
    if (rule.action === 'BLOCK' && rule.blockResponse === 'OVERRIDE' && other === null)
      lose(['overrideDomain'], rule.overrideDomain ?? '')
    return {
      origin: { construct: id, path: ['rules', index] },
      groupPriority: 0,
      priority: rule.priority,
      blocks: rule.action === 'BLOCK',
      patterns,
      managedList: rule.managedList,
      leadsTo: rule.action === 'BLOCK' && rule.blockResponse === 'OVERRIDE' ? other : null,
      trusts: rule.redirections === 'trust',
      gap,
    }
  })
}
