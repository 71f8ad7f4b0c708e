import { constructAt, listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'

/** States in which an endpoint counts as connected to its service. Source: AWS PrivateLink guide, delete an endpoint service. */
const CONNECTED: ReadonlySet<string> = new Set(['pendingAcceptance', 'pending', 'available', 'partial'])

/** Whether an endpoint holds on to its service. */
const isConnectedTo = (construct: Construct, service: ConstructId): boolean =>
  (construct.kind === 'interface-endpoint' || construct.kind === 'gateway-load-balancer-endpoint') &&
  construct.endpointService === service &&
  CONNECTED.has(construct.state)

/**
 * Why AWS does not delete a construct while others use it, as a sentence; null when nothing stands in the way. What is among `gone`
 * goes with it and stands in nobody's way.
 */
export function deletionProblem(
  design: Design,
  construct: Construct,
  gone: ReadonlySet<ConstructId> = new Set(),
): string | null {
  const { id, name } = construct
  switch (construct.kind) {
    // Source: AWS PrivateLink guide, Gateway Load Balancer endpoints: routes that point to the endpoint are deleted first.
    case 'gateway-load-balancer-endpoint': {
      const table = listOfKind(design, 'route-table').find(
        (one) => !gone.has(one.id) && one.routes.some(({ target }) => target === id),
      )
      return table
        ? `${table.name} has a route to ${name}, and AWS deletes no endpoint that routes point to: delete the route first.`
        : null
    }
    // Source: AWS PrivateLink guide, delete an endpoint service: endpoints that are available or wait for acceptance are rejected first.
    case 'endpoint-service': {
      const endpoint = [
        ...listOfKind(design, 'interface-endpoint'),
        ...listOfKind(design, 'gateway-load-balancer-endpoint'),
      ].find((one) => !gone.has(one.id) && isConnectedTo(one, id))
      return endpoint
        ? `${endpoint.name} is connected to ${name}, and AWS deletes no endpoint service with connections: reject it first.`
        : null
    }
    // Source: Elastic Load Balancing guide, delete a load balancer: not while an endpoint service stands on it.
    case 'network-load-balancer':
    case 'gateway-load-balancer': {
      const service = listOfKind(design, 'endpoint-service').find(
        (one) => !gone.has(one.id) && one.loadBalancers.includes(id),
      )
      return service
        ? `${service.name} stands on ${name}, and AWS deletes no load balancer of an endpoint service: delete the service first.`
        : null
    }
    // Source: AWS PrivateLink guide, private DNS of interface endpoints for Amazon S3.
    case 'gateway-endpoint': {
      if (!isForS3(construct.service)) return null
      const needs = listOfKind(design, 'interface-endpoint').find(
        (one) =>
          !gone.has(one.id) &&
          one.vpc === construct.vpc &&
          isForS3(one.service) &&
          one.privateDns &&
          one.privateDnsOnlyForInboundResolver,
      )
      const hasAnother = listOfKind(design, 'gateway-endpoint').some(
        (one) => one.id !== id && !gone.has(one.id) && one.vpc === construct.vpc && isForS3(one.service),
      )
      return needs && !hasAnother
        ? `${needs.name} has private DNS for the inbound resolver only, which needs an S3 gateway endpoint: ${name} is the last in its VPC.`
        : null
    }
    default:
      return null
  }
}

const isForS3 = (service: string): boolean => /^(cn\.)?com\.amazonaws\.[a-z0-9-]+\.s3$/.test(service)

/** The first of the constructs that go and that AWS would not delete, with the reason. */
export function firstRefused(
  design: Design,
  gone: ReadonlySet<ConstructId>,
): { readonly id: ConstructId; readonly sentence: string } | null {
  for (const id of [...gone].sort()) {
    const construct = constructAt(design, id)
    const sentence = construct && deletionProblem(design, construct, gone)
    if (sentence) return { id, sentence }
  }
  return null
}
