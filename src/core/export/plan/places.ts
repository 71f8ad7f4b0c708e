import { constructAt, constructOfKind, listConstructs, listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'

/** An account and a Region. */
export interface Place {
  readonly accountId: string
  readonly regionCode: string
}
type Vpc = NonNullable<ReturnType<typeof vpcOf>>

export const isSamePlace = (a: Place, b: Place): boolean => a.accountId === b.accountId && a.regionCode === b.regionCode

const NO_REGION = 'it is left out, because its Region is not in the design.'
const NO_VPC = 'it is left out, because it lies in no VPC.'

/** Where the construct is deployed, or the reason why it is not. Most lie in one place, connections have an end in two. */
export function placesOf(design: Design, construct: Construct): readonly Place[] | string {
  switch (construct.kind) {
    case 'peering-connection':
      return bothEnds(
        [construct.requester, construct.accepter].map((id) => placeOfVpc(design, constructOfKind(design, id, 'vpc'))),
        'neither of its VPCs is in the design.',
      )
    case 'transit-gateway-peering':
      return bothEnds(
        [construct.transitGateway, construct.peer].map((id) => placeOfGateway(design, id)),
        'neither of its transit gateways is in the design.',
      )
    case 'hosted-zone':
      return zonePlaces(design, construct)
    case 'resolver-rule':
      return rulePlaces(design, construct)
    case 'dns-firewall-rule-group':
      return filterPlaces(design, construct)
    case 'route-53-profile':
      return homeAndVpcs(design, construct, construct.vpcs)
    case 'service-network':
      return homeAndVpcs(
        design,
        construct,
        construct.vpcs.map(({ vpc }) => vpc),
      )
    case 'transit-gateway-route-table':
      return one(placeOfGateway(design, construct.transitGateway), 'its transit gateway is not in the design.')
    case 'vpn-connection':
      return one(placeOfGateway(design, construct.gateway), 'its gateway is not in the design.')
    case 'customer-gateway': {
      const user = listOfKind(design, 'vpn-connection').find(
        (connection) => connection.customerGateway === construct.id,
      )
      const place = user && placeOfGateway(design, user.gateway)
      return place && typeof place !== 'string' ? [place] : one(inFirstAccount(design, construct.region))
    }
    case 'elastic-ip': {
      const holder = construct.holder === null ? null : constructAt(design, construct.holder)
      const places = holder && holder.kind !== 'elastic-ip' ? placesOf(design, holder) : []
      return typeof places !== 'string' && places[0] ? [places[0]] : one(inFirstAccount(design, construct.region))
    }
    case 'iam-role':
    case 'iam-user':
      return one(identityPlace(design, construct.account))
    case 'client':
      return clientPlace(design, construct)
    default:
      return 'account' in construct && 'region' in construct && construct.kind !== 'vpc'
        ? one(placeOfRegion(design, construct.region, construct.account))
        : one(placeOfVpc(design, homeVpc(design, construct)))
  }
}

const one = (place: Place | string, otherwise?: string): readonly Place[] | string =>
  typeof place === 'string' ? (otherwise === undefined ? place : `it is left out, because ${otherwise}`) : [place]

function bothEnds(ends: readonly (Place | string)[], otherwise: string): readonly Place[] | string {
  const found = ends.filter((end): end is Place => typeof end !== 'string')
  const [first, second] = found
  if (!first) return `it is left out, because ${otherwise}`
  return second && !isSamePlace(first, second) ? [first, second] : [first]
}

/** The VPC that the construct lies in, by its own field. */
export const homeVpc = (design: Design, construct: Construct): Vpc | null =>
  'vpc' in construct ? constructOfKind(design, construct.vpc, 'vpc') : vpcOf(design, construct.id)

export function placeOfVpc(design: Design, vpc: Vpc | null): Place | string {
  if (!vpc) return NO_VPC
  const place = placeOfRegion(design, vpc.region, vpc.account)
  return typeof place !== 'string' && vpc.cidrs.length === 0
    ? 'it is left out, because its VPC has no IPv4 block and AWS needs one.'
    : place
}

function placeOfRegion(design: Design, region: ConstructId, account: ConstructId): Place | string {
  const found = constructOfKind(design, region, 'region')
  return found ? { regionCode: found.code, accountId: accountIdOf(design, account) } : NO_REGION
}
export const accountIdOf = (design: Design, account: ConstructId): string =>
  constructOfKind(design, account, 'account')?.accountId ?? ''

const inFirstAccount = (design: Design, region: ConstructId): Place | string =>
  placeOfRegion(design, region, listOfKind(design, 'account')[0]?.id ?? '')

/** What belongs to no Region goes where its account has something, so that one stack holds both. */
function identityPlace(design: Design, account: ConstructId): Place | string {
  const near = listConstructs(design).find(
    (one) => 'region' in one && 'account' in one && one.account === account && one.region !== null,
  )
  const region = near && 'region' in near ? near.region : listOfKind(design, 'region')[0]?.id
  return region === undefined || region === null ? NO_REGION : placeOfRegion(design, region, account)
}

/** Place of a transit gateway or a virtual private gateway. */
export function placeOfGateway(design: Design, id: ConstructId): Place | string {
  const gateway = constructAt(design, id)
  if (gateway?.kind === 'transit-gateway') return placeOfRegion(design, gateway.region, gateway.account)
  if (gateway?.kind === 'virtual-private-gateway')
    return placeOfVpc(design, constructOfKind(design, gateway.vpc, 'vpc'))
  return NO_REGION
}

/** A participant's client runs in the participant's account, in the Region of the VPC. */
function clientPlace(design: Design, client: Extract<Construct, { kind: 'client' }>): readonly Place[] | string {
  const place = placeOfVpc(design, vpcOf(design, client.id))
  if (typeof place === 'string') return place
  return [client.account === null ? place : { ...place, accountId: accountIdOf(design, client.account) }]
}

/** A zone belongs to no Region: it goes where its aliases lead, or to its first VPC, so that one stack holds both. Then the accounts of other VPCs. */
function zonePlaces(design: Design, zone: Extract<Construct, { kind: 'hosted-zone' }>): readonly Place[] | string {
  const accountId = accountIdOf(design, zone.account)
  const placeOf = (id: ConstructId | null): Place | null => {
    const construct = id === null ? null : constructAt(design, id)
    const place = construct ? placeOfVpc(design, homeVpc(design, construct)) : NO_VPC
    return typeof place === 'string' ? null : place
  }
  const vpcs = zone.vpcs.map(placeOf)
  const near = [...zone.records.map((record) => placeOf(record.alias)), ...vpcs].find(
    (place) => place?.accountId === accountId,
  )
  const anywhere = listOfKind(design, 'vpc')
    .map((vpc) => placeOfVpc(design, vpc))
    .filter((place): place is Place => typeof place !== 'string')
  const regionCode =
    (near ?? anywhere.find((place) => place.accountId === accountId) ?? anywhere[0])?.regionCode ??
    listOfKind(design, 'region')[0]?.code
  if (regionCode === undefined) return NO_REGION
  const home = { accountId, regionCode }
  const others = vpcs.filter((place): place is Place => place !== null && place.accountId !== accountId)
  return distinct([home, ...others])
}

function rulePlaces(design: Design, rule: Extract<Construct, { kind: 'resolver-rule' }>): readonly Place[] | string {
  const endpoint =
    rule.resolverEndpoint === null ? null : constructOfKind(design, rule.resolverEndpoint, 'resolver-endpoint')
  const placeOf = (id: ConstructId) => placeOfVpc(design, constructOfKind(design, id, 'vpc'))
  const regionCode = constructOfKind(design, rule.region, 'region')?.code
  const places = [...(endpoint ? [endpoint.vpc] : []), ...rule.vpcs]
    .map(placeOf)
    .filter((place): place is Place => typeof place !== 'string' && place.regionCode === regionCode)
  return places.length > 0 ? distinct(places) : one(inFirstAccount(design, rule.region))
}

/** Where its VPCs lie, else with a Profile that shares it. */
function filterPlaces(
  design: Design,
  group: Extract<Construct, { kind: 'dns-firewall-rule-group' }>,
): readonly Place[] | string {
  const users = listOfKind(design, 'route-53-profile')
    .filter(({ firewallRuleGroups }) => firewallRuleGroups.some((one) => one.group === group.id))
    .map(({ account }) => placeOfRegion(design, group.region, account))
    .filter((place): place is Place => typeof place !== 'string')
  const vpcs = placesInRegion(design, { region: group.region, vpcs: group.vpcs.map(({ vpc }) => vpc) })
  const [user] = users
  return vpcs.length > 0 ? distinct(vpcs) : user ? [user] : one(inFirstAccount(design, group.region))
}

/** The places of its VPCs in its own Region; what filters or shares names does so in one Region only. */
function placesInRegion(
  design: Design,
  { region, vpcs }: { readonly region: ConstructId; readonly vpcs: readonly ConstructId[] },
): readonly Place[] {
  const code = constructOfKind(design, region, 'region')?.code
  return vpcs
    .map((id) => placeOfVpc(design, constructOfKind(design, id, 'vpc')))
    .filter((place): place is Place => typeof place !== 'string' && place.regionCode === code)
}

/** Its own place, then those of the VPCs that are associated with it. */
function homeAndVpcs(
  design: Design,
  { region, account }: { readonly region: ConstructId; readonly account: ConstructId },
  vpcs: readonly ConstructId[],
): readonly Place[] | string {
  const home = placeOfRegion(design, region, account)
  return typeof home === 'string' ? one(home) : distinct([home, ...placesInRegion(design, { region, vpcs })])
}

const distinct = (places: readonly Place[]): readonly Place[] =>
  places.filter((place, index) => places.findIndex((other) => isSamePlace(place, other)) === index)
