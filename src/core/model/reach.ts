import { listOfKind, regionOf, vpcOf } from './containment.ts'
import type { Design } from './design.ts'
import { definitions } from './kinds/definitions.ts'
import type { Construct, ConstructId } from './kinds/registry.ts'

/**
 * Whether a field of `holder` can name `candidate`: of the same VPC; of the same Region where either of the two lies in no VPC; anything
 * where naming what is elsewhere is what the holder is for. Which kinds a field takes is another question.
 */
export function mayName(design: Design, holder: Construct, candidate: Construct): boolean {
  if (!isTied(holder, candidate)) return false
  if (definitions[candidate.kind].namedAnywhere) return true
  if (holder.kind === 'peering-connection') return candidate.id !== holder.requester || candidate.kind !== 'vpc'
  // What is tied to a route table or a transit gateway may stand in another VPC or Region.
  if (holder.kind === 'transit-gateway-route-table' && candidate.kind !== 'prefix-list') return true
  if (holder.kind === 'transit-gateway-peering' || candidate.kind === 'peering-connection') return true
  const region = regionOf(design, holder.id)?.id
  if (region === undefined) return true
  const [here, there] = [vpcOf(design, holder.id)?.id, vpcOf(design, candidate.id)?.id]
  if (here === undefined || there === undefined || here === there)
    return here !== undefined && here === there ? true : regionOf(design, candidate.id)?.id === region
  return holder.kind === 'security-group' && candidate.kind === 'security-group' && arePeers(design, here, there)
}

/** Whether the candidate is tied to the holder, where only such ones may be named. */
function isTied(holder: Construct, candidate: Construct): boolean {
  if (holder.kind === 'transit-gateway-route-table') {
    const gateway = holder.transitGateway
    if (candidate.kind === 'transit-gateway-attachment') return candidate.transitGateway === gateway
    if (candidate.kind === 'transit-gateway-peering')
      return candidate.transitGateway === gateway || candidate.peer === gateway
    if (candidate.kind === 'vpn-connection' || candidate.kind === 'direct-connect') return candidate.gateway === gateway
  }
  if (candidate.kind === 'peering-connection' && holder.kind === 'route-table')
    return candidate.requester === holder.vpc || candidate.accepter === holder.vpc
  return true
}

/** Whether a peering connection joins the two VPCs, in whatever state it is. */
export const arePeers = (design: Design, one: ConstructId, other: ConstructId): boolean =>
  listOfKind(design, 'peering-connection').some(
    ({ requester, accepter }) => (requester === one && accepter === other) || (requester === other && accepter === one),
  )
