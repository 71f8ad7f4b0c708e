import type { Origin } from '../../../topology/origin.ts'
import { type Eni, type FirewallNet, PROTOCOL } from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import { dropOneSided, wayOfRequest, wayThrough } from '../dropOneSided.ts'
import type { Packet } from '../packet.ts'
import { cannotTell, drop, lose, nameOf, type Place, say } from '../place.ts'
import { assume } from '../tell.ts'
import { closeSession, openSession, portsOfAsker, type StatefulOutcome } from '../walk.ts'
import { filterStateful, filterStateless } from './filterByFirewall.ts'
import type { Seen } from './matchFirewallRule.ts'

/**
 * A request comes to an endpoint of a Network Firewall: the stateless rules see it, then, where they forward it, the stateful ones. What they
 * refuse is noted and the walk goes on. `route` led it here. What they do to later packets is kept for the answer, which has to come back by the same endpoint.
 */
export function passFirewall(place: Place, eni: Eni, firewall: FirewallNet, route: Origin): void {
  const { walk, packet } = place
  const seen = seenAs(packet, portsOfAsker(walk))
  const first = filterStateless(firewall, seen)
  if (first.action !== 'forward') {
    tellStateless(place, first)
    return
  }
  const outcome = filterStateful(firewall, seen, walk.name)
  const isLater = outcome.moment !== 'first' && outcome.action !== 'doubt' && outcome.action !== 'pass'
  if (isLater) say(place, 'forwarded', null)
  else tellStateful(place, outcome)
  openSession(walk, { kind: 'inspection', eni, route, later: isLater ? outcome : null })
  assumeRules(place, firewall)
}

/** Its answer comes back; null = it goes no further. `route` led it here. */
export function passFirewallBack(place: Place, eni: Eni, firewall: FirewallNet, route: Origin): 'passed' | null {
  const { walk, packet } = place
  const outcome = filterStateless(firewall, seenAs(packet, packet.from ?? ANY_PORTS))
  const top = walk.carried.sessions.at(-1)
  const known = top?.kind === 'inspection' && top.eni === eni
  if (outcome.action !== 'forward') {
    // the stateful rules saw the request and see no answer: what they make of that is not published
    if (known && outcome.action === 'pass') {
      cannotTell(place, outcome.at, 'what stateful rules make of a request whose answer they do not see')
      closeSession(walk)
      return 'passed'
    }
    if (known) closeSession(walk)
    tellStateless(place, outcome)
    return 'passed'
  }
  if (!known) return dropUnknown(place, eni, firewall, outcome.at, route)
  closeSession(walk)
  if (top.later) tellStateful(place, top.later)
  else say(place, 'forwarded', null)
  return 'passed'
}

const ANY_PORTS = { from: 0, to: 65535 }

const seenAs = ({ src, dst, ports, protocol }: Packet, sourcePorts: Seen['sourcePorts']): Seen => ({
  src,
  dst,
  sourcePorts,
  destinationPorts: ports,
  protocol,
})

function tellStateless(place: Place, { action, at, gap }: ReturnType<typeof filterStateless>): void {
  if (gap) {
    lose(place, gap)
    // whether the stateful rules see it, and an answer must come back to them, hangs on it
    place.walk.carried.astray = true
  } else if (action === 'drop') drop(place, 'FIREWALL_RULES_RESTRICTION', at)
  else say(place, 'forwarded', at)
}

function tellStateful(place: Place, { action, moment, at, gap }: StatefulOutcome): void {
  if (gap) lose(place, gap)
  else if (action === 'pass') say(place, 'forwarded', at)
  else {
    const code = codeOf(action === 'reject' && place.packet.protocol === PROTOCOL.tcp, moment === 'data')
    drop(place, code, at, code === 'FIREWALL_REFUSES' || code === 'FIREWALL_RESETS' ? 'refused' : 'dropped')
  }
}

/** Only TCP can be reset. Source: Network Firewall guide, rule actions. */
const codeOf = (resets: boolean, isOpen: boolean): Code =>
  resets
    ? isOpen
      ? 'FIREWALL_RESETS'
      : 'FIREWALL_REFUSES'
    : isOpen
      ? 'FIREWALL_DROPS_DATA'
      : 'FIREWALL_RULES_RESTRICTION'

/**
 * The stateful rules get an answer to what they have not seen: by another endpoint's way, or past the stateless ones.
 * Source: Network Firewall guide, asymmetric routing and stream exception policy.
 */
function dropUnknown(place: Place, eni: Eni, firewall: FirewallNet, at: Origin, route: Origin): null {
  if (firewall.streamException === 'continue') {
    const message = 'what becomes of connections that it did not see begin, and goes on with'
    return cannotTell(place, { construct: firewall.id, path: ['streamException'] }, message)
  }
  return place.walk.told.via.includes(firewall.id) && firewall.stateless.length > 0
    ? drop(place, 'FIREWALL_SAW_NO_BEGINNING', at)
    : dropOneSided(
        place,
        { request: wayOfRequest(place.walk.carried.sessions.at(-1)), reply: wayThrough(eni, route) },
        route,
      )
}

function assumeRules({ walk }: Place, { id, silent, managed }: FirewallNet): void {
  const isSaid = (code: Code, at: Origin) =>
    walk.told.assumptions.some((one) => one.code === code && one.at?.construct === at.construct)
  const own = { construct: id, path: ['ruleGroups'] }
  if (silent && !isSaid('ASSUMED_FIREWALL_PASSES', own))
    assume(walk, 'ASSUMED_FIREWALL_PASSES', own, { firewall: nameOf(walk, id) })
  for (const at of managed)
    if (!isSaid('ASSUMED_MANAGED_RULES_PASS', at))
      assume(walk, 'ASSUMED_MANAGED_RULES_PASS', at, { group: nameOf(walk, at.construct) })
}
