import type { Origin } from '../../topology/origin.ts'
import type { Eni } from '../../topology/topology.ts'
import type { Blocker, InspectedWay } from '../verdict.ts'
import { type Place, say } from './place.ts'
import { addBlocker } from './tell.ts'
import type { Session } from './walk.ts'

const CODE = 'INSPECTION_SEES_ONE_DIRECTION'

/**
 * Appliances that watch connections drop what they did not see begin: the two directions take different ways through, or past, an inspection.
 * Always null. Source: transit gateway guide, appliance in a shared services VPC, dropped response traffic.
 */
export function dropOneSided(place: Place, ways: NonNullable<Blocker['ways']>, decidedBy: Origin | null): null {
  say(place, 'dropped', decidedBy, { code: CODE })
  addBlocker(place.walk, CODE, decidedBy, 0, ways)
  return null
}

/** Which inspection saw the request, as far as it is remembered; none where the last session is another. */
export const wayOfRequest = (session: Session | undefined): InspectedWay =>
  session?.kind === 'inspection'
    ? wayThrough(session.eni, session.route)
    : { endpoint: null, subnet: null, route: null }

/** Through an inspection endpoint, to which a route led. */
export const wayThrough = ({ owner, subnet }: Eni, route: Origin): InspectedWay => ({
  endpoint: owner,
  subnet: subnet.id,
  route,
})
