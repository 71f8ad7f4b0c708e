import { constructOfKind } from '../../containment.ts'
import { createConstruct } from '../../kinds/createConstruct.ts'
import type { ConstructOf } from '../../kinds/registry.ts'
import { newId } from '../../newId.ts'
import {
  nextAccountId,
  nextRegionCode,
  nextSubnetBlock,
  nextVpcBlock,
  nextZoneName,
  subnetBlocksOf,
} from '../nextFree.ts'
import { ownerIn } from '../ownerIn.ts'
import type { Fillers } from './filling.ts'

/** Accounts, Regions, VPCs, zones and subnets. */
export const places: Fillers<'account' | 'region' | 'vpc' | 'availability-zone' | 'subnet'> = {
  account: ({ design }, blank) => {
    const accountId = nextAccountId(design)
    return { construct: { ...blank, accountId }, sentence: `Adds account ${accountId}` }
  },
  region: ({ design }, blank) => {
    const code = nextRegionCode(design)
    return { construct: { ...blank, code, name: code }, sentence: `Adds Region ${code}` }
  },
  vpc: ({ design, container }, blank) => {
    const cidr = nextVpcBlock(design)
    const main = newId(design, 'route-table')
    const owner = ownerIn(design)
    const table = createConstruct('route-table', main, `${blank.name} main table`, blank.id)
    return {
      construct: { ...blank, cidrs: [cidr], account: owner.id, mainRouteTable: main },
      sentence: `VPC gets ${cidr} in ${container?.name ?? 'its Region'}, with a main route table`,
      also: [...owner.edits, { kind: 'add', construct: table }],
    }
  },
  'availability-zone': ({ design, container }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const zoneName = nextZoneName(design, vpc)
    if (!zoneName) return { refusal: `${vpc.name} has all zones of its Region already` }
    return { construct: { ...blank, zoneName, name: zoneName }, sentence: `Adds zone ${zoneName} to ${vpc.name}` }
  },
  subnet: ({ design, container }, blank) => {
    const zone = container as ConstructOf<'availability-zone'>
    const vpc = constructOfKind(design, zone.vpc, 'vpc')
    if (!vpc) return { refusal: `${zone.name} lies in no VPC` }
    const cidr = nextSubnetBlock(vpc, subnetBlocksOf(design, vpc.id))
    if (!cidr) return { refusal: `${vpc.name} has no free block left for a subnet: give it another IPv4 block first` }
    return { construct: { ...blank, cidr }, sentence: `Subnet gets ${cidr} in ${zone.zoneName}` }
  },
}
