import type { DnsNet } from './networks.ts'

export type * from './hostedZones.ts'
export type { DnsNet, OwnServerNet, PrivateZone, ResolverEndpointNet, ResolverRuleNet } from './networks.ts'

/** A network whose resolver knows nothing beyond public DNS. */
export const NO_DNS: DnsNet = {
  zones: new Map(),
  rules: new Map(),
  inboundZones: new Map(),
  zoneConflicts: new Map(),
  ruleConflicts: new Map(),
  unread: [],
  s3Families: null,
  dns64: new Set(),
  server: null,
}
