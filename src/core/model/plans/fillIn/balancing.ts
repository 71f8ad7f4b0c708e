import { listOfKind, regionOf } from '../../containment.ts'
import type { Construct, ConstructKind, ConstructOf } from '../../kinds/registry.ts'
import { ownerIn } from '../ownerIn.ts'
import { blockText, type Fillers, firstInEachZone, type Opening, subnetUnder, zonesText } from './filling.ts'

/** Load balancers, their target groups, endpoint services and what else stands in several zones. */
export const balancing: Fillers<
  | 'network-load-balancer'
  | 'application-load-balancer'
  | 'gateway-load-balancer'
  | 'target-group'
  | 'endpoint-service'
  | 'gateway-load-balancer-endpoint'
  | 'network-firewall'
> = {
  'network-load-balancer': (opening, blank) => ({
    construct: {
      ...blank,
      subnets: subnetsFor(opening).map((subnet) => ({ subnet, privateIp: null, publicIp: 'auto' })),
    },
    sentence: placed('Network Load Balancer gets', opening),
  }),
  'application-load-balancer': (opening, blank) => ({
    construct: {
      ...blank,
      subnets: subnetsFor(opening).map((subnet) => ({ subnet, privateIp: null, publicIp: 'auto' })),
    },
    sentence: placed('Application Load Balancer gets', opening),
  }),
  'gateway-load-balancer': (opening, blank) => ({
    construct: { ...blank, subnets: subnetsFor(opening).map((subnet) => ({ subnet, privateIp: null })) },
    sentence: placed('Gateway Load Balancer gets', opening),
  }),
  'target-group': ({ container, target }, blank) => {
    const targets = isTarget(target)
      ? [{ target: target.id, address: null, port: null, health: 'healthy' } as const]
      : []
    const targetType = target?.kind === 'application-load-balancer' ? 'alb' : 'instance'
    return {
      construct: { ...blank, targets, targetType },
      sentence: isTarget(target)
        ? `Adds a target group with ${target.name}`
        : `Adds a target group to ${container?.name}; listeners use it once they name it`,
    }
  },
  'endpoint-service': ({ design, container, target }, blank) => {
    const owner = ownerIn(design)
    const used = new Set(listOfKind(design, 'endpoint-service').flatMap(({ loadBalancers }) => loadBalancers))
    const free = [
      ...listOfKind(design, 'network-load-balancer'),
      ...listOfKind(design, 'gateway-load-balancer'),
    ].filter(({ id }) => !used.has(id) && regionOf(design, id)?.id === container?.id)
    const under = free.find(({ id }) => id === target?.id)
    const balancer = under ?? (free.length === 1 ? free[0] : undefined)
    return {
      construct: { ...blank, account: owner.id, loadBalancers: balancer ? [balancer.id] : [] },
      sentence: balancer
        ? `Offers ${balancer.name} as an endpoint service`
        : `Adds an endpoint service to ${container?.name}, without a load balancer yet`,
      also: owner.edits,
    }
  },
  'gateway-load-balancer-endpoint': ({ design, container }, blank) => {
    const service = listOfKind(design, 'endpoint-service').find(
      ({ id, loadBalancers }) =>
        regionOf(design, id)?.id === regionOf(design, container?.id ?? '')?.id &&
        loadBalancers.some((balancer) => design.constructs[balancer]?.kind === 'gateway-load-balancer'),
    )
    return {
      construct: {
        ...blank,
        endpointService: service?.id ?? null,
        state: service?.acceptanceRequired ? 'pendingAcceptance' : 'available',
      },
      sentence: `Gateway Load Balancer endpoint ${service ? `for ${service.name} ` : ''}gets an address from ${blockText(container)}`,
    }
  },
  'network-firewall': (opening, blank) => ({
    construct: { ...blank, subnets: subnetsFor(opening) },
    sentence: placed('Network Firewall gets', opening),
  }),
}

/** Dropped on a subnet (or something in it) it stands there, else in every zone. */
export function subnetsFor({ design, container, target }: Pick<Opening, 'design' | 'container' | 'target'>) {
  const under = subnetUnder(design, target)
  return under ? [under.id] : firstInEachZone(design, container?.id ?? '')
}

/** How many addresses it gets, in words. */
export function placed(begin: string, opening: Opening): string {
  const under = subnetUnder(opening.design, opening.target)
  if (under) return `${begin} an address from ${under.cidr}`
  const { length } = firstInEachZone(opening.design, opening.container?.id ?? '')
  return length === 0 ? `${begin} no address yet: its VPC has no subnet` : `${begin} an address in ${zonesText(length)}`
}

const TARGETS: ReadonlySet<ConstructKind> = new Set(['client', 'application-load-balancer'])
const isTarget = (target: Construct | null): target is ConstructOf<'client' | 'application-load-balancer'> =>
  target !== null && TARGETS.has(target.kind)
