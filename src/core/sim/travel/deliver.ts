import { type EndpointNet, type Eni, PROTOCOL, type SubnetNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import { arriveAt } from './arrival.ts'
import { balance } from './balance/balance.ts'
import { enterProvider } from './balance/enterProvider.ts'
import { enterResource } from './balance/enterResource.ts'
import { isTooLarge } from './balance/isTooLarge.ts'
import { comeInto, passGroups } from './filters/passFilters.ts'
import { listen } from './listen.ts'
import type { Deliver, Next } from './next.ts'
import { isIcmp, type Packet } from './packet.ts'
import { cannotTell, drop, goTo, type Place, placeAt, say } from './place.ts'
import { addGap, assume, namePath, namePathFirst, passThrough } from './tell.ts'
import type { Walk } from './walk.ts'

/**
 * A request has reached an interface's subnet: its ACL (unless it came from the same subnet), its groups, then whoever owns the interface.
 * Ends where the request ends up, which is where the reply starts: behind a load balancer that is a target.
 */
export function deliver(walk: Walk, { eni, packet, from }: Deliver): Next {
  comeInto(walk, eni.subnet, from, packet)
  goTo(walk, eni.owner)
  passGroups(walk, eni, 'ingress', packet)
  return receivers[eni.role](walk, eni, packet, from)
}

type Receiver = (walk: Walk, eni: Eni, packet: Packet, from: SubnetNet | null) => Next

const receivers: { readonly [Role in Eni['role']]: Receiver } = {
  client(walk, eni, packet, from) {
    namePathFirst(walk, from?.id === eni.subnet.id ? 'same-subnet' : 'local')
    // Source: Lambda guide: a function's interfaces open connections, nothing can connect to them
    if (eni.isFunction)
      drop(placeAt(walk, eni.owner, 'local', packet), 'LAMBDA_ACCEPTS_NOTHING', {
        construct: eni.owner,
        path: ['runtime'],
      })
    else listen(walk, eni, packet)
    return arriveAt(eni, packet, from, null)
  },
  endpoint(walk, eni, packet, from) {
    const place = placeAt(walk, eni.owner, 'interface-endpoint', packet)
    const provider = admitToEndpoint(place, eni) ? eni.endpoint?.provider : undefined
    if (provider?.resource) return enterResource(walk, eni, provider, provider.resource, packet)
    if (provider) return enterProvider(walk, eni, eni.endpoint!, provider, packet)
    if (provider === null) serveEndpoint(place, eni)
    return arriveAt(eni, packet, from, null)
  },
  'load-balancer': balance,
  // Recorded on real networks: a NAT gateway answers nothing that is sent to its own addresses
  nat: silent('nat-gateway', 'NGW_ANSWERS_NOTHING'),
  // the interfaces of these belong to AWS, which routes through them and answers nothing
  'gateway-load-balancer-endpoint': silent('gateway-load-balancer-endpoint', 'NO_POSSIBLE_DESTINATION'),
  'transit-gateway': silent('transit-gateway', 'NO_POSSIBLE_DESTINATION'),
  'resource-gateway': silent('local', 'NO_POSSIBLE_DESTINATION'),
  resolver(walk, eni, packet, from) {
    namePathFirst(walk, from?.id === eni.subnet.id ? 'same-subnet' : 'local')
    const place = placeAt(walk, eni.owner, 'local', packet)
    // Source: Route 53 guide: outbound endpoints ask, inbound ones answer
    const answers = walk.topology.resolverEndpoints.get(eni.owner)?.direction !== 'outbound'
    if (answers && packet.ports.from === 53 && !isIcmp(packet.protocol)) say(place, 'delivered', eni.origin)
    else drop(place, 'TARGET_PORT_RESTRICTION', eni.origin)
    return arriveAt(eni, packet, from, null)
  },
}

/** Something that drops whatever is sent to itself. */
function silent(how: Place['how'], code: Code): Receiver {
  return (walk, eni, packet, from) => {
    drop(placeAt(walk, eni.owner, how, packet), code, { construct: eni.owner, path: [] })
    return arriveAt(eni, packet, from, null)
  }
}

/** What holds for every interface endpoint: only an available one carries traffic, and no packet that is too large. Source: AWS PrivateLink guide, endpoint life cycle and quotas. */
function admitToEndpoint(place: Place, { owner, endpoint }: Eni): boolean {
  const { walk, packet } = place
  namePath(walk, 'interface-endpoint')
  passThrough(walk, owner)
  if (endpoint && endpoint.state !== 'available')
    drop(place, 'VPCE_STATE_NOT_AVAILABLE', { construct: owner, path: ['state'] })
  else if (isRefused(place, endpoint)) return false
  else if (isTooLarge(packet)) drop(place, 'VPCE_PACKET_TOO_LARGE', { construct: owner, path: [] })
  else return true
  return false
}

/** What AWS would not make carries nothing, and what is there instead is not drawn; where it refuses private DNS alone, the endpoint is taken to be made without. */
function isRefused(place: Place, endpoint: EndpointNet | null): boolean {
  if (!endpoint?.refusal) return false
  const { at, message, ofPrivateDns } = endpoint.refusal
  if (ofPrivateDns) assume(place.walk, 'ASSUMED_WITHOUT_PRIVATE_DNS', at, { message })
  else cannotTell(place, at, message, 'AWS_REFUSES')
  return !ofPrivateDns
}

/** A service of AWS, of which the catalogue knows the ports, or one that is not drawn. */
function serveEndpoint(place: Place, { owner, endpoint, origin: own }: Eni): void {
  const { walk, packet } = place
  const origin = () => ({ construct: owner, path: OF_VPC_LATTICE.test(endpoint?.service ?? '') ? [] : ['service'] })
  // Source: AWS PrivateLink guide (endpoints answer TCP only for AWS services, never ping); recorded on real networks too
  const known = endpoint && endpoint.ports !== null ? endpoint.ports : null
  if (packet.protocol !== PROTOCOL.tcp && (known || isIcmp(packet.protocol)))
    drop(place, 'PROTOCOL_RESTRICTION', origin())
  else if (!known || endpoint?.foreign) {
    const service = endpoint?.service ?? owner
    const message = endpoint?.foreign
      ? `an endpoint for ${service} in another Region`
      : OF_ANOTHER_OWNER.test(service) || OF_VPC_LATTICE.test(service)
        ? `what the owner of “${service}” serves is not in the design`
        : `the ports of “${service}” are not known`
    say(place, 'unknown', origin())
    addGap(walk, known ? 'NOT_MODELLED' : 'UNKNOWN_RESOURCE', origin(), { message })
  } else if (known.includes(packet.ports.from)) {
    say(place, 'delivered', own)
    if (endpoint?.serviceZones === null)
      assume(walk, 'ASSUMED_SERVICE_IN_ZONE', { construct: owner, path: ['subnets'] }, { service: endpoint.service })
  } else drop(place, 'TARGET_PORT_RESTRICTION', origin())
}

/** Services of other accounts and of AWS Marketplace. Source: AWS PrivateLink guide, service names. */
const OF_ANOTHER_OWNER = /\.vpce\..*\.vpce-svc-/
/** A resource of which the design has no more than an ARN, if that. */
const OF_VPC_LATTICE = /^arn:|^a resource /
