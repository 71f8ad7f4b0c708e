import { constructAt } from '../../model/containment.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { remarkPriority } from './dns-firewall-rule-group.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, isHome, type Planner, wantConstruct } from './planning.ts'
import { accountsOf, vpcsHere, vpcsOf } from './vpcsOf.ts'

/** The Profile with what it shares in its own account, shared with the accounts of other VPCs; each VPC is associated where it lies. */
export const route53Profile: Planner<'route-53-profile'> = (construct, planning) => {
  const profile = keyOf(construct)
  const parts: Part[] = []
  const vpcs = vpcsOf(planning, construct, construct.vpcs)
  const share = (id: ConstructId, priority: number | null) => {
    const shared = constructAt(planning.design, id)
    if (
      shared?.kind !== 'hosted-zone' &&
      shared?.kind !== 'resolver-rule' &&
      shared?.kind !== 'interface-endpoint' &&
      shared?.kind !== 'dns-firewall-rule-group'
    )
      return addRemark(planning, construct, `the reference to “${id}” is left out, because a Profile cannot share it.`)
    if (!isHome(planning, shared))
      return addRemark(
        planning,
        construct,
        `“${id}” is left out, because it is not made in the Profile’s account and Region. Share it with the account, and associate it by hand.`,
      )
    wantConstruct(planning, shared)
    const details = { profile, resource: id, ofKind: shared.kind, priority }
    parts.push(makePart('profile-resource', construct, `resource-${id}`, [profile, id], details))
  }
  if (isHome(planning, construct)) {
    parts.push(makePart('profile', construct, null, [], {}))
    const accounts = accountsOf(planning, vpcs)
    if (accounts.length > 0) parts.push(makePart('profile-share', construct, 'share', [profile], { profile, accounts }))
    const { hostedZones, resolverRules, interfaceEndpoints, firewallRuleGroups } = construct
    for (const id of new Set([...hostedZones, ...resolverRules, ...interfaceEndpoints])) share(id, null)
    for (const { group, priority } of firewallRuleGroups) {
      remarkPriority(planning, construct, priority)
      share(group, priority)
    }
  }
  for (const { id } of vpcsHere(planning, vpcs)) {
    wantConstruct(planning, construct)
    const needs = [profile, id, keyOf(construct, 'share')]
    parts.push(makePart('profile-association', construct, `association-${id}`, needs, { profile, vpc: id }))
  }
  return parts
}
