import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import { isAmazonResolver } from '../../net/isAmazonResolver.ts'
import {
  addGap,
  type Building,
  familyOf,
  type GroupBuild,
  isGap,
  type Lower,
  lowerBlock,
  type TableBuild,
  type VpcBuild,
} from './building.ts'
import { lowerAcl } from './lowerFilters.ts'
import { createGroup, createNetwork, createTable } from './standIns.ts'

/** VPCs with their address blocks and DNS settings; tables, groups and lists are filled in later. */
export const lowerVpcs: Lower<'vpc'> = (building, vpcs) => {
  const regionCodes = new Map(building.byKind.region.map((region) => [region.id, region.code]))
  for (const vpc of vpcs) {
    const region = regionCodes.get(vpc.region)
    const net: VpcBuild = {
      ...createNetwork(vpc.id, 'vpc', region ?? '', vpc.account),
      dnsSupport: vpc.dnsSupport,
      dnsHostnames: vpc.dnsHostnames,
    }
    if (region === undefined)
      addGap(building, 'dangling-reference', { construct: vpc.id, path: ['region'] }, `no Region “${vpc.region}”`)
    for (const key of ['cidrs', 'ipv6Cidrs'] as const)
      vpc[key].forEach((text, index) => {
        const block = lowerBlock(building, text, { construct: vpc.id, path: [key, index] })
        if (isGap(block)) {
          net.unread.push({ family: familyOf(text), gap: block })
          return
        }
        if (key === 'cidrs' && index === 0) net.primary = block
        net.blocks.push(block)
      })
    lowerDnsServers(building, vpc, net)
    building.vpcs.set(vpc.id, net)
  }
}

/** No servers of one's own where the first is Amazon's: by name, at 169.254.169.253, fd00:ec2::253, or two above the VPC's base address. */
function lowerDnsServers(building: Building, vpc: ConstructOf<'vpc'>, net: VpcBuild): void {
  const servers: Address[] = []
  if (vpc.dhcpDnsServers === null) {
    const at = { construct: vpc.id, path: ['dhcpDnsServers'] }
    net.dnsGap = addGap(building, 'dangling-reference', at, 'which DNS servers its clients ask is not known')
    return
  }
  for (const [index, text] of vpc.dhcpDnsServers.entries()) {
    const address = text === 'AmazonProvidedDNS' ? text : parseAddress(text)
    if (address === null) {
      net.dnsGap ??= addGap(
        building,
        'invalid-value',
        { construct: vpc.id, path: ['dhcpDnsServers', index] },
        `“${text}” is no DNS server address`,
      )
      continue
    }
    if (address === 'AmazonProvidedDNS' || isAmazonResolver(address, net.primary ?? undefined)) {
      net.asksAmazonLast = servers.length > 0
      break
    }
    servers.push(address)
  }
  if (servers.length > 0) net.dnsServers = servers
}

/** Groups, without their rules for now, so that rules can name each other. */
export const lowerGroups: Lower<'security-group'> = (building, groups) => {
  for (const group of groups) {
    const vpc = ofVpc(building, group)
    if (!vpc) continue
    const net: GroupBuild = { ...createGroup(vpc), id: group.id }
    building.groups.set(group.id, net)
    vpc.groups.push(net)
  }
}

export const lowerAcls: Lower<'network-acl'> = (building, acls) => {
  for (const acl of acls) {
    const vpc = ofVpc(building, acl)
    if (!vpc) continue
    const net = lowerAcl(building, acl)
    building.acls.set(acl.id, {
      ...net,
      ingress: [...net.ingress],
      egress: [...net.egress],
      unread: [...net.unread],
    })
    vpc.acls.push(building.acls.get(acl.id)!)
  }
}

/** Route tables, without their routes for now. */
export const lowerTables: Lower<'route-table'> = (building, tables) => {
  for (const table of tables) {
    const vpc = ofVpc(building, table)
    if (!vpc) continue
    const net: TableBuild = { ...createTable(vpc), id: table.id }
    building.tables.set(table.id, net)
    vpc.tables.push(net)
  }
}

export const lowerInternetGateways: Lower<'internet-gateway'> = (building, gateways) => {
  for (const gateway of gateways) ofVpc(building, gateway)?.gateways.push(gateway.id)
}

function ofVpc(building: Building, holder: { readonly id: string; readonly vpc: string }): VpcBuild | null {
  const vpc = building.vpcs.get(holder.vpc)
  if (!vpc) addGap(building, 'dangling-reference', { construct: holder.id, path: ['vpc'] }, `no VPC “${holder.vpc}”`)
  return vpc ?? null
}
