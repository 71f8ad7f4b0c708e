import { constructOfKind, listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { otherAccounts } from './otherAccounts.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { isSamePlace, placeOfGateway } from './places.ts'
import {
  addRemark,
  findDeployed,
  findInVpc,
  type Planner,
  type Planning,
  remarkState,
  wantConstruct,
  wantFromElsewhere,
} from './planning.ts'

/** The gateway, without the route table that AWS would join everything with, and its share for other accounts. */
export const transitGateway: Planner<'transit-gateway'> = (construct, planning) => {
  const { design } = planning
  const own = keyOf(construct)
  if (!listOfKind(design, 'transit-gateway-route-table').some((table) => table.transitGateway === construct.id))
    addRemark(
      planning,
      construct,
      'no route table of it is drawn, so it carries nothing. AWS’s own default table, which joins every attachment, is switched off.',
    )
  const attached = listOfKind(design, 'transit-gateway-attachment').filter((one) => one.transitGateway === construct.id)
  const sharedWith = otherAccounts(
    planning,
    attached.flatMap((one) => (planning.places.get(one.id) ?? []).map((place) => place.accountId)),
  )
  const parts: Part[] = [makePart('transit-gateway', construct, null, [], { sharedWith })]
  if (sharedWith.length > 0)
    parts.push(makePart('transit-share', construct, 'share', [own], { gateway: own, accounts: sharedWith }))
  return parts
}

export const transitGatewayAttachment: Planner<'transit-gateway-attachment'> = (construct, planning) => {
  const gateway = findDeployed(planning, construct, construct.transitGateway, 'transit-gateway')
  const subnets = [...new Set(construct.subnets)].filter((id) => findInVpc(planning, construct, id, 'subnet'))
  if (!gateway || subnets.length === 0) {
    if (gateway) addRemark(planning, construct, 'it names no subnet, and AWS makes no attachment without one.')
    return []
  }
  remarkState(planning, construct, 'available')
  // Another account sees the gateway once it is shared
  const needs = [construct.vpc, gateway.id, keyOf(gateway, 'share'), ...subnets]
  return [makePart('transit-attachment', construct, null, needs, { gateway: gateway.id, vpc: construct.vpc, subnets })]
}

/** Whether both gateways stand in one Region of one account. */
export function isInOnePlace(
  design: Design,
  { transitGateway, peer }: ConstructOf<'transit-gateway-peering'>,
): boolean {
  const [here, there] = [transitGateway, peer].map((id) => placeOfGateway(design, id))
  return typeof here === 'object' && typeof there === 'object' && isSamePlace(here, there)
}

/** The request in one gateway's stack, its acceptance in the other's. */
export const transitGatewayPeering: Planner<'transit-gateway-peering'> = (construct, planning) => {
  const { design } = planning
  if (['rejected', 'failed', 'deleting', 'deleted'].includes(construct.state)) {
    addRemark(planning, construct, `it is drawn as ${construct.state}, so it is not made, nor routes to it.`)
    return []
  }
  const own = keyOf(construct)
  const placeOf = (id: string) => {
    const place = placeOfGateway(design, id)
    return typeof place === 'string' ? null : place
  }
  const [here, there] = [placeOf(construct.transitGateway), placeOf(construct.peer)]
  const parts: Part[] = []
  if (here && isSamePlace(here, planning)) {
    const keys = [construct.transitGateway, construct.peer].map((id) => gatewayKey(planning, id))
    if (!there)
      addRemark(
        planning,
        construct,
        'the other transit gateway is not in the design. Its id has to be given; it is taken to belong to the same account and Region.',
      )
    parts.push(
      makePart('transit-peering', construct, null, keys, {
        gateway: keys[0]!,
        peer: keys[1]!,
        peerAccount: (there ?? here).accountId,
        peerRegion: (there ?? here).regionCode,
      }),
    )
  }
  if (construct.state !== 'pendingAcceptance' && there && isSamePlace(there, planning)) {
    wantConstruct(planning, construct)
    const between = isInOnePlace(design, construct)
      ? { requester: gatewayKey(planning, construct.transitGateway), accepter: gatewayKey(planning, construct.peer) }
      : null
    const needs = [own, ...(between ? [between.requester, between.accepter] : [])]
    parts.push(makePart('transit-peering-acceptance', construct, 'acceptance', needs, { attachment: own, between }))
  }
  return parts
}

function gatewayKey(planning: Planning, id: string): PartKey {
  const gateway = constructOfKind(planning.design, id, 'transit-gateway')
  return gateway ? wantConstruct(planning, gateway) : wantFromElsewhere(planning, id, 'transit-gateway')
}
