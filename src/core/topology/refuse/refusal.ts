import type { Origin } from '../origin.ts'

/** Why AWS would not make an endpoint as it is drawn: what leads through it proves nothing. The check of that id has more words, and the fixes. */
export interface Refusal {
  readonly check:
    | 'service-not-offered'
    | 'service-in-other-region'
    | 'service-not-in-region'
    | 'cross-region-endpoint-refused'
    | 'one-subnet-per-zone'
    | 'address-type-not-supported'
    | 'private-dns-not-offered'
    | 'private-dns-conflict'
    | 'service-lacks-zone'
    | 'resource-endpoint-beside-gateway'
  readonly at: Origin
  readonly message: string
  /** AWS refuses private DNS alone: without it, it would make the endpoint, and it is taken to be made so. */
  readonly ofPrivateDns?: true
}

/** Whether an endpoint carries an id of AWS's, as after an import: what is there AWS has not refused, whatever our lists say. */
export const isMade = (id: string): boolean => /^vpce-[0-9a-f]{8}([0-9a-f]{9})?$/.test(id)
