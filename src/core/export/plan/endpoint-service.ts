import { constructAt, listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, findDeployed, type Planner, type Planning, remarkChosen, wantConstruct } from './planning.ts'

type Service = ConstructOf<'endpoint-service'>

/** The service with its permissions, notifications and private DNS name, and its word on each drawn endpoint. */
export const endpointService: Planner<'endpoint-service'> = (construct, planning) => {
  const service = keyOf(construct)
  const gateways = construct.loadBalancers.filter(
    (id) => constructAt(planning.design, id)?.kind === 'gateway-load-balancer',
  )
  const balancerKind = gateways.length > 0 ? 'gateway' : 'network'
  const balancers = [...new Set(construct.loadBalancers)].filter((id) =>
    findDeployed(planning, construct, id, `${balancerKind}-load-balancer`),
  )
  if (balancers.length === 0) {
    addRemark(planning, construct, 'it has no load balancer, and AWS makes no service without one.')
    return []
  }
  if (construct.state !== 'available')
    addRemark(planning, construct, `it is drawn as ${construct.state}. What is made anew ends up available.`)
  remarkChosen(planning, construct, 'its id, and its name with it', construct.serviceId)
  // A balancer without listeners would let endpoints connect and answer nothing
  const listeners = balancers.flatMap((id) => listenersOf(planning.design, id))
  const parts: Part[] = [
    makePart('endpoint-service', construct, null, [...balancers, ...listeners], { balancers, balancerKind }),
  ]
  if (construct.allowedPrincipals.length > 0)
    parts.push(
      makePart('service-permissions', construct, 'permissions', [service], {
        service,
        principals: [...new Set(construct.allowedPrincipals)],
      }),
    )
  construct.notifications.forEach(({ topic, events }, index) => {
    if (topic === '' || events.length === 0)
      addRemark(planning, construct, 'a notification without a topic or without events is left out.')
    else
      parts.push(
        makePart('service-notification', construct, `notification-${index + 1}`, [service], { service, topic, events }),
      )
  })
  if (construct.privateDnsName !== null && balancerKind === 'network') {
    addRemark(
      planning,
      construct,
      'AWS gives the TXT record that verifies the private DNS name; it is not the drawn one. Endpoints take the name once the record stands in public DNS and is verified.',
    )
    parts.push(
      makePart('service-name', construct, 'private-dns-name', [service], {
        service,
        dnsName: construct.privateDnsName,
      }),
    )
  }
  return [...parts, ...planAcceptance(construct, planning)]
}

const listenersOf = (design: Design, id: string): string[] => {
  const balancer = constructAt(design, id)
  if (balancer?.kind === 'gateway-load-balancer') return [keyOf(balancer, 'listener')]
  if (balancer?.kind !== 'network-load-balancer') return []
  return balancer.listeners.map(({ protocol, port }) =>
    keyOf(balancer, `listener-${port}${protocol === 'UDP' ? '-udp' : ''}`),
  )
}

/** Endpoints that are drawn as available are accepted; the others are left to wait. */
function planAcceptance(construct: Service, planning: Planning): Part[] {
  if (!construct.acceptanceRequired) return []
  const endpoints = [
    ...listOfKind(planning.design, 'interface-endpoint'),
    ...listOfKind(planning.design, 'gateway-load-balancer-endpoint'),
  ].filter((one) => one.endpointService === construct.id && planning.places.has(one.id))
  return endpoints.flatMap((one) => {
    if (one.state !== 'available') return []
    const service = keyOf(construct)
    const endpoint = wantConstruct(planning, one)
    return [
      makePart('connection-acceptance', construct, `accept-${one.id}`, [service, endpoint], { service, endpoint }),
    ]
  })
}
