import type { Of, PartKey } from './partBasics.ts'

interface Placed {
  readonly vpc: PartKey
  readonly subnets: readonly PartKey[]
  readonly groups: readonly PartKey[]
}
interface Shared {
  /** Accounts with other parts that use it. */
  readonly accounts: readonly string[]
}
/** Which names of resources a VPC gets: the settings of the endpoint or of the association. */
export interface PlannedNames {
  readonly privateDns: boolean
  readonly privateDnsPreference: string
  readonly specifiedDomains: readonly string[]
}

/** What a resource configuration leads to. */
export type PlannedResource =
  | { readonly kind: 'address' | 'domain' | 'arn'; readonly text: string }
  /** An address or a domain name that somebody has to give. */
  | { readonly kind: 'given-address' | 'given-domain'; readonly key: PartKey }
  | { readonly kind: 'instance-address' | 'interface-address'; readonly key: PartKey }
  | { readonly kind: 'balancer'; readonly key: PartKey }

/** Parts of Amazon VPC Lattice. */
export interface LatticeShapes {
  'resource-gateway': Of<'resource-gateway', Placed>
  /** AWS's word on a custom domain name, once its TXT record stands in public DNS. */
  'domain-verification': Of<'resource-configuration', { readonly domain: string }>
  'resource-configuration': Of<
    'resource-configuration',
    {
      readonly type: 'SINGLE' | 'GROUP' | 'CHILD' | 'ARN'
      readonly gateway: PartKey | null
      readonly group: PartKey | null
      readonly resource: PlannedResource | null
      /** Addresses by which a domain name is reached. */
      readonly addressType: string
      readonly verification: PartKey | null
      /** Whether a service network holds it. */
      readonly inNetwork: boolean
    }
  >
  'configuration-share': Of<'resource-configuration', { readonly configuration: PartKey } & Shared>
  'service-network': Of<'service-network'>
  'network-share': Of<'service-network', { readonly network: PartKey } & Shared>
  'network-resource': Of<
    'service-network',
    { readonly network: PartKey; readonly configuration: PartKey; readonly privateDns: boolean }
  >
  'network-vpc': Of<
    'service-network',
    {
      readonly network: PartKey
      readonly vpc: PartKey
      readonly groups: readonly PartKey[]
      readonly names: PlannedNames
    }
  >
  /** `configuration`: the drawn one, or the key of an ARN that somebody has to give; null where the drawing has the ARN. */
  'resource-endpoint': Of<'resource-endpoint', Placed & { readonly configuration: PartKey | null }>
  /** `network` likewise. */
  'service-network-endpoint': Of<'service-network-endpoint', Placed & { readonly network: PartKey | null }>
}
