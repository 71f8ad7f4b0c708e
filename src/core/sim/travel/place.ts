import type { ConstructId } from '../../model/kinds/registry.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import type { TopologyGap } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Step } from '../verdict.ts'
import { isIcmp, type Packet } from './packet.ts'
import { addBlocker, addGap, addTopologyGap, GAP_CODES, passThrough } from './tell.ts'
import type { Walk } from './walk.ts'

type HandOverStep = Extract<Step, { kind: 'hand-over' }>
type How = HandOverStep['detail']['how']

/** Where a packet is, and as what the trace knows the place: opened once a station, which then says what became of the packet there. */
export interface Place {
  readonly walk: Walk
  /** null = nothing drawn, called `label`; without a label it is where the trace is already. */
  readonly id: ConstructId | null
  readonly how: How
  readonly packet: Packet
  readonly label?: () => string
}

export const placeAt = (
  walk: Walk,
  id: ConstructId,
  how: How,
  packet: Packet,
): Place & { readonly id: ConstructId } => ({
  walk,
  id,
  how,
  packet,
})

/** Name of a construct, for the label of a hop. */
export const nameOf = (walk: Walk, id: ConstructId): string => walk.topology.design.constructs[id]?.name ?? id

/** The trace goes on at `id`; null = a place that is not drawn, called `label`. */
export function goTo(walk: Walk, id: ConstructId | null, label?: () => string): void {
  const { recorder } = walk.told
  if (recorder && (id !== null || label !== undefined)) recorder.atHop(id, label?.() ?? nameOf(walk, id!))
}

export const enter = ({ walk, id, label }: Place): void => goTo(walk, id, label)

interface More {
  readonly code?: Code | null
  readonly rewrites?: NonNullable<HandOverStep['detail']['rewrites']>
  readonly header?: boolean
  readonly rule?: NonNullable<HandOverStep['detail']['rule']>
  readonly answer?: NonNullable<HandOverStep['detail']['answer']>
}

/** Writes a hand-over step where the trace is, which may be before the place itself. */
export function sayHere(
  { walk, id, how, packet }: Place,
  outcome: HandOverStep['outcome'],
  decidedBy: Origin | null,
  { code = null, rewrites, header = false, rule, answer }: More = {},
): void {
  walk.told.recorder?.step({
    kind: 'hand-over',
    outcome,
    code,
    detail: {
      to: id,
      how,
      ...(rewrites ? { rewrites } : {}),
      ...(header ? { header } : {}),
      ...(rule ? { rule } : {}),
      ...(answer ? { answer } : {}),
      address: formatAddress(packet.dst),
      port: isIcmp(packet.protocol) ? null : packet.ports.from,
    },
    evidence: { decidedBy, considered: [] },
  })
}

/** What the place does with the packet. */
export function say(place: Place, outcome: HandOverStep['outcome'], decidedBy: Origin | null, more?: More): void {
  if (place.walk.told.recorder === null) return
  enter(place)
  sayHere(place, outcome, decidedBy, more)
}

/** The place puts another address into the packet; `header`: and tells the old one in a header. */
export function sayTranslated(
  place: Place,
  decidedBy: Origin | null,
  what: 'source' | 'destination',
  from: Address,
  to: Address,
  header = false,
): void {
  if (place.walk.told.recorder === null) return
  const rewrites = { what, from: formatAddress(from), to: formatAddress(to) }
  say(place, 'translated', decidedBy, { rewrites, header })
}

/** The packet goes on, unchanged. */
export function pass(place: Place, decidedBy: Origin | null): void {
  say(place, 'forwarded', decidedBy)
  if (place.id !== null) passThrough(place.walk, place.id)
}

/** The packet ends here, and why; `refused`: whoever is here answers so. Always null, for the station to return. */
export function drop(
  place: Place,
  code: Code,
  decidedBy: Origin | null,
  outcome: 'dropped' | 'refused' = 'dropped',
): null {
  say(place, outcome, decidedBy, { code })
  addBlocker(place.walk, code, decidedBy)
  return null
}

/** What happens here hangs on something that cannot be read. Always null. */
export function lose(place: Place, gap: TopologyGap): null {
  say(place, 'unknown', gap.at, { code: GAP_CODES[gap.code] })
  addTopologyGap(place.walk, gap)
  return null
}

/** The same for what the design does not say at all. */
export function cannotTell(place: Place, decidedBy: Origin | null, message: string, code: Code = 'NOT_MODELLED'): null {
  say(place, 'unknown', decidedBy, { code })
  addGap(place.walk, code, decidedBy, { message })
  return null
}

/** Nothing takes the packet where the trace is now; `decidedBy` says what should have. Always null. */
export function stop(walk: Walk, packet: Packet, code: Code, decidedBy: Origin | null): null {
  if (walk.told.recorder)
    sayHere({ walk, id: decidedBy?.construct ?? null, how: 'nobody', packet }, 'dropped', decidedBy, { code })
  addBlocker(walk, code, decidedBy)
  return null
}
