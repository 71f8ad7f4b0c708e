import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import type { Blocker, InspectedWay } from '../sim/verdict.ts'
import type { Origin } from '../topology/origin.ts'
import { describePlace } from './describePlace.ts'

/** How the two directions of a connection take different ways through an inspection, with the endpoints and the routes of both. */
export function explainWays({ request, reply }: NonNullable<Blocker['ways']>, design: Design): string {
  const nameOf = (id: string) => nameIn(design, id)
  const by = (route: Origin | null) => (route ? ` (${describePlace(design, route)})` : '')
  // of two endpoints of one firewall the subnet tells which
  const isOne = request.endpoint === reply.endpoint
  const called = ({ endpoint, subnet }: InspectedWay) =>
    `${nameOf(endpoint ?? '')}${isOne && subnet ? ` in ${nameOf(subnet)}` : ''}`
  const through = (way: InspectedWay) => `through ${called(way)}${by(way.route)}`
  if (reply.endpoint === null)
    return `The request goes ${through(request)} and its reply past it${by(reply.route)}; what sees one half of a connection drops what follows.`
  const unseen = `the inspection at ${called(reply)} did not see the connection begin and drops it`
  return request.endpoint === null
    ? `The reply goes ${through(reply)}, the request past it; ${unseen}.`
    : `The request goes ${through(request)} and its reply ${through(reply)}; ${unseen}.`
}
