import { constructOfKind, vpcOf } from '../../model/containment.ts'
import { blockOf, covers } from '../../net/block.ts'
import { otherAccounts } from './otherAccounts.ts'
import { type BlockValue, keyOf, makePart, type Part } from './part.ts'
import { accountIdOf } from './places.ts'
import { addRemark, findInVpc, type Planner } from './planning.ts'
import { canonicalBlock, resolveIp6, wordOfBlock } from './resolveBlock.ts'

/** The subnet, and its associations with a route table and a network ACL where those are drawn. */
export const subnet: Planner<'subnet'> = (construct, planning) => {
  const own = keyOf(construct)
  const vpc = vpcOf(planning.design, construct.id)!
  const zoneName = constructOfKind(planning.design, construct.zone, 'availability-zone')!.zoneName
  const cidr = construct.cidr === null ? null : canonicalBlock(planning, construct, construct.cidr)
  const ipv6 = ipv6Of(construct, planning)
  const needs = [vpc.id, ...cidrNeeds(vpc.cidrs.slice(1), vpc.id, cidr), ...(ipv6 && 'from' in ipv6 ? [ipv6.from] : [])]
  const parts: Part[] = [makePart('subnet', construct, null, needs, { vpc: vpc.id, cidr, zoneName, ipv6 })]
  const accounts = otherAccounts(
    planning,
    construct.sharedWith.map((id) => accountIdOf(planning.design, id)),
  )
  if (accounts.length > 0) parts.push(makePart('subnet-share', construct, 'share', [own], { subnet: own, accounts }))
  const tableId = construct.routeTable ?? vpc.mainRouteTable
  const table = tableId === null ? null : findInVpc(planning, construct, tableId, 'route-table')
  if (table)
    parts.push(
      makePart('subnet-route-table', construct, 'route-table', [own, table.id], {
        subnet: own,
        table: table.id,
        isMain: construct.routeTable === null,
      }),
    )
  const aclId = construct.networkAcl ?? vpc.defaultNetworkAcl
  const acl = aclId === null ? null : findInVpc(planning, construct, aclId, 'network-acl')
  if (acl)
    parts.push(
      makePart('subnet-network-acl', construct, 'network-acl', [own, acl.id], {
        subnet: own,
        acl: acl.id,
        isDefault: construct.networkAcl === null,
      }),
    )
  return parts
}

/** A subnet in a further block of the VPC can only be made after that block. */
function cidrNeeds(more: readonly string[], vpc: string, cidr: string | null): string[] {
  const inner = cidr === null ? null : blockOf(cidr)
  return more.flatMap((text) => {
    const outer = blockOf(text)
    return inner && outer && covers(outer, inner) ? [keyOf(vpc, `cidr-${wordOfBlock(text)}`)] : []
  })
}

const ipv6Of = (construct: Parameters<typeof subnet>[0], planning: Parameters<typeof subnet>[1]): BlockValue | null => {
  if (construct.ipv6Cidr === null) return null
  const block = blockOf(construct.ipv6Cidr)
  const value = block && block.length === 64 ? resolveIp6(planning, construct, block) : null
  if (!value)
    addRemark(
      planning,
      construct,
      `the IPv6 block “${construct.ipv6Cidr}” is no /64 among the first 256 of an IPv6 block of the VPC and is left out.`,
    )
  return value
}
