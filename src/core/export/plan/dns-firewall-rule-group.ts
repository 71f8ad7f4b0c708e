import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { PlannedFilterRule } from './dnsShapes.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, isHome, type Planner, type Planning, want, wantConstruct } from './planning.ts'
import { accountsOf, vpcsHere, vpcsOf } from './vpcsOf.ts'

type Group = ConstructOf<'dns-firewall-rule-group'>

/** The group with a list of domains for each rule in one account, shared with the accounts of other VPCs; each VPC is associated where it lies. */
export const dnsFirewallRuleGroup: Planner<'dns-firewall-rule-group'> = (construct, planning) => {
  const group = keyOf(construct)
  const parts: Part[] = []
  const vpcs = vpcsOf(
    planning,
    construct,
    construct.vpcs.map(({ vpc }) => vpc),
  )
  if (isHome(planning, construct)) {
    const rules: PlannedFilterRule[] = []
    for (const [index, rule] of construct.rules.entries()) {
      const list = listOf(construct, index, planning, parts)
      if (list === null) continue
      rules.push({ list, rule })
      parts.push(makePart('filter-rule', construct, `rule-${index}`, [group, list], { group, list, rule }))
    }
    const lists = rules.map(({ list }) => list)
    parts.push(makePart('filter-group', construct, null, lists, { rules }))
    const accounts = accountsOf(planning, vpcs)
    if (accounts.length > 0) parts.push(makePart('filter-share', construct, 'share', [group], { group, accounts }))
  }
  for (const { id } of vpcsHere(planning, vpcs)) {
    wantConstruct(planning, construct)
    const priority = construct.vpcs.find(({ vpc }) => vpc === id)?.priority ?? LOWEST
    remarkPriority(planning, construct, priority)
    const needs = [group, id, keyOf(construct, 'share')]
    parts.push(makePart('filter-association', construct, `association-${id}`, needs, { group, vpc: id, priority }))
  }
  return parts
}

/** The list of a rule: one of its own, or AWS's, whose id differs between Regions and has to be given. Null = the rule is left out. */
function listOf(construct: Group, index: number, planning: Planning, parts: Part[]): string | null {
  const { domains, managedList, priority, action, blockResponse, overrideDomain } = construct.rules[index]!
  if (action === 'BLOCK' && blockResponse === 'OVERRIDE' && overrideDomain === null)
    addRemark(planning, construct, `rule ${priority} overrides the answer but names no domain; AWS refuses it.`)
  if (managedList !== null) {
    addRemark(
      planning,
      construct,
      `rule ${priority} asks the list ${managedList} that AWS keeps. Its id has to be given; the rule is left out until then.`,
    )
    return want(
      planning,
      keyOf(construct, `managed-${index}`),
      `the domain list ${managedList} that AWS keeps (aws route53resolver list-firewall-domain-lists tells it)`,
      'domain-list',
    )
  }
  if (domains.length === 0) {
    addRemark(planning, construct, `rule ${priority} is left out, because it names no domains.`)
    return null
  }
  const own = makePart('filter-list', construct, `list-${index}`, [], { domains: [...new Set(domains)] })
  parts.push(own)
  return own.key
}

/** Among the rule groups of a VPC. Source: Route 53 API reference, AssociateFirewallRuleGroup. */
const LOWEST = 100
const HIGHEST = 9900

/** Says so where AWS refuses the place of a rule group among those of a VPC. */
export function remarkPriority(planning: Planning, construct: Parameters<typeof addRemark>[1], priority: number): void {
  if (priority < LOWEST || priority > HIGHEST)
    addRemark(
      planning,
      construct,
      `a rule group has the priority ${priority} for a VPC; AWS takes ${LOWEST} to ${HIGHEST}.`,
    )
}
