import { type Address, formatAddress, sameAddress } from '../../net/address.ts'
import type { Eni, SubnetNet } from '../../topology/topology.ts'
import { addBlocker, nameOf, type Session, type Walk } from '../walk.ts'
import { passAcl, rememberGroups } from './filters/passFilters.ts'
import { type Arrival, forwardPacket, routeOrigin } from './forwardPacket.ts'
import { enterFromInternet } from './handovers/enterFromInternet.ts'
import { type Packet, replyTo } from './packet.ts'
import { passAt, recordHandOver } from './recordHandOver.ts'

/** Source ports of a caller on the internet, whose system nobody knows. Source: VPC guide, ephemeral ports. */
const UNKNOWN_CALLER_PORTS = { from: 1024, to: 65535 }

/** Walks the answer to a request that arrived: from where it arrived back to the caller, through everything that remembers it. */
export function walkReply(walk: Walk, arrival: Arrival): void {
  const reply: Walk = {
    ...walk,
    leg: 'reply',
    via: [],
    path: null,
    sessions: [...walk.sessions],
    crossed: [],
    zone: null,
    visited: [],
    hops: 0,
  }
  if (!walk.isLookup) reply.recorder?.startLeg('reply')
  if (arrival.kind === 'outside') returnFromOutside(reply, arrival)
  else {
    const { eni, packet } = arrival
    walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
    const answer = replyTo(packet, portsOfAsker(reply))
    rememberGroups(reply, eni, 'egress', answer)
    sendBack(reply, eni, answer, askedFor(reply, eni, packet.dst))
  }
  walk.blocked = reply.blocked
  walk.partly = reply.partly
  walk.astray = reply.astray
}

/** What remembers the request last, but for appliances that only look at what passes. */
const lastSession = ({ sessions }: Walk): Exclude<Session, { kind: 'inspection' }> | undefined => {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]!
    if (session.kind !== 'inspection') return session
  }
  return undefined
}

/** Who waits for the answer at this stage; null = somebody on the internet. */
const waiting = (walk: Walk): Eni | null => lastSession(walk)?.eni ?? walk.caller

/**
 * The ports that the answer is sent to at this stage: those of whoever opened the connection. A load balancer that keeps the client's address keeps
 * its port too. Source: Network Load Balancer guide, client IP preservation and connection limits.
 */
function portsOfAsker({ sessions, caller }: Walk) {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]!
    if (session.kind !== 'inspection' && !(session.kind === 'balancer' && session.keepsSource))
      return session.eni.ephemeral
  }
  return caller?.ephemeral ?? UNKNOWN_CALLER_PORTS
}

/** The address under which an interface was asked: the public one where an internet gateway mapped it on the way in. */
const askedFor = (walk: Walk, eni: Eni, address: Address): Address =>
  typeof address === 'number' && walk.mapped.includes(eni) && eni.publicAddress !== null ? eni.publicAddress : address

/** The answer comes in by the gateway that the request left by, and is the sender's again. */
function returnFromOutside(walk: Walk, arrival: Extract<Arrival, { kind: 'outside' }>): void {
  const { sender, gatewayId, gateway, packet: asked } = arrival
  if (gateway === 'own-internet') {
    passAt(walk, gatewayId, 'own-internet', replyTo(asked, sender.ephemeral), null)
    endSession(walk)
    return
  }
  const inside = sender.address6 && typeof asked.src !== 'number' ? asked.src : (sender.address ?? asked.src)
  const answer = replyTo(asked, portsOfAsker(walk))
  if (gateway === 'internet-gateway') {
    const back = enterFromInternet(walk, sender, answer, null)
    if (back) arriveBack(walk, back, sender.subnet.id, sender)
    return
  }
  walk.recorder?.atHop(gatewayId, nameOf(walk, gatewayId))
  const inner = { ...answer, dst: inside }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'forwarded',
      to: gatewayId,
      how: gateway,
      packet: inner,
      decidedBy: null,
      code: null,
    })
  takeIn(walk, sender, inner, null)
}

/** Sends the answer on from an interface; `known` is the address that the one who waits takes answers from. */
function sendBack(walk: Walk, from: Eni, answer: Packet, known: Address): void {
  const session = lastSession(walk)
  if (session?.kind === 'balancer' && session.keepsSource && walk.sessions.at(-1) === session) {
    catchAnswer(walk, from, answer, session)
    return
  }
  walk.remembered = walk.sessions.length
  const back = forwardPacket(walk, from.subnet, answer, from)
  if (back === null) return
  const isKnown = sameAddress(back.packet.src, known) && lastSession(walk) === session
  if (isKnown && session === undefined && walk.caller === null && back.kind === 'outside') {
    if (walk.sessions.length > 0 || back.gateway !== 'internet-gateway') loseAnswer(walk, back, answer, from.subnet)
    return
  }
  if (isKnown && session?.kind === 'own-internet' && back.kind === 'outside') {
    endSession(walk)
    return
  }
  if (!isKnown) loseAnswer(walk, back, answer, from.subnet)
  else arriveBack(walk, back, from.subnet.id, waiting(walk))
}

/** The answer has come to an interface: it must be the one that waits, past every appliance that saw the request. */
function arriveBack(walk: Walk, back: Arrival, subnet: string, waiter: Eni | null): void {
  const passedAll = walk.sessions.at(-1)?.kind !== 'inspection'
  if (back.kind === 'interface' && back.eni === waiter && passedAll) takeIn(walk, back.eni, back.packet, back.from)
  else loseAnswer(walk, back, back.packet, { id: subnet })
}

/** A load balancer that kept the client's address catches the answer at its target: no route is asked, the ACLs between the two are. Source: NLB guide, client IP preservation. */
function catchAnswer(walk: Walk, from: Eni, answer: Packet, { eni: node }: Session): void {
  if (from.subnet.id !== node.subnet.id) {
    walk.recorder?.atHop(from.subnet.id, nameOf(walk, from.subnet.id))
    passAcl(walk, from.subnet, 'egress', answer)
    walk.recorder?.atHop(node.subnet.id, nameOf(walk, node.subnet.id))
    passAcl(walk, node.subnet, 'ingress', answer)
  }
  walk.recorder?.atHop(node.owner, nameOf(walk, node.owner))
  endSession(walk)
}

/** The way that the answer takes is not the one that anybody waits at the end of. */
function loseAnswer(walk: Walk, back: Arrival, answer: Packet, subnet: Pick<SubnetNet, 'id'>): void {
  const table = back.kind === 'interface' ? back.eni.subnet.table : back.sender.subnet.table
  const decidedBy = back.route
    ? (back.route.origin ?? routeOrigin(table, back.route))
    : { construct: subnet.id, path: [] }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'dropped',
      to: null,
      how: 'nobody',
      packet: answer,
      decidedBy,
      code: 'REPLY_LEAVES_ELSEWHERE',
    })
  addBlocker(walk, 'REPLY_LEAVES_ELSEWHERE', decidedBy)
}

const rewritesTo = (from: Address, to: Address) =>
  sameAddress(from, to)
    ? {}
    : { rewrites: { what: 'destination' as const, from: formatAddress(from), to: formatAddress(to) } }

/** The answer reaches the subnet of the interface that waits: the caller's, or that of something that passes it on. */
function takeIn(walk: Walk, eni: Eni, answer: Packet, from: SubnetNet | null): void {
  if (from?.id !== eni.subnet.id) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', answer)
  }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  rememberGroups(walk, eni, 'ingress', answer)
  if (lastSession(walk)?.eni === eni) endSession(walk, answer)
}

/** Whoever waits here knows the answer, puts back what it had rewritten, and passes it on. */
function endSession(walk: Walk, answer?: Packet): void {
  const session = walk.sessions.pop()
  if (!session || session.kind === 'inspection') return
  const { eni, before } = session
  // the ports that were let through so far are still those of the one who asked
  if (session.kind !== 'balancer' || !session.keepsSource) walk.portsLeft = null
  walk.crossed.length = 0
  if (session.kind === 'own-internet') {
    walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
    return
  }
  const inner = replyTo(before, portsOfAsker(walk))
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'translated',
      to: eni.owner,
      how: session.kind === 'nat' ? 'nat-gateway' : session.kind === 'balancer' ? 'load-balancer' : 'endpoint-service',
      packet: inner,
      decidedBy: null,
      code: null,
      ...(answer ? rewritesTo(answer.dst, inner.dst) : {}),
    })
  if (session.kind === 'balancer' && session.privateLink) {
    walk.recorder?.atHop(lastSession(walk)?.eni.owner ?? null, nameOf(walk, lastSession(walk)?.eni.owner ?? eni.owner))
    endSession(walk)
    return
  }
  if (session.kind !== 'nat') rememberGroups(walk, eni, 'egress', inner)
  sendBack(walk, eni, inner, askedFor(walk, eni, inner.src))
}
