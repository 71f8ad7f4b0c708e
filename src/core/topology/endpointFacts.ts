import type { ConstructId } from '../model/kinds/registry.ts'
import type { Refusal } from './refuse/refusal.ts'
import type { EndpointState, PrivateDnsState } from './states.ts'
import type { TopologyGap } from './topologyGap.ts'

/** What is known of an endpoint without those around it. */
export interface EndpointFacts {
  readonly id: ConstructId
  readonly service: string
  /** Ports its service answers on; null = not in the catalogue. */
  readonly ports: readonly number[] | null
  /** Its Region-wide `vpce-…` name. `*.` in front for S3. */
  readonly regionalName: string
  /** Whether the VPC's resolver answers the service's default names with these interfaces, and if not, why. */
  readonly privateDns: PrivateDnsState
  readonly privateNames: readonly string[]
  /** Names beside those that private DNS is taken to hold, though no list says so. */
  readonly assumedNames: readonly string[]
  /** Families of the addresses in its records: of its own names, of its private ones, and of those private ones that are dual-stack. Source: AWS PrivateLink guide, DNS record IP type. */
  readonly families: Readonly<Record<'own' | 'private' | 'dualStack', readonly (4 | 6)[]>>
  /** An interface of it that is drawn and could not be lowered: its names have an answer more than is known. */
  readonly gap: TopologyGap | null
  /** The service is one of another Region and the endpoint was not made for that Region: what happens is not known. */
  readonly foreign: boolean
  /** Zone names that its service of AWS is in as the VPC's account sees it; null = not known. */
  readonly serviceZones: ReadonlySet<string> | null
  /** Why AWS would not make it as it is drawn; null = nothing is known against it. */
  readonly refusal: Refusal | null
  /** Only `available` carries traffic. */
  readonly state: EndpointState
}
