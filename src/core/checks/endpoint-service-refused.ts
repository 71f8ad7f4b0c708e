import { constructOfKind, listOfKind, regionOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, create an endpoint service: one kind of load balancers, each in one service. */
export const endpointServiceRefused: Check = {
  id: 'endpoint-service-refused',
  severity: 'error',
  title: 'Endpoint service that AWS does not make',
  why: 'An endpoint service stands on one or more Network Load Balancers or on Gateway Load Balancers of its Region, never on both kinds. A load balancer serves one endpoint service.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  *find({ design }) {
    const firstOf = new Map<string, { readonly service: string; readonly index: number }>()
    for (const service of listOfKind(design, 'endpoint-service').filter(lives)) {
      const { id, loadBalancers } = service
      if (loadBalancers.length === 0)
        yield { at: [place(id, 'loadBalancers')], message: `The ${called(design, id)} has no load balancer.` }
      const region = regionOf(design, id)?.code
      for (const [index, balancer] of loadBalancers.entries()) {
        const takeOff = (): Sighting['fixes'] => [
          {
            title: `Take the ${called(design, balancer)} off the ${called(design, id)}`,
            safety: 'review',
            edits: [change('endpoint-service', id, { loadBalancers: loadBalancers.toSpliced(index, 1) })],
          },
        ]
        const other = regionOf(design, balancer)?.code
        if (region !== undefined && other !== undefined && other !== region)
          yield {
            at: [place(id, 'loadBalancers', index), place(balancer)],
            message: `The ${called(design, id)} is offered in ${region}, but the ${called(design, balancer)} lies in ${other}.`,
            ...(loadBalancers.length > 1 ? { fixes: takeOff()! } : {}),
          }
        const first = firstOf.get(balancer)
        if (first === undefined) firstOf.set(balancer, { service: id, index })
        else
          yield {
            at: [place(id, 'loadBalancers', index), place(first.service, 'loadBalancers', first.index)],
            message: `The ${called(design, balancer)} already serves the ${called(design, first.service)}; the ${called(design, id)} cannot have it too.`,
            ...(loadBalancers.length > 1 ? { fixes: takeOff()! } : {}),
          }
      }
      const gateway = loadBalancers.find((one) => constructOfKind(design, one, 'gateway-load-balancer'))
      const network = loadBalancers.find((one) => constructOfKind(design, one, 'network-load-balancer'))
      if (gateway !== undefined && network !== undefined)
        yield {
          at: [place(id, 'loadBalancers'), place(gateway), place(network)],
          message: `The ${called(design, id)} stands on the ${called(design, network)} and on the ${called(design, gateway)}. AWS takes load balancers of one kind.`,
        }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (mixed: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    const balancers = [b.nlb(vpc, { subnets }), b.gwlb(vpc, { subnets })]
    b.endpointService(mixed ? balancers : balancers.slice(0, 1))
  })
