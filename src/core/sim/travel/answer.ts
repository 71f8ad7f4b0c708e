import { type Address, sameAddress } from '../../net/address.ts'
import { countPorts } from '../../net/ports.ts'
import type { Eni, SubnetNet } from '../../topology/topology.ts'
import type { Arrival, ArrivalAt } from './arrival.ts'
import { dropOneSided, wayOfRequest } from './dropOneSided.ts'
import { comeInto, crossEdge, rememberGroups } from './filters/passFilters.ts'
import { leaveGuest } from './leaveGuest.ts'
import { detour, forwardFrom, type Next } from './next.ts'
import { type Packet, replyTo } from './packet.ts'
import { drop, goTo, pass, placeAt, say, sayTranslated } from './place.ts'
import { originOfRoute, originOfTable } from './routeStep.ts'
import { enterFromInternet } from './stations/enterFromInternet.ts'
import { closeSession, forgetJoins, portsOfAsker, type Session, turnBack, type Walk } from './walk.ts'

/** The answer to a request that arrived sets out: from where it arrived back to the caller, through everything that remembers it. */
export function answer(walk: Walk, arrival: Arrival): Next {
  turnBack(walk)
  if (!walk.isLookup) walk.told.recorder?.startLeg('reply')
  if (arrival.kind === 'outside') return returnFromOutside(walk, arrival)
  const { eni, packet } = arrival
  goTo(walk, eni.owner)
  const reply = replyTo(packet, portsOfAsker(walk))
  if (!leaveGuest(walk, eni, reply)) return null
  rememberGroups(walk, eni, 'egress', reply)
  return sendBack(walk, eni, reply, askedFor(walk, eni, packet.dst))
}

type Rewriting = Exclude<Session, { kind: 'inspection' }>

/** What remembers the request last, but for appliances that only look at what passes. */
function lastSession({ carried: { sessions } }: Walk): Rewriting | undefined {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]!
    if (session.kind !== 'inspection') return session
  }
  return undefined
}

/** Who waits for the answer at this stage; null = somebody on the internet. */
const waiting = (walk: Walk): Eni | null => lastSession(walk)?.eni ?? walk.caller

/** The address under which an interface was asked: the public one where an internet gateway mapped it on the way in. */
const askedFor = ({ carried }: Walk, eni: Eni, address: Address): Address =>
  typeof address === 'number' && carried.mapped.includes(eni) && eni.publicAddress !== null
    ? eni.publicAddress
    : address

/** The answer comes in by the gateway that the request left by, and is the sender's again. */
function returnFromOutside(walk: Walk, { sender, gatewayId, gateway, packet: asked }: ArrivalAt<'outside'>): Next {
  if (gateway === 'own-internet') {
    pass(placeAt(walk, gatewayId, 'own-internet', replyTo(asked, sender.ephemeral)), null)
    return endSession(walk)
  }
  const reply = replyTo(asked, portsOfAsker(walk))
  if (gateway === 'internet-gateway')
    return detour(
      enterFromInternet(walk, sender, reply, null),
      (back) => back && arriveBack(walk, back, sender.subnet, sender),
    )
  const inside = sender.address6 && typeof asked.src !== 'number' ? asked.src : (sender.address ?? asked.src)
  const inner = { ...reply, dst: inside }
  say(placeAt(walk, gatewayId, gateway, inner), 'forwarded', null)
  return takeIn(walk, sender, inner, null)
}

/** Sends the answer on from an interface; `known` is the address that the one who waits takes answers from. */
function sendBack(walk: Walk, from: Eni, reply: Packet, known: Address): Next {
  const { carried } = walk
  const session = lastSession(walk)
  if (session?.kind === 'balancer' && session.keepsSource && carried.sessions.at(-1) === session)
    return catchAnswer(walk, from, reply, session)
  carried.remembered = carried.sessions.length
  return detour(forwardFrom(from, reply), (back) => {
    if (back === null) return null
    if (!sameAddress(back.packet.src, known) || lastSession(walk) !== session)
      return loseAnswer(walk, back, reply, from.subnet)
    if (back.kind === 'outside' && session?.kind === 'own-internet') return endSession(walk)
    if (back.kind === 'outside' && session === undefined && walk.caller === null) {
      if (back.gateway !== 'internet-gateway') return loseAnswer(walk, back, reply, from.subnet)
      return carried.sessions.length === 0 ? null : missInspection(walk, back, reply, from.subnet)
    }
    return arriveBack(walk, back, from.subnet, waiting(walk))
  })
}

/** The answer has come to an interface: it must be the one that waits, past every appliance that saw the request. */
function arriveBack(walk: Walk, back: Arrival, subnet: SubnetNet, waiter: Eni | null): Next {
  if (back.kind !== 'interface' || back.eni !== waiter) return loseAnswer(walk, back, back.packet, subnet)
  return walk.carried.sessions.at(-1)?.kind === 'inspection'
    ? missInspection(walk, back, back.packet, subnet)
    : takeIn(walk, back.eni, back.packet, back.from)
}

/** The answer gets where it is waited for, but past the inspection that saw the request. */
function missInspection(walk: Walk, back: Arrival, reply: Packet, subnet: SubnetNet): null {
  const { sessions, pastInspection } = walk.carried
  const decidedBy = pastInspection ?? back.route?.origin ?? originOfTable(subnet.table)
  const ways = { request: wayOfRequest(sessions.at(-1)), reply: { endpoint: null, subnet: null, route: decidedBy } }
  return dropOneSided({ walk, id: null, how: 'nobody', packet: reply }, ways, decidedBy)
}

/** A load balancer that kept the client's address catches the answer at its target: no route is asked, the ACLs between the two are. Source: NLB guide, client IP preservation. */
function catchAnswer(walk: Walk, from: Eni, reply: Packet, { eni: node }: Session): Next {
  if (from.subnet.id !== node.subnet.id) {
    crossEdge(walk, from.subnet, 'egress', reply)
    crossEdge(walk, node.subnet, 'ingress', reply)
  }
  goTo(walk, node.owner)
  return endSession(walk)
}

/** The way that the answer takes is not the one that anybody waits at the end of. */
function loseAnswer(walk: Walk, back: Arrival, reply: Packet, subnet: SubnetNet): null {
  const { table } = back.kind === 'interface' ? back.eni.subnet : back.sender.subnet
  const decidedBy = back.route ? originOfRoute(table, back.route) : { construct: subnet.id, path: [] }
  return drop({ walk, id: null, how: 'nobody', packet: reply }, 'REPLY_LEAVES_ELSEWHERE', decidedBy)
}

/** The answer reaches the subnet of the interface that waits: the caller's, or that of something that passes it on. */
function takeIn(walk: Walk, eni: Eni, reply: Packet, from: SubnetNet | null): Next {
  comeInto(walk, eni.subnet, from, reply)
  goTo(walk, eni.owner)
  rememberGroups(walk, eni, 'ingress', reply)
  return lastSession(walk)?.eni === eni ? endSession(walk, reply) : null
}

/** What comes next goes to the ports of somebody else: of the connections those of `opener` let through their share. */
function startNewPorts({ carried }: Walk, { ephemeral }: Eni): void {
  if (carried.portsLeft === null) return
  carried.share *= countPorts(carried.portsLeft) / countPorts([ephemeral])
  carried.portsLeft = null
}

const HOW = {
  nat: 'nat-gateway',
  balancer: 'load-balancer',
  endpoint: 'endpoint-service',
} as const satisfies Partial<Record<Session['kind'], string>>

/** Whoever waits here knows the answer, puts back what it had rewritten, and passes it on. */
function endSession(walk: Walk, reply?: Packet): Next {
  const session = closeSession(walk)
  if (!session || session.kind === 'inspection') return null
  const { eni, before } = session
  // the ports that were let through so far are still those of the one who asked
  if (session.kind !== 'balancer' || !session.keepsSource) startNewPorts(walk, session.eni)
  forgetJoins(walk)
  if (session.kind === 'own-internet') {
    goTo(walk, eni.owner)
    return null
  }
  const inner = replyTo(before, portsOfAsker(walk))
  const place = placeAt(walk, eni.owner, HOW[session.kind], inner)
  if (reply && !sameAddress(reply.dst, inner.dst)) sayTranslated(place, null, 'destination', reply.dst, inner.dst)
  else say(place, 'translated', null)
  if (session.kind === 'balancer' && session.privateLink) {
    goTo(walk, lastSession(walk)?.eni.owner ?? eni.owner)
    return endSession(walk)
  }
  if (session.kind !== 'nat') rememberGroups(walk, eni, 'egress', inner)
  return sendBack(walk, eni, inner, askedFor(walk, eni, inner.src))
}
