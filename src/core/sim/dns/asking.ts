import type { NameServer } from '../../topology/dnsNet.ts'
import type { Eni, Topology, VpcNet } from '../../topology/topology.ts'
import type { Pick } from '../travel/walk.ts'
import type { Note, Step } from '../verdict.ts'
import type { NameAnswer } from './nameAnswer.ts'

export type LookupStep = Extract<Step, { kind: 'resolve-name' }>

/** One thing that happened while a name was looked up, to be written down for whoever wants a trace. */
export type Event =
  /** `at` null = a place that is not drawn, called `label`. */
  | { readonly kind: 'said'; readonly at: string | null; readonly label: string; readonly step: LookupStep }
  /** A question that was sent as a packet. */
  | { readonly kind: 'sent'; readonly sender: Eni; readonly server: NameServer; readonly picks: readonly Pick[] }

/** A lookup while it goes on. */
export interface Asking {
  readonly topology: Topology
  /** The network of whoever wants to connect. */
  readonly routes: VpcNet | null
  readonly events: Event[]
  readonly gaps: Note[]
  readonly assumptions: Note[]
  /** Questions that wait for their answer: one that is asked again while it waits is never answered. */
  readonly open: Set<string>
  /** Questions that nobody answered: asked again on another way they would lead to the same servers, all of which have been tried. */
  readonly silent: Map<string, NameAnswer>
  /** VPCs whose DNS Firewall has let the first name of the question through, and whether those that it leads to are trusted. */
  readonly filtered: Map<VpcNet, { readonly trusts: boolean }>
  /** Something is not known that may lead elsewhere: what is found from here on proves nothing. */
  astray: boolean
}

export const createAsking = (topology: Topology, routes: VpcNet | null): Asking => ({
  topology,
  routes,
  events: [],
  gaps: [],
  assumptions: [],
  open: new Set(),
  silent: new Map(),
  filtered: new Map(),
  astray: false,
})

/** Notes what is not known, and that the rest hangs on it. */
export function doubt(asking: Asking, note: Note): void {
  asking.gaps.push(note)
  asking.astray = true
}
