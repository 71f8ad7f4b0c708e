import type { PathName, Symptom } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { PortRange } from '../net/ports.ts'
import type { Origin } from '../topology/origin.ts'
import type { Eni, Topology, TopologyGap } from '../topology/topology.ts'
import { CODES, type Code } from './codes.ts'
import type { Packet } from './forward/packet.ts'
import type { Recorder } from './recorder.ts'
import type { Blocker, Note } from './verdict.ts'

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
    }
  /** An interface endpoint that leads to a drawn service; the session above it is the provider's load balancer. */
  | { readonly kind: 'endpoint'; readonly eni: Eni; readonly before: Packet }
  /** An on-premises network's own way to the internet: the answer comes back from there. */
  | { readonly kind: 'own-internet'; readonly eni: Eni; readonly before: Packet }
  /** An endpoint of a Gateway Load Balancer: the appliances behind it must see the reply too. */
  | { readonly kind: 'inspection'; readonly eni: Eni }

/** What one branch has met so far. */
export interface Walk {
  readonly topology: Topology
  readonly recorder: Recorder | null
  /** The interface that asks; null = somebody on the internet. */
  readonly caller: Eni | null
  readonly blockers: Blocker[]
  readonly gaps: Note[]
  readonly assumptions: Note[]
  readonly via: ConstructId[]
  path: PathName | null
  /** Whether something stopped all of it; `partly` = only some source ports, or some of a load balancer's targets. */
  blocked: boolean
  partly: boolean
  /** One of several targets is being walked, and not all fare alike: what stops this one stops a part only. */
  mixed: boolean
  /** Ports of the asker for which the reply has got through so far; null = all that it may have opened. */
  portsLeft: readonly PortRange[] | null
  /** Which way the packet takes is a guess from here on: what stands in that way proves nothing. */
  astray: boolean
  readonly leg: 'request' | 'reply'
  readonly sessions: Session[]
  /** How many of the sessions were there when this leg began. */
  remembered: number
  /** Interfaces that were entered by their public address: they answer under it. */
  readonly mapped: Eni[]
  /** Appliances that the request has passed: their groups remember it. */
  readonly passed: Eni[]
  /** How the packet got from one network into another since it was last sent: group references hold over some of these only. */
  readonly crossed: ConstructId[]
  /** The zone id by which a transit gateway took the packet in; it keeps to that zone where it can. */
  zone: string | null
  /** The interface by which a connection enters an attachment in appliance mode: both directions take the same. */
  readonly applianceEntries: { readonly attachment: ConstructId; readonly eni: Eni }[]
  hops: number
  /** Where the packet has been on this leg, and as what: to come back the same is to go in circles. */
  readonly visited: { readonly at: object; readonly packet: Packet }[]
  /** How many ways through load balancers may still be tried; shared by all forks. */
  readonly trials: { left: number }
  /** A question to a DNS server: there and back are both part of the lookup. */
  readonly isLookup: boolean
}

/** Load balancers behind load balancers with many targets each: beyond this a branch is not told. */
const MOST_TRIALS = 5000

export const createWalk = (
  topology: Topology,
  recorder: Recorder | null,
  caller: Eni | null,
  isLookup = false,
): Walk => ({
  topology,
  recorder,
  caller,
  blockers: [],
  gaps: [],
  assumptions: [],
  via: [],
  path: null,
  blocked: false,
  partly: false,
  mixed: false,
  portsLeft: null,
  astray: false,
  leg: 'request',
  sessions: [],
  remembered: 0,
  mapped: [],
  passed: [],
  crossed: [],
  zone: null,
  applianceEntries: [],
  hops: 0,
  visited: [],
  trials: { left: MOST_TRIALS },
  isLookup,
})

/** The same walk from here on, of which nothing is written down: to try one of several ways. */
export const forkWalk = (walk: Walk): Walk => ({
  ...walk,
  recorder: null,
  blockers: [...walk.blockers],
  gaps: [...walk.gaps],
  assumptions: [...walk.assumptions],
  via: [...walk.via],
  sessions: [...walk.sessions],
  mapped: [...walk.mapped],
  passed: [...walk.passed],
  crossed: [...walk.crossed],
  applianceEntries: [...walk.applianceEntries],
  visited: [...walk.visited],
})

/** Notes a refusal that is certain; the walk goes on where it can, so that every blocker is found. Call after recording the step that refused. */
export function addBlocker(walk: Walk, code: Code, decidedBy: Origin | null, ofSomePorts = false): void {
  if (walk.astray) return
  const partly = ofSomePorts || walk.mixed
  if (partly) walk.partly = true
  else walk.blocked = true
  walk.blockers.push({
    code,
    symptom: symptomOf(walk, code),
    decidedBy,
    step: walk.recorder?.lastStep() ?? null,
    ...(partly ? { partly } : {}),
  })
}

/**
 * An Application Load Balancer takes the client's connection itself. What stands between it and its targets shows as HTTP errors of its own.
 * Source: Application Load Balancer guide, troubleshooting: HTTP 502, 503 and 504.
 */
function symptomOf({ sessions }: Walk, code: Code): Symptom {
  const behind = sessions.some((one) => one.kind === 'balancer' && one.eni.balancer?.kind === 'application')
  return behind ? 'http-error' : (CODES[code].symptom ?? 'connection-times-out')
}

export function addNote(list: Note[], code: Code, at: Origin | null, values: Note['values'] = {}): void {
  list.push({ code, at, values })
}

/** Something that could not be read would have to be known here. */
export function addTopologyGap(walk: Walk, gap: TopologyGap): void {
  addNote(walk.gaps, GAP_CODES[gap.code], gap.at, { message: gap.message })
}

export const GAP_CODES = {
  'not-modelled': 'NOT_MODELLED',
  'invalid-value': 'INVALID_VALUE',
  'dangling-reference': 'UNKNOWN_RESOURCE',
} as const satisfies Record<TopologyGap['code'], Code>

/** Name of a construct, for the label of a hop. */
export const nameOf = (walk: Walk, id: ConstructId): string => walk.topology.design.constructs[id]?.name ?? id
