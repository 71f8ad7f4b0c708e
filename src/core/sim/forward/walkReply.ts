import { type Address, formatAddress, sameAddress } from '../../net/address.ts'
import type { Eni, SubnetNet } from '../../topology/topology.ts'
import { addBlocker, nameOf, type Walk } from '../walk.ts'
import { type Arrival, forwardPacket, routeOrigin } from './forwardPacket.ts'
import { recordHandOver } from './handovers.ts'
import { type Packet, replyTo } from './packet.ts'
import { passAcl, rememberGroups } from './passFilters.ts'

/** Source ports of a caller on the internet, whose system nobody knows. Source: VPC guide, ephemeral ports. */
const UNKNOWN_CALLER_PORTS = { from: 1024, to: 65535 }

/** Walks the answer to a request that arrived: from where it arrived back to the caller, through every NAT gateway that remembers it. `caller` null = the internet. */
export function walkReply(walk: Walk, arrival: Arrival, caller: Eni | null): void {
  const reply: Walk = { ...walk, via: [], path: null, translations: [...walk.translations], hops: 0 }
  reply.remembered = reply.translations.length
  if (!walk.isLookup) reply.recorder?.startLeg('reply')
  if (arrival.kind === 'outside') returnFromOutside(reply, arrival, caller)
  else returnFromInterface(reply, arrival, caller)
  walk.blocked = reply.blocked
  walk.partly = reply.partly
  walk.astray = reply.astray
}

/** Who is waiting for the answer at this stage: the last NAT gateway, or the caller itself. */
const waiting = (walk: Walk, caller: Eni | null): Eni | null => walk.translations.at(-1)?.nat ?? caller

function returnFromOutside(walk: Walk, arrival: Extract<Arrival, { kind: 'outside' }>, caller: Eni | null): void {
  const { sender, gatewayId } = arrival
  const asked = arrival.packet
  const answer = replyTo(
    { ...asked, src: sender.address6 && typeof asked.src !== 'number' ? asked.src : (sender.address ?? asked.src) },
    sender.ephemeral,
  )
  walk.recorder?.atHop(gatewayId, nameOf(walk, gatewayId))
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: sameAddress(asked.src, answer.dst) ? 'forwarded' : 'translated',
      to: gatewayId,
      how: arrival.gateway,
      packet: answer,
      decidedBy: null,
      code: null,
      ...rewritesTo(asked.src, answer.dst),
    })
  takeIn(walk, sender, answer, null, caller)
}

function returnFromInterface(walk: Walk, arrival: Extract<Arrival, { kind: 'interface' }>, caller: Eni | null): void {
  const { eni, packet } = arrival
  const waiter = waiting(walk, caller)
  const answer = replyTo(packet, waiter?.ephemeral ?? UNKNOWN_CALLER_PORTS)
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  rememberGroups(walk, eni, 'egress', answer)
  const sessions = walk.translations.length
  const back = forwardPacket(walk, eni.subnet, answer, eni)
  if (back === null) return
  // what the waiting side would recognise as the answer: it comes from the address that was asked, and by no NAT that never saw the request
  const known = walk.translations.length === sessions && sameAddress(back.packet.src, originalTarget(arrival, packet))
  const reached = back.kind === 'interface' ? back.eni === waiter : waiter === null
  if (!known || !reached) {
    const decidedBy = back.route ? routeOrigin(eni.subnet.table, back.route) : { construct: eni.subnet.id, path: [] }
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
    return
  }
  if (back.kind === 'interface') takeIn(walk, back.eni, back.packet, back.from, caller)
}

/** The address the caller sent to: the public one where an internet gateway mapped it on the way in. */
const originalTarget = (arrival: Extract<Arrival, { kind: 'interface' }>, packet: Packet) =>
  arrival.from === null && typeof packet.dst === 'number' && arrival.eni.publicAddress !== null
    ? arrival.eni.publicAddress
    : packet.dst

const rewritesTo = (from: Address, to: Address) =>
  sameAddress(from, to)
    ? {}
    : { rewrites: { what: 'destination' as const, from: formatAddress(from), to: formatAddress(to) } }

/** The answer reaches the subnet of the interface that waits; a NAT gateway passes it on to whoever sent the request there. */
function takeIn(walk: Walk, eni: Eni, answer: Packet, from: SubnetNet | null, caller: Eni | null): void {
  if (from?.id !== eni.subnet.id) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', answer)
  }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  const session = walk.translations.at(-1)
  if (session?.nat !== eni) {
    rememberGroups(walk, eni, 'ingress', answer)
    return
  }
  walk.translations.pop()
  walk.remembered = walk.translations.length
  walk.portsLeft = null
  const inner = replyTo(session.before, session.sender.ephemeral)
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'translated',
      to: eni.owner,
      how: 'nat-gateway',
      packet: inner,
      decidedBy: null,
      code: null,
      ...rewritesTo(answer.dst, inner.dst),
    })
  const back = forwardPacket(walk, eni.subnet, inner, eni)
  if (back === null) return
  if (back.kind === 'interface' && back.eni === session.sender) {
    takeIn(walk, back.eni, back.packet, back.from, caller)
    return
  }
  const decidedBy = back.route ? routeOrigin(eni.subnet.table, back.route) : { construct: eni.subnet.id, path: [] }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'dropped',
      to: null,
      how: 'nobody',
      packet: inner,
      decidedBy,
      code: 'REPLY_LEAVES_ELSEWHERE',
    })
  addBlocker(walk, 'REPLY_LEAVES_ELSEWHERE', decidedBy)
}
