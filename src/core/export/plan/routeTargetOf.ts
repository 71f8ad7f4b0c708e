import { constructAt, constructOfKind, listOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { endpointOfRoute } from './firewalls.ts'
import type { RouteTargetKind } from './networkShapes.ts'
import { keyOf, type PartKey } from './part.ts'
import { needsOwnInterfaces } from './planInterfaces.ts'
import { addRemark, findInVpc, type Planning, want, wantConstruct } from './planning.ts'

type Table = ConstructOf<'route-table'>
type Route = Table['routes'][number]
interface Target {
  readonly key: PartKey
  readonly kind: RouteTargetKind
  readonly needs: readonly PartKey[]
}

/** What the route leads to, and what has to be in place before AWS takes it; null and a remark where no call can make it. */
export function routeTargetOf(construct: Table, route: Route, destination: string, planning: Planning): Target | null {
  const drop = (why: string): null => {
    addRemark(planning, construct, `the route to ${destination} is left out, because ${why}.`)
    return null
  }
  const target = constructAt(planning.design, route.target)
  if (target === null) {
    addRemark(
      planning,
      construct,
      `the blackhole route to ${destination} is left out, because no call makes one. What it drops may then follow a wider route.`,
    )
    return null
  }
  switch (target.kind) {
    case 'internet-gateway':
    case 'virtual-private-gateway':
      // A gateway must be attached before routes can point at it
      return inVpc(construct, target, planning, 'gateway', [keyOf(target, 'attachment')])
    case 'nat-gateway':
    case 'regional-nat-gateway':
      return inVpc(construct, target, planning, 'nat-gateway')
    case 'egress-only-internet-gateway':
      return inVpc(construct, target, planning, 'egress-only-gateway')
    case 'gateway-load-balancer-endpoint':
      return endpointTarget(construct, target, planning)
    case 'network-firewall': {
      const key = endpointOfRoute(planning.design, construct, target, route.interface, destination)
      if (key === null) return drop(`it does not say which endpoint of “${target.id}” is meant`)
      const found = inVpc(construct, target, planning, 'endpoint')
      return found && { ...found, key: wantConstruct(planning, target, key.slice(target.id.length + 1)) }
    }
    case 'peering-connection':
      if (['rejected', 'expired', 'failed', 'deleting', 'deleted'].includes(target.state))
        return drop(`the peering connection is ${target.state}`)
      return { key: wantConstruct(planning, target), kind: 'peering', needs: [keyOf(target, 'acceptance')] }
    case 'transit-gateway':
    case 'transit-gateway-attachment':
      return transitTarget(construct, target, planning) ?? drop('its VPC is not attached to the transit gateway')
    case 'client':
      return clientTarget(construct, target, route.interface ?? 0, planning) ?? drop('no interface stands there')
    default:
      return drop(`“${target.id}” is nothing that a route can lead to`)
  }
}

function inVpc(
  construct: Table,
  target: Exclude<ReturnType<typeof constructAt>, null>,
  planning: Planning,
  kind: RouteTargetKind,
  needs: readonly PartKey[] = [],
): Target | null {
  const found = findInVpc(planning, construct, target.id, target.kind)
  return found && { key: found.id, kind, needs }
}

/** Routes lead to an endpoint once its provider has accepted it. */
function endpointTarget(
  construct: Table,
  endpoint: ConstructOf<'gateway-load-balancer-endpoint'>,
  planning: Planning,
): Target | null {
  const found = inVpc(construct, endpoint, planning, 'endpoint')
  const service =
    endpoint.endpointService === null
      ? null
      : constructOfKind(planning.design, endpoint.endpointService, 'endpoint-service')
  if (!found || !service?.acceptanceRequired || endpoint.state !== 'available') return found
  return { ...found, key: wantConstruct(planning, service, `accept-${endpoint.id}`) }
}

/** AWS takes the route once the VPC is attached. */
function transitTarget(
  construct: Table,
  target: ConstructOf<'transit-gateway'> | ConstructOf<'transit-gateway-attachment'>,
  planning: Planning,
): Target | null {
  const id = target.kind === 'transit-gateway' ? target.id : target.transitGateway
  const gateway = constructAt(planning.design, id)
  const attachment = listOfKind(planning.design, 'transit-gateway-attachment').find(
    (one) => one.vpc === construct.vpc && one.transitGateway === id,
  )
  if (gateway?.kind !== 'transit-gateway' || !attachment) return null
  // The attachment may wait for another account; then the route waits with it
  want(planning, attachment.id, `Transit gateway attachment ${attachment.id}`, 'transit-attachment')
  return { key: wantConstruct(planning, gateway), kind: 'transit-gateway', needs: [attachment.id] }
}

function clientTarget(
  construct: Table,
  client: ConstructOf<'client'>,
  index: number,
  planning: Planning,
): Target | null {
  if (client.runtime !== 'ec2' || !client.interfaces[index] || !findInVpc(planning, construct, client.id, 'client'))
    return null
  if (!needsOwnInterfaces(client)) return { key: client.id, kind: 'instance', needs: [] }
  const key = wantConstruct(planning, client, `interface-${index}`)
  // Its instance has to hold the interface, else the route is a blackhole
  return { key, kind: 'interface', needs: [client.id] }
}
