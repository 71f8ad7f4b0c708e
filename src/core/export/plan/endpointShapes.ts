import type { Of, PartKey } from './partBasics.ts'
import type { PlannedPolicy } from './policyText.ts'

/** The service of an endpoint: by name, or the drawn one that the part makes in that Region. */
export type PlannedService =
  | { readonly name: string; readonly part?: never }
  | { readonly part: PartKey; readonly regionCode: string }

/** Parts of endpoints and of the services behind them. */
export interface EndpointShapes {
  'gateway-endpoint': Of<
    'gateway-endpoint',
    { readonly vpc: PartKey; readonly tables: readonly PartKey[]; readonly policy: PlannedPolicy | null }
  >
  'interface-endpoint': Of<
    'interface-endpoint',
    {
      readonly vpc: PartKey
      readonly service: PlannedService
      readonly subnets: readonly {
        readonly subnet: PartKey
        readonly privateIp: string | null
        readonly ipv6: string | null
      }[]
      readonly groups: readonly PartKey[]
      readonly privateDns: boolean
      /** Names of AWS's that then lead to it, in the Region as drawn. */
      readonly privateNames: readonly string[]
      /** Only for a service that also has a gateway endpoint (S3) and with private DNS on; null elsewhere. */
      readonly onlyInboundResolver: boolean | null
      /** Region of the service where it is another one. */
      readonly serviceRegion: string | null
      readonly takesPolicy: boolean
      readonly policy: PlannedPolicy | null
    }
  >
  'balancer-endpoint': Of<
    'gateway-load-balancer-endpoint',
    { readonly vpc: PartKey; readonly subnet: PartKey; readonly service: PlannedService }
  >
  'endpoint-service': Of<
    'endpoint-service',
    { readonly balancers: readonly PartKey[]; readonly balancerKind: 'network' | 'gateway' }
  >
  'service-permissions': Of<'endpoint-service', { readonly service: PartKey; readonly principals: readonly string[] }>
  'service-notification': Of<
    'endpoint-service',
    { readonly service: PartKey; readonly topic: string; readonly events: readonly string[] }
  >
  /** The private DNS name, which AWS wants verified by a TXT record. */
  'service-name': Of<'endpoint-service', { readonly service: PartKey; readonly dnsName: string }>
  /** The provider's word that a drawn endpoint may connect; its id is the endpoint's, once that is available. */
  'connection-acceptance': Of<'endpoint-service', { readonly service: PartKey; readonly endpoint: PartKey }>
}
