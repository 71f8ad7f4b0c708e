import { type DnsNet, holdsName, type NameFilterNet } from '../../topology/dnsNet.ts'
import type { VpcNet } from '../../topology/topology.ts'
import { GAP_CODES } from '../travel/tell.ts'
import { type Asking, doubt } from './asking.ts'
import { type NameAnswer, NO_ANSWER } from './nameAnswer.ts'

/**
 * What DNS Firewall answers in place of a VPC's resolver; null = it lets the name through. The first rule that holds the name decides. Names that the
 * first one leads to are held against the rules as well, but for rules that trust them. Source: Route 53 guide, how DNS Firewall filters DNS queries, rule actions.
 */
export function filterName(asking: Asking, vpc: VpcNet, { filters }: DnsNet, name: string): NameAnswer | null {
  if (filters.length === 0) return null
  const before = asking.filtered.get(vpc)
  if (before?.trusts) return null
  const rule = findRule(asking, filters, name, before !== undefined)
  if (before === undefined) asking.filtered.set(vpc, { trusts: rule?.trusts ?? false })
  if (!rule?.blocks) {
    if (rule && !rule.trusts && before === undefined) assumeNoRedirection(asking, filters, rule, name)
    return null
  }
  return rule.leadsTo === null
    ? { ...NO_ANSWER, code: 'DNS_FIREWALL_BLOCKS', decidedBy: rule.origin }
    : { ...NO_ANSWER, leadsTo: rule.leadsTo, decidedBy: rule.origin }
}

function findRule(
  asking: Asking,
  filters: readonly NameFilterNet[],
  name: string,
  isRedirected: boolean,
): NameFilterNet | null {
  for (const rule of filters) {
    if (isRedirected && rule.trusts) continue
    if (rule.gap)
      doubt(asking, { code: GAP_CODES[rule.gap.code], at: rule.gap.at, values: { message: rule.gap.message } })
    if (rule.managedList !== null)
      asking.assumptions.push({
        code: 'ASSUMED_NOT_IN_DOMAIN_LIST',
        at: rule.origin,
        values: { list: rule.managedList, name },
      })
    else if (holdsName(rule, name)) return rule
  }
  return null
}

/** Public names may lead to others, of which a design says nothing; where all else is blocked these need a rule too. */
function assumeNoRedirection(asking: Asking, filters: readonly NameFilterNet[], rule: NameFilterNet, name: string) {
  const blocksAll = filters.some((one) => one.blocks && one.patterns.includes('*'))
  if (blocksAll) asking.assumptions.push({ code: 'ASSUMED_NO_REDIRECTION', at: rule.origin, values: { name } })
}
