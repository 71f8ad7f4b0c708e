import type { AttachmentNet, Eni, Route, RouteTarget, SubnetNet, TableNet, VpcNet } from '../../topology/topology.ts'
import type { Arrival } from './arrival.ts'
import type { Packet } from './packet.ts'
import type { Walk } from './walk.ts'

/**
 * What a station answers: where the packet is next. null = nothing takes it further, which has been said.
 * Stations never call each other's successors; `travel.ts` holds the one loop that goes from one to the next.
 */
export type Next = Arrival | Forward | Follow | Cross | Deliver | Detour | Weigh | null

/** The packet leaves `sender`, an interface of `subnet`. */
export interface Forward {
  readonly kind: 'forward'
  readonly subnet: SubnetNet
  readonly packet: Packet
  readonly sender: Eni
}

/** A route of `table` was found; its target is the next station. */
export interface Follow<Target = Route['target']> {
  readonly kind: 'follow'
  /** The subnet that the packet leaves; null where a gateway's own table was asked. */
  readonly subnet: SubnetNet | null
  readonly vpc: VpcNet
  readonly table: TableNet
  readonly packet: Packet
  readonly sender: Eni
  readonly route: Route & { readonly target: Target }
}

/** A hop to one kind of route target. */
export type FollowTo<Kind extends RouteTarget['kind']> = Follow<Extract<RouteTarget, { kind: Kind }>>

/** The packet has come to a transit gateway by one of its attachments. */
export interface Cross {
  readonly kind: 'cross'
  readonly attachment: AttachmentNet
  readonly packet: Packet
}

/** A request has reached the network of an interface and is handed to whoever owns it. */
export interface Deliver {
  readonly kind: 'deliver'
  readonly eni: Eni
  readonly packet: Packet
  readonly from: SubnetNet | null
}

/** A way of its own that has to come back: `back` gets where it ended (null = nowhere), and says what comes next. */
export interface Detour {
  readonly kind: 'detour'
  readonly to: Next
  readonly back: (arrival: Arrival | null) => Next
}

/** Something has to be tried on walks of their own before the station can say what comes next. */
export interface Weigh {
  readonly kind: 'weigh'
  readonly decide: (attempt: Attempt) => Next
}
/** Walks `next` on another walk: there, or there and back. */
export type Attempt = (walk: Walk, next: Next, how: 'there' | 'there and back') => void

export const forwardFrom = (sender: Eni, packet: Packet): Forward => ({
  kind: 'forward',
  subnet: sender.subnet,
  packet,
  sender,
})

export const deliverTo = (eni: Eni, packet: Packet, from: SubnetNet | null): Deliver => ({
  kind: 'deliver',
  eni,
  packet,
  from,
})

export const detour = (to: Next, back: Detour['back']): Detour => ({ kind: 'detour', to, back })
