import { findService } from '../aws/findService.ts'
import { upperFirst } from '../base/words.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isMade } from '../topology/refuse/refusal.ts'
import type { Topology } from '../topology/topology.ts'
import type { Check, Fix, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, services that integrate; refusals as AWS words them in CreateVpcEndpoint. */
export const serviceNotOffered: Check = {
  id: 'service-not-offered',
  severity: 'error',
  title: 'Service without this type of endpoint',
  why: 'An endpoint is of a type that its service has: gateway endpoints exist for few services, S3 and DynamoDB among them.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  *find({ design, topology, catalogue }) {
    yield* wrongTypes(design, topology)
    const makeInterface = createInterfaceMaker(design)
    for (const { kind, type } of [
      { kind: 'gateway-endpoint', type: 'gateway' },
      { kind: 'interface-endpoint', type: 'interface' },
    ] as const)
      for (const endpoint of listOfKind(design, kind)) {
        const { id, service } = endpoint
        if ('endpointService' in endpoint && endpoint.endpointService !== null) continue
        const entry = findService(catalogue, service)?.entry
        // a service that our list lacks: the check `service-not-listed`
        if (!entry || entry.types.includes(type) || isMade(id)) continue
        yield {
          at: [place(id, 'service')],
          message: `The ${called(design, id)} is of type ${type}, which ${service} does not have; it has ${entry.types.join(' and ')}.`,
          awsError: `InvalidParameter: Endpoint type (${upperFirst(type)}) does not match available service types ([${entry.types.map(upperFirst).join(', ')}]).`,
          fixes: type === 'gateway' && entry.types.includes('interface') ? makeInterface(id) : [],
        }
      }
  },
  examples: { bad: () => example('kinesis-streams'), good: () => example('s3') },
}

/** A service on Network Load Balancers has interface endpoints, one on Gateway Load Balancers only theirs. */
function* wrongTypes(design: Design, topology: Topology): Iterable<Sighting> {
  for (const kind of ['interface-endpoint', 'gateway-load-balancer-endpoint'] as const)
    for (const { id } of listOfKind(design, kind)) {
      const provider =
        kind === 'interface-endpoint'
          ? topology.endpoints.get(id)?.provider
          : topology.enisOf.get(id)?.[0]?.inspection?.provider
      const first = provider?.balancers[0]
      if (!provider || !first || (first.kind === 'gateway') === (kind === 'gateway-load-balancer-endpoint')) continue
      const [own, other] =
        kind === 'interface-endpoint' ? ['Interface', 'GatewayLoadBalancer'] : ['GatewayLoadBalancer', 'Interface']
      yield {
        at: [place(id, 'endpointService'), place(provider.id, 'loadBalancers')],
        message: `The ${called(design, id)} leads to the ${called(design, provider.id)}, which is on a ${first.kind === 'gateway' ? 'Gateway' : 'Network'} Load Balancer and has endpoints of the other type.`,
        awsError: `InvalidParameter: Endpoint type (${own}) does not match available service types ([${other}]).`,
      }
    }
}

/** Turns a gateway endpoint for a service that has interface endpoints only into one, with a subnet in each zone. */
function createInterfaceMaker(design: Design): (id: string) => readonly Fix[] {
  const chooseSubnets = createSubnetChooser(design)
  const freeId = once(() => newId(design, 'interface-endpoint'))
  return (id) => {
    const gateway = constructOfKind(design, id, 'gateway-endpoint')
    const vpc = gateway && constructOfKind(design, gateway.vpc, 'vpc')
    if (!gateway || !vpc) return []
    const subnets = [...chooseSubnets(vpc.id).values()].map((subnet) => ({ subnet, privateIp: null, ipv6: null }))
    const blank = createConstruct('interface-endpoint', freeId(), gateway.name, vpc.id)
    const privateDns = vpc.dnsSupport === true && vpc.dnsHostnames === true
    const construct = { ...blank, service: gateway.service, subnets, privateDns }
    const placement = design.layout[id]
    const add: Edit = placement ? { kind: 'add', construct, placement } : { kind: 'add', construct }
    return [{ title: 'Make it an interface endpoint', safety: 'review', edits: [{ kind: 'remove', id }, add] }]
  }
}

const example = (service: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, service, { routeTables: [b.mainTable(vpc)] })
  })
