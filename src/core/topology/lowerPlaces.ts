import { zonesOf } from '../aws/index.ts'
import type { ConstructOf } from '../model/constructs/registry.ts'
import { type Address, parseAddress } from '../net/address.ts'
import { isAmazonResolver } from '../net/amazonResolver.ts'
import type { Block } from '../net/block.ts'
import {
  addGap,
  type Building,
  type GroupBuild,
  isGap,
  lowerBlock,
  type TableBuild,
  type VpcBuild,
} from './building.ts'
import { createDefaultAcl, fillDefaultGroup, lowerAcl } from './lowerFilters.ts'
import type { AclNet } from './topology.ts'

/** VPCs with their address blocks and DNS settings; tables, groups and lists are filled in later. */
export function lowerVpcs(building: Building): void {
  const regionCodes = new Map(building.byKind.region.map((region) => [region.id, region.code]))
  for (const vpc of building.byKind.vpc) {
    const region = regionCodes.get(vpc.region)
    const net: VpcBuild = {
      id: vpc.id,
      regionCode: region ?? '',
      accountId: vpc.account,
      blocks: [],
      dnsSupport: vpc.dnsSupport,
      dnsHostnames: vpc.dnsHostnames,
      dnsServers: null,
      eniAt: new Map(),
      eniAt6: new Map(),
      enis: [],
      gateways: [],
      endpoints: [],
      privateZones: new Map(),
      tables: [],
      groups: [],
      acls: [],
      gap: null,
      defaultGroup: null,
    }
    if (region === undefined)
      net.gap = addGap(
        building,
        'dangling-reference',
        { construct: vpc.id, path: ['region'] },
        `no Region “${vpc.region}”`,
      )
    for (const key of ['cidrs', 'ipv6Cidrs'] as const)
      vpc[key].forEach((text, index) => {
        const block = lowerBlock(building, text, { construct: vpc.id, path: [key, index] })
        if (isGap(block)) net.gap ??= block
        else net.blocks.push(block)
      })
    net.dnsServers = lowerDnsServers(building, vpc, net.blocks[0])
    building.vpcs.set(vpc.id, net)
  }
}

/** null when the first server is Amazon's own: by name, at 169.254.169.253, fd00:ec2::253, or two above the VPC's base address. */
function lowerDnsServers(building: Building, vpc: ConstructOf<'vpc'>, primary: Block | undefined): Address[] | null {
  const servers: Address[] = []
  for (const [index, text] of vpc.dhcpDnsServers.entries()) {
    if (text === 'AmazonProvidedDNS') return servers.length === 0 ? null : servers
    const address = parseAddress(text)
    if (address === null) {
      addGap(
        building,
        'invalid-value',
        { construct: vpc.id, path: ['dhcpDnsServers', index] },
        `“${text}” is no DNS server address`,
      )
      continue
    }
    const amazon = isAmazonResolver(address, primary)
    if (amazon) return servers.length === 0 ? null : servers
    servers.push(address)
  }
  return servers.length === 0 ? null : servers
}

/** Empty groups, ACLs and tables of every VPC, the undrawn defaults of AWS among them. */
export function lowerVpcParts(building: Building): void {
  for (const group of building.byKind['security-group']) {
    const vpc = ofVpc(building, group)
    if (!vpc) continue
    const net: GroupBuild = { id: group.id, vpc, ingress: [], egress: [], members: new Set(), gap: null }
    building.groups.set(group.id, net)
    vpc.groups.push(net)
  }
  for (const acl of building.byKind['network-acl']) {
    const vpc = ofVpc(building, acl)
    if (!vpc) continue
    const net = lowerAcl(building, acl)
    building.acls.set(acl.id, { ...net, ingress: [...net.ingress], egress: [...net.egress] })
    vpc.acls.push(building.acls.get(acl.id)!)
  }
  for (const table of building.byKind['route-table']) {
    const vpc = ofVpc(building, table)
    if (!vpc) continue
    const net: TableBuild = { id: table.id, vpc, main: false, routes4: [], routes6: [], gap: null }
    building.tables.set(table.id, net)
    vpc.tables.push(net)
  }
  for (const gateway of building.byKind['internet-gateway']) ofVpc(building, gateway)?.gateways.push(gateway.id)
}

function ofVpc(building: Building, holder: { readonly id: string; readonly vpc: string }): VpcBuild | null {
  const vpc = building.vpcs.get(holder.vpc)
  if (!vpc) addGap(building, 'dangling-reference', { construct: holder.id, path: ['vpc'] }, `no VPC “${holder.vpc}”`)
  return vpc ?? null
}

/** Subnets with the table and the ACL that apply to them: their own, else the VPC's main and default ones. */
export function lowerSubnets(building: Building): void {
  const vpcs = new Map(building.byKind.vpc.map((vpc) => [vpc.id, vpc]))
  const defaults = new Map([...building.vpcs].map(([id, vpc]) => [id, createDefaults(building, vpcs.get(id)!, vpc)]))
  const zones = new Map(building.byKind['availability-zone'].map((zone) => [zone.id, zone]))
  const accounts = new Map(building.byKind.account.map((account) => [account.id, account]))
  for (const subnet of building.byKind.subnet) {
    const zone = zones.get(subnet.zone)
    const vpc = zone && building.vpcs.get(zone.vpc)
    if (!zone || !vpc) {
      addGap(
        building,
        'dangling-reference',
        { construct: subnet.id, path: ['zone'] },
        `no Availability Zone “${subnet.zone}” in a VPC`,
      )
      continue
    }
    const { mainTable, defaultAcl } = defaults.get(vpc.id)!
    const block = lowerBlock(building, subnet.cidr, { construct: subnet.id, path: ['cidr'] })
    const block6 =
      subnet.ipv6Cidr === null
        ? null
        : lowerBlock(building, subnet.ipv6Cidr, { construct: subnet.id, path: ['ipv6Cidr'] })
    const table = subnet.routeTable === null ? mainTable : building.tables.get(subnet.routeTable)
    const acl = subnet.networkAcl === null ? defaultAcl : building.acls.get(subnet.networkAcl)
    const names = accounts.get(vpc.accountId)?.zones[vpc.regionCode] ?? zonesOf(building.catalogue, vpc.regionCode)
    building.subnets.set(subnet.id, {
      id: subnet.id,
      vpc,
      zone: zone.id,
      zoneName: zone.zoneName,
      zoneId: names[zone.zoneName] ?? null,
      block: isGap(block) ? null : block,
      block6: isGap(block6) ? null : block6,
      table: table ?? createMissingTable(building, subnet, vpc),
      acl: acl ?? createMissingAcl(building, subnet, vpc),
    })
  }
}

/** Stands for a table that is not there: nothing that would ask it can be told. */
function createMissingTable(building: Building, subnet: ConstructOf<'subnet'>, vpc: VpcBuild): TableBuild {
  const gap = addGap(
    building,
    'dangling-reference',
    { construct: subnet.id, path: ['routeTable'] },
    `no route table “${subnet.routeTable}”`,
  )
  const table: TableBuild = { id: null, vpc, main: false, routes4: [], routes6: [], gap }
  vpc.tables.push(table)
  return table
}

function createMissingAcl(building: Building, subnet: ConstructOf<'subnet'>, vpc: VpcBuild): AclNet {
  const gap = addGap(
    building,
    'dangling-reference',
    { construct: subnet.id, path: ['networkAcl'] },
    `no network ACL “${subnet.networkAcl}”`,
  )
  return { ...createDefaultAcl(vpc), gap }
}

function createDefaults(building: Building, vpc: ConstructOf<'vpc'>, net: VpcBuild) {
  const drawnTable = vpc.mainRouteTable === null ? undefined : building.tables.get(vpc.mainRouteTable)
  const mainTable: TableBuild = drawnTable ?? { id: null, vpc: net, main: true, routes4: [], routes6: [], gap: null }
  mainTable.main = true
  if (!drawnTable) net.tables.push(mainTable)
  net.defaultGroup =
    (vpc.defaultSecurityGroup === null ? undefined : building.groups.get(vpc.defaultSecurityGroup)) ?? null
  if (!net.defaultGroup) {
    net.defaultGroup = { id: null, vpc: net, ingress: [], egress: [], members: new Set(), gap: null }
    fillDefaultGroup(net.defaultGroup)
    net.groups.push(net.defaultGroup)
  }
  const defaultAcl =
    (vpc.defaultNetworkAcl === null ? undefined : building.acls.get(vpc.defaultNetworkAcl)) ?? createDefaultAcl(vpc)
  if (defaultAcl.id === null) net.acls.push(defaultAcl)
  return { mainTable, defaultAcl }
}
