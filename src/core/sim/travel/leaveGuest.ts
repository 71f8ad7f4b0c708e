import { isOnLink } from '../../topology/isOnLink.ts'
import type { Eni } from '../../topology/topology.ts'
import type { Packet } from './packet.ts'
import { cannotTell, drop, nameOf, placeAt } from './place.ts'
import { assume } from './tell.ts'
import type { Walk } from './walk.ts'

/**
 * By which interface an answer leaves is up to the routing of the operating system, and no part of AWS: without policy routing it goes by the first, whichever was asked,
 * unless the one who asked is a neighbour of the other. There the source/destination check drops what has another interface's address.
 * False when the answer goes no further. Source: EC2 guide, network interfaces; reports of amazon-vpc-cni-k8s (777, 1327) and cloud-init (4799).
 */
export function leaveGuest(walk: Walk, eni: Eni, answer: Packet): boolean {
  const { owner, policyRouting } = eni
  if (policyRouting === 'yes') return true
  const first = walk.topology.enisOf.get(owner)?.find(({ origin }) => origin.path[1] === 0)
  if (first && first.subnet !== eni.subnet && isOnLink(eni.subnet, answer.dst)) return true
  const decidedBy = { construct: owner, path: ['policyRouting'] }
  const place = placeAt(walk, owner, 'local', answer)
  if (policyRouting === 'unknown') assume(walk, 'ASSUMED_POLICY_ROUTING', decidedBy, { guest: nameOf(walk, owner) })
  else if (first?.sourceDestCheck) drop(place, 'REPLY_LEAVES_BY_FIRST_INTERFACE', decidedBy)
  else {
    const message = `whether ${nameOf(walk, owner)} takes in by one interface what it would answer by another (reverse path filtering)`
    cannotTell(place, decidedBy, message)
  }
  return policyRouting === 'unknown'
}
