import type { ConstructId } from '../model/kinds/registry.ts'
import type { Address } from '../net/address.ts'
import type { Origin } from './origin.ts'
import type { TopologyGap } from './topologyGap.ts'

/** A hosted zone of Route 53, by the names that exist in it. */
export interface HostedZoneNet {
  readonly id: ConstructId
  readonly domain: string
  /** Full name -> its records; `*.…` for wildcards. A name that only lies above others is there too, with none. */
  readonly names: ReadonlyMap<string, readonly RecordNet[]>
  /** A record of which the name cannot be read: any name may be its own. */
  readonly unread: TopologyGap | null
  /** Another public zone for the same domain: which of them the internet asks hangs on its registrar. */
  readonly rival: Origin | null
}

export interface RecordNet {
  readonly origin: Origin
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'MX' | 'NS' | 'SRV'
  /** Of A and AAAA. */
  readonly addresses: readonly Address[]
  /** Of a CNAME: the name to ask for instead. */
  readonly leadsTo: string | null
  /** What it is an alias of. */
  readonly alias: ConstructId | null
  readonly gap: TopologyGap | null
}

/** A DNS server that questions are passed on to, and where the design says so. */
export interface NameServer {
  readonly address: Address
  readonly port: number
  readonly origin: Origin
}

export interface ForwardNet {
  readonly domain: string
  readonly servers: readonly NameServer[]
  readonly origin: Origin
  readonly gap: TopologyGap | null
}
