import { isIp4, parseAddress } from '../../net/address.ts'
import type { RouteTarget } from '../topology.ts'
import {
  addGap,
  type Building,
  type EniBuild,
  type Lower,
  type RegionalNatBuild,
  type RouteBuild,
  type TableBuild,
} from './building.ts'
import { createEni, samplePublic } from './lowerInterfaces.ts'
import { findTable } from './lowerSubnets.ts'
import { createPlace, createTable } from './standIns.ts'

/**
 * Regional NAT gateways: a node in each zone that they cover, in no subnet of anybody's, under one table. Left to AWS, they cover the zones with interfaces.
 * Source: EC2 API, CreateNatGateway with AvailabilityMode regional.
 */
export const lowerRegionalNats: Lower<'regional-nat-gateway'> = (building, nats) => {
  for (const nat of nats) {
    const vpc = building.vpcs.get(nat.vpc)
    if (!vpc) {
      addGap(building, 'dangling-reference', { construct: nat.id, path: ['vpc'] }, `no VPC “${nat.vpc}”`)
      continue
    }
    const table =
      nat.routeTable === null
        ? ownTable(building, vpc.id)
        : findTable(building, vpc, nat.routeTable, { construct: nat.id, path: ['routeTable'] })
    const net: RegionalNatBuild = { id: nat.id, vpc, nodes: new Map() }
    const zones = nat.zones.length > 0 ? nat.zones : zonesInUse(building, vpc.id)
    zones.forEach((zoneName, index) => {
      const subnet = createPlace(vpc, nat.id, table, zoneName)
      const eni = createEni({ construct: nat.id, path: ['zones', index] }, 'nat', subnet, [])
      net.nodes.set(zoneName, eni)
      giveAddress(building, eni, nat.publicIps[index], `${nat.id}#${zoneName}`)
      vpc.enis.push(eni)
    })
    building.enisOf.set(nat.id, [...net.nodes.values()] as EniBuild[])
    building.regionalNats.set(nat.id, net)
  }
}

/** It has no private address: what it translates leaves under its public one. */
function giveAddress(building: Building, eni: EniBuild, given: string | undefined, key: string): void {
  const address = given === undefined ? samplePublic(building, key) : parseAddress(given)
  if (address === null || !isIp4(address)) {
    const gap = addGap(building, 'invalid-value', eni.origin, `“${given ?? key}” is no public IPv4 address`)
    eni.gaps = { address: gap, publicAddress: gap }
    return
  }
  eni.address = address
  eni.publicAddress = address
  if (!building.publicAt.has(address)) building.publicAt.set(address, eni)
}

/** Routes of the tables that AWS makes with regional NAT gateways: the internet by the VPC's gateway. */
export const lowerRegionalNatRoutes = (building: Building): void => {
  for (const { id, vpc, nodes } of building.regionalNats.values()) {
    const table = nodes.values().next().value?.subnet.table as TableBuild | undefined
    const gateway = vpc.gateways[0]
    if (table?.id !== null || gateway === undefined) continue
    const target: RouteTarget = { kind: 'internet-gateway', id: gateway, vpc }
    const block = { base: 0, length: 0 }
    const origin = { construct: id, path: ['routeTable'] }
    const route: RouteBuild = { block, target, origin, source: 'static', label: '0.0.0.0/0', rival: null }
    building.routes.get(table)?.push(route)
  }
}

/** The table that AWS makes with it: the VPC's blocks, and the internet by the VPC's gateway. */
function ownTable(building: Building, vpcId: string) {
  const vpc = building.vpcs.get(vpcId)!
  const table = createTable(vpc)
  vpc.tables.push(table)
  return table
}

const zonesInUse = (building: Building, vpcId: string): string[] => [
  ...new Set(
    building.byKind.client.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ subnet }) => {
        const net = building.subnets.get(subnet)
        return net?.vpc.id === vpcId ? [net.zoneName] : []
      }),
    ),
  ),
]
