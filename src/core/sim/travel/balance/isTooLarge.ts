import type { Packet } from '../packet.ts'

/** What interface and Gateway Load Balancer endpoints take; larger packets vanish, and nobody is told. Source: AWS PrivateLink guide, endpoint quotas. */
const ENDPOINT_MTU = 8500

export const isTooLarge = (packet: Packet): boolean => packet.size > ENDPOINT_MTU
