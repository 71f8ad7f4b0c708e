import { formatAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import type { TopologyGap } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Step } from '../verdict.ts'
import { addBlocker, addNote, addTopologyGap, GAP_CODES, nameOf, type Walk } from '../walk.ts'
import { isIcmp, type Packet } from './packet.ts'

type HandOverStep = Extract<Step, { kind: 'hand-over' }>
/** What a hand-over step says. */
export interface HandOverWords {
  readonly outcome: HandOverStep['outcome']
  readonly to: HandOverStep['detail']['to']
  readonly how: HandOverStep['detail']['how']
  readonly packet: Packet
  readonly decidedBy: Origin | null
  readonly code: Code | null
  readonly rewrites?: NonNullable<HandOverStep['detail']['rewrites']>
  readonly header?: boolean
}

/** Writes a hand-over step, where anyone keeps a trace. */
export function recordHandOver(
  walk: Walk,
  { outcome, to, how, packet, decidedBy, code, rewrites, header = false }: HandOverWords,
): void {
  walk.recorder?.step({
    kind: 'hand-over',
    outcome,
    code,
    detail: {
      to,
      how,
      ...(rewrites ? { rewrites } : {}),
      ...(header ? { header } : {}),
      address: formatAddress(packet.dst),
      port: isIcmp(packet.protocol) ? null : packet.ports.from,
    },
    evidence: { decidedBy, considered: [] },
  })
}

/** The words of a hand-over that is not: `to` drops the packet, and why. Always null, for the caller to return. */
export function dropAt(
  walk: Walk,
  to: string,
  how: HandOverWords['how'],
  packet: Packet,
  code: Code,
  decidedBy: Origin | null,
): null {
  walk.recorder?.atHop(to, nameOf(walk, to))
  if (walk.recorder) recordHandOver(walk, { outcome: 'dropped', to, how, packet, decidedBy, code })
  addBlocker(walk, code, decidedBy)
  return null
}

/** What happens at `to` hangs on something that cannot be read. Always null. */
export function loseAt(walk: Walk, to: string, how: HandOverWords['how'], packet: Packet, gap: TopologyGap): null {
  walk.recorder?.atHop(to, nameOf(walk, to))
  const code = GAP_CODES[gap.code]
  if (walk.recorder) recordHandOver(walk, { outcome: 'unknown', to, how, packet, decidedBy: gap.at, code })
  addTopologyGap(walk, gap)
  return null
}

/** The same for what the design does not say at all. */
export function cannotTellAt(
  walk: Walk,
  to: string,
  how: HandOverWords['how'],
  packet: Packet,
  decidedBy: Origin | null,
  message: string,
): null {
  walk.recorder?.atHop(to, nameOf(walk, to))
  if (walk.recorder) recordHandOver(walk, { outcome: 'unknown', to, how, packet, decidedBy, code: 'NOT_MODELLED' })
  addNote(walk.gaps, 'NOT_MODELLED', decidedBy, { message })
  return null
}

/** The packet goes on from `to`, unchanged. */
export function passAt(
  walk: Walk,
  to: string,
  how: HandOverWords['how'],
  packet: Packet,
  decidedBy: Origin | null,
): void {
  walk.recorder?.atHop(to, nameOf(walk, to))
  if (walk.recorder) recordHandOver(walk, { outcome: 'forwarded', to, how, packet, decidedBy, code: null })
  if (walk.leg === 'request' && walk.via.at(-1) !== to) walk.via.push(to)
}
