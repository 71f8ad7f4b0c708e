import type { ConstructId } from '../model/constructs/registry.ts'
import type { PathName } from '../model/design.ts'
import type { PortRange } from '../net/ports.ts'
import type { Origin } from '../topology/origin.ts'
import type { Eni, Topology, TopologyGap } from '../topology/topology.ts'
import { CODES, type Code } from './codes.ts'
import type { Packet } from './forward/packet.ts'
import type { Recorder } from './recorder.ts'
import type { Blocker, Note } from './verdict.ts'

/** A session that a NAT gateway keeps: what came in from the VPC before the source was rewritten. */
export interface Translation {
  readonly nat: Eni
  readonly before: Packet
  /** Who sent it there. */
  readonly sender: Eni
}

/** What one branch has met so far. */
export interface Walk {
  readonly topology: Topology
  readonly recorder: Recorder | null
  readonly blockers: Blocker[]
  readonly gaps: Note[]
  readonly assumptions: Note[]
  readonly via: ConstructId[]
  path: PathName | null
  /** Whether something stopped all of it; `partly` = only some source ports. */
  blocked: boolean
  partly: boolean
  /** Ports of the asker for which the reply has got through so far; null = all that it may have opened. */
  portsLeft: readonly PortRange[] | null
  /** Which way the packet takes is a guess from here on: what stands in that way proves nothing. */
  astray: boolean
  readonly translations: Translation[]
  /** How many of the translations were there when this leg began. */
  remembered: number
  hops: number
  /** A question to a DNS server: there and back are both part of the lookup. */
  readonly isLookup: boolean
}

export const createWalk = (topology: Topology, recorder: Recorder | null, isLookup = false): Walk => ({
  topology,
  recorder,
  blockers: [],
  gaps: [],
  assumptions: [],
  via: [],
  path: null,
  blocked: false,
  partly: false,
  portsLeft: null,
  astray: false,
  translations: [],
  remembered: 0,
  hops: 0,
  isLookup,
})

/** Notes a refusal that is certain; the walk goes on where it can, so that every blocker is found. Call after recording the step that refused. */
export function addBlocker(walk: Walk, code: Code, decidedBy: Origin | null, partly = false): void {
  if (walk.astray) return
  if (partly) walk.partly = true
  else walk.blocked = true
  walk.blockers.push({
    code,
    symptom: CODES[code].symptom ?? 'connection-times-out',
    decidedBy,
    step: walk.recorder?.lastStep() ?? null,
    ...(partly ? { partly } : {}),
  })
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
