import { type Address, isIp4 } from '../net/address.ts'
import { contains } from '../net/block.ts'
import type { Eni, Topology } from '../topology/topology.ts'

/**
 * The interface that a machine sends by for one of its containers: of what goes out of the VPC, where its system puts its first address in the place of theirs, the first;
 * else the one that has the container's address. Source: Amazon EKS guide, external SNAT.
 */
export function translateSource({ enisOf }: Topology, own: Eni, to: Address | undefined): Eni {
  if (own.translation !== 'first-address' || !mayTranslate(own, to)) return own
  return enisOf.get(own.owner)?.find(({ origin }) => origin.path[1] === 0) ?? own
}

/** Whether the system behind an address may send under another one of its own: it is a secondary one, and what is asked lies outside the VPC. IPv6 is never translated. */
export const mayTranslate = ({ translation, subnet }: Eni, to: Address | undefined): boolean =>
  translation !== 'none' && to !== undefined && isIp4(to) && !subnet.vpc.blocks.some((block) => contains(block, to))
