import { groupBy } from '../../../base/groupBy.ts'
import { hashText, hexOf } from '../../../base/hash.ts'
import { blockOf } from '../../../net/block.ts'
import type { Eni, GroupNet } from '../../topology.ts'
import { addGap, type Building, type EniBuild, type Lower, type VpcBuild } from '../building.ts'
import { createEni } from '../lowerInterfaces.ts'
import { createMissingGroup, createPlace, createTable } from '../standIns.ts'
import { addWay } from './lowerLatticeEndpoints.ts'
import { resourcesIn } from './lowerLatticeInterfaces.ts'

/** Addresses that stand for resources in associated VPCs, AWS's own and routed nowhere else. Source: VPC Lattice guide, types of service networks. */
const RESOURCES = blockOf('129.224.0.0/17')!

/**
 * VPCs that are associated with a service network: each of its resources has an address there, in no subnet, which the VPC's tables lead to.
 * The association's groups see who comes. Source: VPC Lattice guide, types of service networks; control traffic with security groups.
 */
export const lowerAssociations: Lower<'service-network'> = (building, networks) => {
  for (const network of networks) {
    const resources = resourcesIn(building, network.id)
    const enis: EniBuild[] = []
    network.vpcs.forEach((row, index) => {
      const at = { construct: network.id, path: ['vpcs', index] }
      const vpc = building.vpcs.get(row.vpc)
      if (!vpc) {
        addGap(building, 'dangling-reference', { ...at, path: [...at.path, 'vpc'] }, `no VPC “${row.vpc}”`)
        return
      }
      const groups = row.securityGroups.map((id) => groupOf(building, vpc, id, at)) as GroupNet[]
      const table = createTable(vpc)
      vpc.tables.push(table)
      const place = createPlace(vpc, network.id, table)
      for (const { id, privateDns, dnsName } of resources) {
        const eni: EniBuild = { ...createEni(at, 'endpoint', place, groups), leadsTo: id }
        eni.address = sampleAddress(`${network.id} ${id}`)
        eni.sample = true
        vpc.enis.push(eni)
        enis.push(eni)
        addWay(building, {
          id: network.id,
          vpc,
          resource: id,
          by: 'service-network',
          label: `snra-0${hexOf(`${network.id} ${id}`, 16)}`,
          given: dnsName,
          enis: [eni],
          names: privateDns ? row : { ...row, privateDns: false },
          state: 'available',
          families: [4],
        })
      }
    })
    if (enis.length > 0) building.enisOf.set(network.id, enis)
  }
}

/** Routes to the resources, in every table of the VPC. */
export const lowerAssociationRoutes: Lower<'service-network'> = (building, networks) => {
  if (networks.length === 0) return
  const tablesOf = groupBy([...building.routes.keys()], ({ vpc }) => vpc)
  for (const { id } of networks)
    for (const eni of building.enisOf.get(id) ?? []) {
      const target = { kind: 'network-interface', id, eni: eni as Eni } as const
      const route = { block: { base: eni.address!, length: 32 }, target, origin: eni.origin, rival: null }
      for (const table of tablesOf.get(eni.subnet.vpc) ?? [])
        building.routes.get(table)!.push({ ...route, source: 'endpoint', label: '129.224.0.0/17' })
    }
}

const sampleAddress = (key: string): number =>
  (RESOURCES.base as number) + 1 + (hashText(key) % (2 ** (32 - RESOURCES.length) - 2))

const groupOf = (building: Building, vpc: VpcBuild, id: string, at: { construct: string; path: (string | number)[] }) =>
  building.groups.get(id) ??
  createMissingGroup(
    vpc,
    id,
    addGap(
      building,
      'dangling-reference',
      { ...at, path: [...at.path, 'securityGroups'] },
      `no security group “${id}”`,
    ),
  )
