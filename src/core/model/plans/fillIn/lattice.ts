import { listOfKind, regionOf } from '../../containment.ts'
import type { ConstructOf } from '../../kinds/registry.ts'
import { ownerIn } from '../ownerIn.ts'
import { placed, subnetsFor } from './balancing.ts'
import type { Fillers, Opening } from './filling.ts'

/** VPC Lattice: resources of one VPC in another, alone or by a service network. */
export const lattice: Fillers<
  'resource-gateway' | 'resource-configuration' | 'resource-endpoint' | 'service-network' | 'service-network-endpoint'
> = {
  'resource-gateway': (opening, blank) => ({
    construct: { ...blank, subnets: subnetsFor(opening) },
    sentence: placed('Resource gateway gets', opening),
  }),
  'resource-configuration': (opening, blank) => {
    const { design, container, target } = opening
    const owner = ownerIn(design)
    const gateways = here(opening, listOfKind(design, 'resource-gateway'))
    const resource = target?.kind === 'client' ? target : null
    return {
      construct: {
        ...blank,
        account: owner.id,
        resource: resource?.id ?? null,
        resourceGateway: gateways.length === 1 ? gateways[0]!.id : null,
      },
      sentence: resource
        ? `Offers ${resource.name} to other VPCs`
        : `Adds a resource configuration to ${container?.name}; it says which resource others may reach`,
      also: owner.edits,
    }
  },
  'resource-endpoint': (opening, blank) => {
    const shared = here(
      opening,
      listOfKind(opening.design, 'resource-configuration').filter(({ type }) => type !== 'child'),
    )
    return {
      construct: {
        ...blank,
        subnets: subnetsFor(opening),
        resourceConfiguration: shared.length === 1 ? shared[0]!.id : null,
      },
      sentence: placed('Resource endpoint gets', opening),
    }
  },
  'service-network': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds a service network to ${container?.name}`,
      also: owner.edits,
    }
  },
  'service-network-endpoint': (opening, blank) => {
    const [network] = here(opening, listOfKind(opening.design, 'service-network'))
    return {
      construct: { ...blank, subnets: subnetsFor(opening), serviceNetwork: network?.id ?? null },
      sentence: placed('Service network endpoint gets', opening),
    }
  },
}

type Regional = ConstructOf<'resource-gateway' | 'resource-configuration' | 'service-network'>

/** Those of the Region that something is being drawn in. */
const here = <C extends Regional>({ design, container }: Opening, all: readonly C[]): readonly C[] => {
  const region = regionOf(design, container?.id ?? '')?.id
  return all.filter(({ id }) => regionOf(design, id)?.id === region)
}
