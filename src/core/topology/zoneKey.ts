import type { SubnetNet } from './topology.ts'

/** What tells Availability Zones apart: their ids, since names differ from account to account. Names serve where an account's map is not known. Source: AWS PrivateLink guide, zone ids. */
export const zoneKey = ({ zoneId, zoneName }: Pick<SubnetNet, 'zoneId' | 'zoneName'>): string => zoneId ?? zoneName
