import { peekText } from '../../fields.ts'
import type { Call } from './call.ts'
import { any, either } from './conditions.ts'

/** Endpoints whose names in public DNS no other call tells. */
const hasEndpoints: Call['needed'] = (recordsOf) =>
  recordsOf('VpcEndpoints').some(({ value }) =>
    /^(Resource|ServiceNetwork)$/i.test(peekText(value.VpcEndpointType) ?? ''),
  )

/** Endpoints and associations of VPC Lattice, and what they lead to. */
const hasLattice = either(hasEndpoints, any('ResourceGateways', 'ResourceConfigurations', 'ServiceNetworks'))

/** VPC Lattice: resources, their gateways and service networks. */
export const LATTICE_CALLS: readonly Call[] = [
  {
    key: 'ResourceConfigurations',
    commands: [
      'aws vpc-lattice list-resource-configurations',
      'aws vpc-lattice get-resource-configuration --resource-configuration-identifier rcfg-…',
    ],
    why: 'the resources that endpoints of VPC Lattice lead to',
    needed: hasLattice,
  },
  {
    key: 'ResourceGateways',
    commands: ['aws vpc-lattice list-resource-gateways'],
    why: 'by which interfaces requests for resources come into their VPC',
    needed: hasLattice,
  },
  {
    key: 'VpcEndpointAssociations',
    commands: ['aws ec2 describe-vpc-endpoint-associations'],
    why: 'the names by which endpoints of VPC Lattice are asked',
    needed: hasEndpoints,
  },
  {
    key: 'ServiceNetworks',
    commands: ['aws vpc-lattice list-service-networks'],
    why: 'the service networks that endpoints and VPCs use',
    needed: hasLattice,
  },
  {
    key: 'ServiceNetworkResourceAssociations',
    commands: ['aws vpc-lattice list-service-network-resource-associations --service-network-identifier sn-…'],
    why: 'the resources of the service networks',
    needed: any('ServiceNetworks'),
  },
  {
    key: 'ServiceNetworkVpcAssociations',
    commands: [
      'aws vpc-lattice list-service-network-vpc-associations --service-network-identifier sn-…',
      'aws vpc-lattice get-service-network-vpc-association --service-network-vpc-association-identifier snva-…',
    ],
    why: 'the VPCs of the service networks',
    needed: any('ServiceNetworks'),
  },
]
