import { constructOfKind, listOfKind, zoneOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { blockOf, covers } from '../../net/block.ts'
import { keyOf, makePart, type Part, type PartKey, type PartOf } from './part.ts'
import { addRemark, findInVpc, type Planner, type Planning, wantConstruct } from './planning.ts'

type Firewall = ConstructOf<'network-firewall'>
type Group = ConstructOf<'firewall-rule-group'>

/** The firewall with its endpoints, and a policy of its own unless one is named. */
export const networkFirewall: Planner<'network-firewall'> = (construct, planning) => {
  const subnets = [...new Set(construct.subnets)].filter((id) => findInVpc(planning, construct, id, 'subnet'))
  if (subnets.length === 0) {
    addRemark(planning, construct, 'it names no subnet, and AWS makes no firewall without one.')
    return []
  }
  const policy = construct.policyArn === '' ? keyOf(construct, 'policy') : null
  const parts: Part[] = []
  if (policy !== null) {
    if (construct.ruleGroups.length === 0 && construct.statelessDefault === 'forward')
      addRemark(planning, construct, 'it names no policy and no rules, so it gets a policy of its own without rules.')
    const groups = groupsOf(construct, planning)
    const needs = groups.flatMap(({ group }) => group ?? [])
    parts.push(makePart('firewall-policy', construct, 'policy', needs, { groups }))
  } else if (construct.ruleGroups.length > 0)
    addRemark(
      planning,
      construct,
      'it names a policy that lies elsewhere, so the drawn rule groups are not put into any.',
    )
  const needs = [construct.vpc, ...subnets, ...(policy === null ? [] : [policy])]
  parts.push(makePart('network-firewall', construct, null, needs, { vpc: construct.vpc, subnets, policy }))
  for (const [index, subnet] of construct.subnets.entries()) {
    const zoneName = zoneOf(planning.design, subnet)?.zoneName
    if (subnets.includes(subnet) && zoneName !== undefined)
      parts.push(
        makePart('firewall-endpoint', construct, `endpoint-${index}`, [construct.id], {
          firewall: construct.id,
          subnet,
          zoneName,
          isOnly: subnets.length === 1,
        }),
      )
  }
  return parts
}

/** The rule groups of a policy: drawn ones as parts, AWS's own by their ARN. */
function groupsOf(construct: Firewall, planning: Planning): PartOf<'firewall-policy'>['groups'] {
  return construct.ruleGroups.flatMap(({ ruleGroup, priority }): PartOf<'firewall-policy'>['groups'] => {
    const group = constructOfKind(planning.design, ruleGroup, 'firewall-rule-group')
    const drop = (why: string): [] => {
      addRemark(planning, construct, `the rule group “${ruleGroup}” is left out, because ${why}.`)
      return []
    }
    if (!group) return drop('the design has no such firewall rule group')
    const common = { stateless: group.type === 'stateless', priority }
    if (group.type === 'managed')
      return !group.arn.startsWith('arn:')
        ? drop(`“${group.arn}” is no ARN`)
        : [{ ...common, group: null, arn: group.arn }]
    if (!planning.included.has(group.id)) return drop('it belongs to another account or Region')
    return [{ ...common, group: wantConstruct(planning, group), arn: null }]
  })
}

/** A group is made for one order of rules, which is that of the policies that name it. */
export const firewallRuleGroup: Planner<'firewall-rule-group'> = (construct, planning) => {
  if (construct.type === 'managed') return []
  if (isEmpty(construct)) {
    addRemark(planning, construct, 'it has no rules, and AWS makes no rule group without one.')
    return []
  }
  const orders = new Set(
    listOfKind(planning.design, 'network-firewall')
      .filter(({ ruleGroups }) => ruleGroups.some(({ ruleGroup }) => ruleGroup === construct.id))
      .map(({ ruleOrder }) => ruleOrder),
  )
  if (orders.size > 1)
    addRemark(
      planning,
      construct,
      'firewalls of both rule orders name it, and AWS takes it for one only: it is made for the strict one.',
    )
  return [makePart('firewall-rule-group', construct, null, [], { strict: orders.has('strict') })]
}

const isEmpty = ({ type, statelessRules, statefulRules, domains, suricataRules }: Group): boolean =>
  (type === 'stateless' && statelessRules.length === 0) ||
  (type === 'stateful' && statefulRules.length === 0) ||
  (type === 'domain-list' && domains.length === 0) ||
  (type === 'suricata' && suricataRules.length === 0)

/**
 * The endpoint that a route means, as the simulator takes it: the one that it names, the only one, that of the only zone whose subnets use the
 * table, or that of the subnet it leads back to; null where it is left open.
 */
export function endpointOfRoute(
  design: Design,
  table: ConstructOf<'route-table'>,
  firewall: Firewall,
  index: number | undefined,
  destination: string,
): PartKey | null {
  const zoneNames = firewall.subnets.map((subnet) => zoneOf(design, subnet)?.zoneName)
  const key = (at: number) => (at >= 0 && at < firewall.subnets.length ? keyOf(firewall, `endpoint-${at}`) : null)
  if (index !== undefined) return key(index)
  if (firewall.subnets.length === 1) return key(0)
  const isMain = constructOfKind(design, table.vpc, 'vpc')?.mainRouteTable === table.id
  const near = listOfKind(design, 'subnet').filter(({ id }) => zoneOf(design, id)?.vpc === table.vpc)
  const users = near.filter(({ routeTable }) => routeTable === table.id || (routeTable === null && isMain))
  const served = near.filter(({ cidr, ipv6Cidr }) =>
    [cidr, ipv6Cidr].some((own) => own !== null && isSame(own, destination)),
  )
  for (const some of [users, served]) {
    const zones = new Set(some.map(({ id }) => zoneOf(design, id)?.zoneName))
    const [zone] = zones
    if (zones.size === 1 && zoneNames.includes(zone)) return key(zoneNames.indexOf(zone))
  }
  return null
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [blockOf(one), blockOf(other)]
  return a !== null && b !== null && covers(a, b) && covers(b, a)
}
