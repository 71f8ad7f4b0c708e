import type { ConstructId } from '../model/kinds/registry.ts'
import type { ApiNet } from '../topology/apiNet.ts'
import type { Topology } from '../topology/topology.ts'
import { askedNames } from './dns/askedNames.ts'
import type { Resolution } from './resolveDestination.ts'
import type { Arrival } from './travel/arrival.ts'
import type { Packet } from './travel/packet.ts'
import { cannotTell, drop, type Place, placeAt } from './travel/place.ts'
import { assume } from './travel/tell.ts'
import type { Walk } from './travel/walk.ts'

const isApis = (service: string): boolean => service.endsWith('.execute-api')
/** What a custom domain name of a Regional API stands for: `d-….execute-api…`. Source: API Gateway guide, Regional custom domain names. */
const REGIONAL_DOMAIN = /^d-[a-z0-9]+\.execute-api\./

/**
 * API Gateway tells by the name which API is meant: private ones it serves through execute-api endpoints alone, all others at public addresses alone, and
 * answers 403 otherwise. Source: API Gateway guide, private REST APIs; AWS re:Post, api-gateway-vpc-connections.
 */
export function meetApi(walk: Walk, arrival: Arrival, resolution: Resolution, isJudged: boolean): void {
  if (walk.told.blocked || resolution.name === null) return
  if (arrival.kind === 'outside') meetPublicFront(walk, arrival.packet, resolution)
  else {
    const { endpoint } = arrival.eni
    if (endpoint && endpoint.provider === null && isApis(endpoint.service)) {
      const place = placeAt(walk, endpoint.id, 'interface-endpoint', arrival.packet)
      throughEndpoint(place, endpoint.id, askedNames(resolution), isJudged)
    }
  }
}

/** The same for a request of somebody on the internet. */
export function meetPublicFront(walk: Walk, packet: Packet, resolution: Resolution): void {
  const service = resolution.lookup?.service
  if (walk.told.blocked || !service || !isApis(service.service)) return
  const names = askedNames(resolution)
  const place: Place = { walk, id: null, how: 'service', packet }
  const api = findApi(walk.topology, names)
  if (api?.isPrivate) refuse({ ...place, id: api.id }, 'API_IS_PRIVATE', api, 'endpointType')
  else if (api) checkDefaultName({ ...place, id: api.id }, api, names)
  else if (names.some((name) => REGIONAL_DOMAIN.test(name))) return
  else if (hasEndpointIn(walk.topology, service.region)) cannotTell(place, null, names.at(-1)!, 'API_NOT_DRAWN')
  else assume(walk, 'ASSUMED_PUBLIC_API', null, { name: names.at(-1)! })
}

/** `isJudged`: the request carries a call, about which the API’s policy is asked. */
function throughEndpoint(place: Place, endpoint: ConstructId, names: readonly string[], isJudged: boolean): void {
  const { walk } = place
  const api = findApi(walk.topology, names)
  const privateDns = { construct: endpoint, path: ['privateDns'] }
  if (!api && names.some((name) => REGIONAL_DOMAIN.test(name)))
    drop(startAgain(place), 'API_IS_PUBLIC', privateDns, 'refused')
  else if (!api) assume(walk, 'ASSUMED_PRIVATE_API', { construct: endpoint, path: ['service'] }, { name: names[0]! })
  else if (!api.isPrivate) refuse(place, 'API_IS_PUBLIC', api, 'endpointType')
  else if (checkDefaultName(place, api, names) && !isJudged)
    assume(walk, 'ASSUMED_API_POLICY', { construct: api.id, path: [] })
}

/** Whether the name that was asked for is answered at all. */
function checkDefaultName(place: Place, api: ApiNet, names: readonly string[]): boolean {
  if (api.defaultEndpoint || names[0] !== api.defaultName) return true
  refuse(place, 'API_DEFAULT_NAME_OFF', api, 'defaultEndpoint')
  return false
}

type Refused = 'API_IS_PRIVATE' | 'API_IS_PUBLIC' | 'API_DEFAULT_NAME_OFF'
const refuse = (place: Place, code: Refused, { id }: ApiNet, field: string): null =>
  drop(startAgain(place), code, { construct: id, path: [field] }, 'refused')

/** The reply has been told: what API Gateway made of the request stands behind the request. */
function startAgain(place: Place): Place {
  place.walk.told.recorder?.startLeg('request')
  return place
}

/** The drawn API that one of the names stands for; names of associated endpoints begin with its id. */
function findApi({ apis }: Topology, names: readonly string[]): ApiNet | null {
  for (const name of names) {
    const api = apis.get(name) ?? apis.get(name.replace(/^([a-z0-9]+)-[^.]+(?=\.execute-api\.)/, '$1'))
    if (api) return api
  }
  return null
}

const hasEndpointIn = ({ endpoints }: Topology, region: string): boolean =>
  [...endpoints.values()].some(({ service, vpc }) => isApis(service) && vpc.regionCode === region)
