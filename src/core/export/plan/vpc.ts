import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { canonicalBlock, ipv6KeyOf, wordOfBlock } from './resolveBlock.ts'

/** The VPC, its further blocks, and a DHCP option set where it names DNS servers of its own. */
export const vpc: Planner<'vpc'> = (construct, planning) => {
  const own = keyOf(construct)
  const [cidr = '', ...more] = [...new Set(construct.cidrs.map((text) => canonicalBlock(planning, construct, text)))]
  const parts: Part[] = [makePart('vpc', construct, null, [], { cidr })]
  for (const extra of more)
    parts.push(makePart('vpc-cidr', construct, `cidr-${wordOfBlock(extra)}`, [own], { vpc: own, cidr: extra }))
  construct.ipv6Cidrs.forEach((_, number) => {
    // One after the other, so that the first drawn is the first in AWS's list
    const needs = number === 0 ? [own] : [own, ipv6KeyOf(construct.id, number - 1)]
    parts.push(makePart('vpc-ipv6', construct, ipv6KeyOf('', number).slice(1), needs, { vpc: own, number }))
  })
  if (construct.ipv6Cidrs.length > 0)
    addRemark(
      planning,
      construct,
      'AWS chooses the IPv6 block; the drawn one only says which subnet gets which part of it.',
    )
  if (construct.dnsSupport === null || construct.dnsHostnames === null)
    addRemark(
      planning,
      construct,
      'whether it has DNS support and DNS host names is not known; what AWS gives a new VPC stays (support on, host names off).',
    )
  if (construct.defaultSecurityGroup === null)
    parts.push(makePart('default-group', construct, 'default-group', [own], { vpc: own }))
  return [...parts, ...planDhcp(construct, planning)]
}

const planDhcp: Planner<'vpc'> = (construct, planning) => {
  const servers = construct.dhcpDnsServers
  if (servers === null) {
    addRemark(planning, construct, 'which DNS servers its clients ask is not known; AWS’s own option set stays.')
    return []
  }
  if (servers.length === 0)
    addRemark(
      planning,
      construct,
      'it names no DNS server. An option set cannot be empty, so AWS’s own one stays, with the Amazon DNS server.',
    )
  if (servers.length === 0 || (servers.length === 1 && servers[0] === 'AmazonProvidedDNS')) return []
  const options = keyOf(construct, 'dhcp')
  return [
    makePart('dhcp-options', construct, 'dhcp', [], { servers }),
    makePart('dhcp-association', construct, 'dhcp-association', [keyOf(construct), options], {
      vpc: keyOf(construct),
      options,
    }),
  ]
}
