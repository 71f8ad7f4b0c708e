import { constructOfKind, listOfKind, regionOf } from '../../containment.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
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
    const resource = isResource(target) ? target : null
    const ports = resource === null ? [] : portsOf(resource)
    return {
      construct: {
        ...blank,
        account: owner.id,
        resource: resource?.id ?? null,
        ...(ports.length > 0 && { ports: ports.map((port) => ({ from: port, to: port })) }),
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
      listOfKind(opening.design, 'resource-configuration').filter(
        (one) => one.type !== 'child' && vpcOfGateway(opening, one) !== opening.container?.id,
      ),
    )
    const only = shared.length === 1 ? shared[0]! : null
    return {
      construct: {
        ...blank,
        subnets: subnetsFor(opening),
        resourceConfiguration: only?.id ?? null,
        privateDns: only !== null && only.customDomainName !== null,
      },
      sentence: placed(only ? `Resource endpoint for ${only.name} gets` : 'Resource endpoint gets', opening),
    }
  },
  'service-network': (opening, blank) => {
    const { design, container } = opening
    const owner = ownerIn(design)
    const held = here(opening, listOfKind(design, 'resource-configuration')).filter(
      ({ type, account }) => type !== 'child' && account === owner.id,
    )
    const resources = held.map(({ id }) => ({ configuration: id, privateDns: true, dnsName: null }))
    return {
      construct: { ...blank, account: owner.id, resources },
      sentence:
        held.length === 0
          ? `Adds a service network to ${container?.name}, without resources yet`
          : `Adds a service network with ${held.length === 1 ? held[0]!.name : `${held.length} resources`}`,
      also: owner.edits,
    }
  },
  'service-network-endpoint': (opening, blank) => {
    const [network] = here(opening, listOfKind(opening.design, 'service-network'))
    return {
      construct: { ...blank, subnets: subnetsFor(opening), serviceNetwork: network?.id ?? null, privateDns: true },
      sentence: placed('Service network endpoint gets', opening),
    }
  },
}

type Resource = ConstructOf<'client' | 'network-load-balancer' | 'application-load-balancer'>
const isResource = (target: Construct | null): target is Resource =>
  target !== null && /^(client|(network|application)-load-balancer)$/.test(target.kind)

/** TCP ports that it is known to answer on. */
const portsOf = (resource: Resource): readonly number[] => {
  const found = 'listeners' in resource ? resource.listeners : (resource.listens ?? [])
  return [...new Set(found.flatMap(({ protocol, port }) => (/^udp$/i.test(protocol) ? [] : port)))]
}

/** AWS makes no resource endpoint there. */
const vpcOfGateway = ({ design }: Opening, { resourceGateway }: ConstructOf<'resource-configuration'>) =>
  resourceGateway === null ? null : (constructOfKind(design, resourceGateway, 'resource-gateway')?.vpc ?? null)

type Regional = ConstructOf<'resource-gateway' | 'resource-configuration' | 'service-network'>

/** Those of the Region that something is being drawn in. */
const here = <C extends Regional>({ design, container }: Opening, all: readonly C[]): readonly C[] => {
  const region = regionOf(design, container?.id ?? '')?.id
  return all.filter(({ id }) => regionOf(design, id)?.id === region)
}
