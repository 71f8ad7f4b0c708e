import { groupsOf } from './groupsOf.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, findDeployed, findInVpc, isHome, type Planner, wantConstruct } from './planning.ts'
import { addressOf } from './resolveBlock.ts'
import { accountsOf, vpcsHere, vpcsOf } from './vpcsOf.ts'

export const resolverEndpoint: Planner<'resolver-endpoint'> = (construct, planning) => {
  const addresses = construct.addresses.flatMap(({ subnet, privateIp }) =>
    findInVpc(planning, construct, subnet, 'subnet')
      ? [{ subnet, privateIp: addressOf(planning, construct, privateIp) }]
      : [],
  )
  if (addresses.length < 2)
    addRemark(planning, construct, 'AWS wants at least two addresses for an endpoint of VPC Resolver.')
  if (addresses.length === 0) return []
  const groups = groupsOf(planning, construct, construct.securityGroups)
  const needs = [...addresses.map((one) => one.subnet), ...groups]
  return [makePart('resolver-endpoint', construct, null, needs, { groups, addresses })]
}

/** The rule in its own account and Region, shared with the accounts of other VPCs; each VPC of the Region is associated where it lies. Source: Route 53 guide, forwarding rules: rules are Regional. */
export const resolverRule: Planner<'resolver-rule'> = (construct, planning) => {
  const rule = keyOf(construct)
  const parts: Part[] = []
  const vpcs = vpcsOf(planning, construct, construct.vpcs)
  if (isHome(planning, construct)) {
    const endpoint =
      construct.ruleType === 'system' || construct.resolverEndpoint === null
        ? null
        : findDeployed(planning, construct, construct.resolverEndpoint, 'resolver-endpoint')
    if (construct.ruleType === 'forward' && (!endpoint || construct.targets.length === 0))
      addRemark(
        planning,
        construct,
        'a forward rule needs an outbound endpoint and servers to ask; AWS refuses it without.',
      )
    const needs = endpoint ? [endpoint.id] : []
    parts.push(makePart('resolver-rule', construct, null, needs, { endpoint: endpoint?.id ?? null }))
    const accounts = accountsOf(planning, vpcs)
    if (accounts.length > 0) parts.push(makePart('rule-share', construct, 'share', [rule], { rule, accounts }))
  }
  for (const vpc of vpcsHere(planning, vpcs)) {
    wantConstruct(planning, construct)
    const needs = [rule, vpc.id, keyOf(construct, 'share')]
    parts.push(makePart('rule-association', construct, `association-${vpc.id}`, needs, { rule, vpc: vpc.id }))
  }
  return parts
}
