import { zonesOf } from '../../aws/zonesOf.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Origin } from '../origin.ts'
import type { AclNet } from '../topology.ts'
import {
  addGap,
  type Building,
  type GroupBuild,
  isGap,
  type Lower,
  lowerBlock,
  type TableBuild,
  type VpcBuild,
} from './building.ts'
import { createPublicAccessReader } from './createPublicAccessReader.ts'
import { createDefaultAcl, fillDefaultGroup, unknownEntries } from './lowerFilters.ts'
import { createGroup, createMissingGroup, createTable } from './standIns.ts'

/** Subnets with the table and the ACL that apply to them: their own, else the VPC's main and default ones. */
export const lowerSubnets: Lower<'subnet'> = (building, subnets) => {
  const vpcs = new Map(building.byKind.vpc.map((vpc) => [vpc.id, vpc]))
  const defaults = new Map([...building.vpcs].map(([id, vpc]) => [id, createDefaults(building, vpcs.get(id)!, vpc)]))
  const zones = new Map(building.byKind['availability-zone'].map((zone) => [zone.id, zone]))
  const accounts = new Map(building.byKind.account.map((account) => [account.id, account]))
  const publicAccess = createPublicAccessReader(building)
  for (const subnet of subnets) {
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
    const block =
      subnet.cidr === null ? null : lowerBlock(building, subnet.cidr, { construct: subnet.id, path: ['cidr'] })
    const block6 =
      subnet.ipv6Cidr === null
        ? null
        : lowerBlock(building, subnet.ipv6Cidr, { construct: subnet.id, path: ['ipv6Cidr'] })
    const at = (field: string) => ({ construct: subnet.id, path: [field] })
    const names = accounts.get(vpc.accountId)?.zones[vpc.regionCode] ?? zonesOf(building.catalogue, vpc.regionCode)
    building.subnets.set(subnet.id, {
      id: subnet.id,
      vpc,
      virtual: false,
      zone: zone.id,
      zoneName: zone.zoneName,
      zoneId: names[zone.zoneName] ?? null,
      publicAccess: publicAccess(subnet.id, vpc),
      block: isGap(block) ? null : block,
      block6: isGap(block6) ? null : block6,
      table: subnet.routeTable === null ? mainTable : findTable(building, vpc, subnet.routeTable, at('routeTable')),
      acl: subnet.networkAcl === null ? defaultAcl : findAcl(building, vpc, subnet.networkAcl, at('networkAcl')),
    })
  }
}

/** The table of that id; where there is none in the VPC, a stand-in: nothing that would ask it can be told. */
export function findTable(building: Building, vpc: VpcBuild, id: string, at: Origin): TableBuild {
  const found = building.tables.get(id)
  if (found?.vpc === vpc) return found
  const gap = found
    ? addGap(building, 'invalid-value', at, `the route table “${id}” belongs to another VPC`)
    : addGap(building, 'dangling-reference', at, `no route table “${id}”`)
  const table: TableBuild = { ...createTable(vpc), unread: [{ family: null, target: null, whole: true, gap }] }
  vpc.tables.push(table)
  return table
}

function findAcl(building: Building, vpc: VpcBuild, id: string, at: Origin): AclNet {
  const found = building.acls.get(id)
  if (found) return found
  const gap = addGap(building, 'dangling-reference', at, `no network ACL “${id}”`)
  return { ...createDefaultAcl(vpc), unread: unknownEntries(gap, false), gap }
}

/** The main table, default group and default ACL of a VPC: those it names, or AWS's own where it names none. */
function createDefaults(building: Building, vpc: ConstructOf<'vpc'>, net: VpcBuild) {
  const at = (field: string) => ({ construct: vpc.id, path: [field] })
  const mainTable =
    vpc.mainRouteTable === null ? createTable(net) : findTable(building, net, vpc.mainRouteTable, at('mainRouteTable'))
  mainTable.main = true
  if (vpc.mainRouteTable === null) net.tables.push(mainTable)
  net.defaultGroup = findDefaultGroup(building, vpc, net)
  const defaultAcl =
    vpc.defaultNetworkAcl === null
      ? createDefaultAcl(vpc)
      : findAcl(building, net, vpc.defaultNetworkAcl, at('defaultNetworkAcl'))
  if (defaultAcl.id === null) net.acls.push(defaultAcl)
  return { mainTable, defaultAcl }
}

function findDefaultGroup(building: Building, vpc: ConstructOf<'vpc'>, net: VpcBuild): GroupBuild {
  const id = vpc.defaultSecurityGroup
  const found = id === null ? undefined : building.groups.get(id)
  if (found) return found
  if (id !== null) {
    const at = { construct: vpc.id, path: ['defaultSecurityGroup'] }
    return createMissingGroup(net, id, addGap(building, 'dangling-reference', at, `no security group “${id}”`))
  }
  const group = createGroup(net)
  fillDefaultGroup(group)
  net.groups.push(group)
  return group
}
