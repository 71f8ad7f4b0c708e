import { remember } from '../../base/remember.ts'
import { NO_DNS } from '../dnsNet.ts'
import type { Building, DnsBuild, VpcBuild } from './building.ts'

/** What is known of the network's names, made when first something is said of them. */
export const buildDns = (building: Building, net: VpcBuild): DnsBuild =>
  remember(building.dns, net, () => ({
    ...NO_DNS,
    zones: new Map(),
    rules: new Map(),
    privateZones: new Map(),
    inboundZones: new Map(),
    zoneConflicts: new Map(),
    ruleConflicts: new Map(),
    unread: [],
    filters: [],
    dns64: new Set(),
  }))
