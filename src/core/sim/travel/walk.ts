import { append } from '../../base/append.ts'
import type { PathName } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { PortRange } from '../../net/ports.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Eni, LinkNet, Topology, TopologyGap } from '../../topology/topology.ts'
import type { Asked } from '../inList.ts'
import type { Blocker, Note } from '../verdict.ts'
import type { Arrival } from './arrival.ts'
import type { Packet } from './packet.ts'
import type { Recorder } from './recorder.ts'

/** What a Network Firewall's stateful rules do to a connection, and at which of its packets: the first, its answer, or what is sent once it is open. */
export interface StatefulOutcome {
  /** `doubt` = it cannot be told, because of the gap. */
  readonly action: 'pass' | 'drop' | 'reject' | 'doubt'
  readonly moment: 'first' | 'answer' | 'data'
  /** The rule that decides, or the default action. */
  readonly at: Origin
  readonly gap: TopologyGap | null
}

/**
 * What something on the way remembers of the request, so that the reply finds its way back through it: the last one first.
 * `before` is the packet as it came in, before anything was rewritten; the answer goes to whoever sent it.
 */
export type Session =
  /** A NAT gateway (or an instance that translates): the reply comes to its own address. */
  | { readonly kind: 'nat'; readonly eni: Eni; readonly before: Packet }
  /** A load balancer's node. With `keepsSource` the target sees the client's address, and its answer is caught on its way there. */
  | {
      readonly kind: 'balancer'
      readonly eni: Eni
      readonly before: Packet
      readonly keepsSource: boolean
      /** The request came through AWS PrivateLink: between node and endpoint there is no network to cross. */
      readonly privateLink: boolean
      /** How many appliances the request had passed before: behind one that came later nobody knows the node's groups. */
      readonly passed: number
    }
  /** An interface endpoint that leads to a drawn service; the session above it is the provider's load balancer. */
  | { readonly kind: 'endpoint'; readonly eni: Eni; readonly before: Packet }
  /** An on-premises network's own way to the internet: the answer comes back from there. */
  | { readonly kind: 'own-internet'; readonly eni: Eni; readonly before: Packet }
  /**
   * An endpoint of a Gateway Load Balancer or a Network Firewall: what is behind it must see the reply too. `route`: what led the request there;
   * `later`: what a firewall does to the connection once it is open.
   */
  | { readonly kind: 'inspection'; readonly eni: Eni; readonly route: Origin; readonly later: StatefulOutcome | null }

/** What is picked at a place where a packet may go on in several ways. */
export interface Pick {
  /** Which of the ways. */
  readonly at: number
  /** Not all of them fare alike, and all are taken: what stops this one stops a part only. */
  readonly mixed: boolean
  /** Not all of them fare alike, and which is taken cannot be told. */
  readonly doubt: boolean
}

/** One packet's way there and back, in three life spans: what never changes stands here, what a fork goes on with in `carried`, what is said of it in `told`. */
export interface Walk {
  readonly topology: Topology
  /** The interface that asks; null = somebody on the internet. */
  readonly caller: Eni | null
  /** A question to a DNS server: there and back are both part of the lookup. */
  readonly isLookup: boolean
  /** What the request asks for; null = questions to DNS servers, and probes. */
  readonly asked: Asked | null
  /** The name that is asked for, which TLS and HTTP show to whoever looks; null = an address. */
  readonly name: string | null
  /** How many ways through load balancers may still be tried; shared by all forks. */
  readonly trials: { left: number }
  readonly carried: Carried
  readonly told: Told
}

/** What the packet, and those that it met, carry along. Its values are replaced and never changed in place, so that a plain copy is a fork. */
export interface Carried {
  leg: 'request' | 'reply'
  sessions: readonly Session[]
  /** How many of the sessions were there when the packet was last sent. */
  remembered: number
  /** Interfaces that were entered by their public address: they answer under it. */
  mapped: readonly Eni[]
  /** Appliances that the request has passed: their groups remember it. */
  passed: readonly Eni[]
  /** How the packet got from one network into another since it was last sent: group references hold over some of these only. */
  crossed: readonly ConstructId[]
  /** The zone id by which a transit gateway took the packet in; it keeps to that zone where it can. */
  zone: string | null
  /** Links between AWS and networks outside that the request has passed and its answer has not, the last one last. */
  links: readonly LinkNet[]
  /** The interface by which a flow enters an attachment in appliance mode: both directions take the same. */
  applianceEntries: readonly { readonly attachment: ConstructId; readonly flow: Packet; readonly eni: Eni }[]
  /** What to pick at the next places where there is something to pick; after that, the first each time. */
  picks: readonly Pick[]
  /** The places at which nothing was said to pick: how many ways there were, and whether all of them are taken for certain. */
  met: readonly { readonly options: number; readonly sure: boolean }[]
  /** The route, or gateway, by which a reply first went past the endpoint that saw its request. */
  pastInspection: Origin | null
  hops: number
  /** Where the packet has been on this leg, and as what: to come back the same is to go in circles. */
  visited: readonly { readonly at: object; readonly packet: Packet }[]
  /** Ports of the asker for which the reply has got through so far; null = all that it may have opened. */
  portsLeft: readonly PortRange[] | null
  /** Which part of the connections the ports let through at those stages of the reply that are behind it; 1 = all. */
  share: number
  /** Which way the packet takes is a guess from here on: what stands in that way proves nothing. */
  astray: boolean
}

/** What is said of the way: a fork begins with nothing said. */
export interface Told {
  readonly recorder: Recorder | null
  blockers: readonly Blocker[]
  gaps: readonly Note[]
  assumptions: readonly Note[]
  /** Gateways and endpoints that the request has passed, in order. */
  via: readonly ConstructId[]
  path: PathName | null
  /** Whether something stopped all of it; `partly` = only some source ports, or some of a load balancer's targets. */
  blocked: boolean
  partly: boolean
  /** One of several targets is being walked, and not all fare alike: what stops this one stops a part only. */
  mixed: boolean
  /** Where `mixed` comes of a transit gateway's choice: the subnet by which it takes in what is being walked. */
  enteredBy: ConstructId | null
  /** Where the request came to its end; null = it got nowhere. With `between` it is what the one who is asked sees: who sends, from which network, by which endpoint. */
  end: Arrival | null
  /** What stood between the caller and that end. */
  between: readonly Session[]
}

/** Load balancers behind load balancers with many targets each: beyond this a branch is not told. */
const MOST_TRIALS = 5000
const NONE: readonly never[] = []

const startOut = (): Carried => ({
  leg: 'request',
  sessions: NONE,
  remembered: 0,
  mapped: NONE,
  passed: NONE,
  crossed: NONE,
  zone: null,
  links: NONE,
  applianceEntries: NONE,
  picks: NONE,
  met: NONE,
  pastInspection: null,
  hops: 0,
  visited: NONE,
  portsLeft: null,
  share: 1,
  astray: false,
})

const sayNothing = (recorder: Recorder | null): Told => ({
  recorder,
  blockers: NONE,
  gaps: NONE,
  assumptions: NONE,
  via: NONE,
  path: null,
  blocked: false,
  partly: false,
  mixed: false,
  enteredBy: null,
  end: null,
  between: NONE,
})

export const createWalk = (
  topology: Topology,
  recorder: Recorder | null,
  caller: Eni | null,
  isLookup = false,
  asked: Asked | null = null,
  name: string | null = null,
): Walk => ({
  topology,
  caller,
  isLookup,
  asked,
  name,
  trials: { left: MOST_TRIALS },
  carried: startOut(),
  told: sayNothing(recorder),
})

/** The same walk from here on, to try one of several ways: what it says, it says for itself. */
export const forkWalk = (walk: Walk): Walk => ({ ...walk, carried: { ...walk.carried }, told: sayNothing(null) })

/** The request has come to its end; what was met on the way is remembered, where it went and what it passed is not. */
export function turnBack({ carried }: Walk): void {
  carried.leg = 'reply'
  carried.crossed = NONE
  carried.zone = null
  carried.visited = NONE
  carried.hops = 0
  carried.pastInspection = null
}

/** What is picked next of so many ways. `sure`: all of them are taken by some connections. */
export function pickWay({ carried, told }: Walk, options: number, sure: boolean): Pick {
  const [said, ...later] = carried.picks
  if (!said) {
    carried.met = append(carried.met, { options, sure })
    return FIRST
  }
  carried.picks = later
  if (said.doubt) carried.astray = true
  else if (said.mixed) told.mixed = true
  return said
}
const FIRST: Pick = { at: 0, mixed: false, doubt: false }

/** Counts as sent anew: no join has been crossed since. */
export const forgetJoins = ({ carried }: Walk): void => {
  carried.crossed = NONE
}

export const crossJoin = ({ carried }: Walk, id: ConstructId): void => {
  carried.crossed = append(carried.crossed, id)
}

export const openSession = ({ carried }: Walk, session: Session): void => {
  carried.sessions = append(carried.sessions, session)
}

/** Takes the last session off the stack. */
export function closeSession({ carried }: Walk): Session | undefined {
  const session = carried.sessions.at(-1)
  if (session) carried.sessions = carried.sessions.slice(0, -1)
  if (session?.kind === 'inspection') carried.pastInspection = null
  return session
}

/** Source ports of a caller on the internet, whose system nobody knows. Source: VPC guide, ephemeral ports. */
const UNKNOWN_CALLER_PORTS = { from: 1024, to: 65535 }

/**
 * The ports that a connection comes from at this stage, and its answer is sent to: those of whoever opened it. A load balancer that keeps the
 * client's address keeps its port too. Source: Network Load Balancer guide, client IP preservation and connection limits.
 */
export function portsOfAsker({ carried: { sessions }, caller }: Walk): PortRange {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]!
    if (session.kind !== 'inspection' && !(session.kind === 'balancer' && session.keepsSource))
      return session.eni.ephemeral
  }
  return caller?.ephemeral ?? UNKNOWN_CALLER_PORTS
}
