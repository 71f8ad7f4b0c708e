import type { ConstructOf } from '../model/kinds/registry.ts'

export type EndpointState = ConstructOf<'interface-endpoint'>['state']

/** Whether the VPC's resolver answers a service's default names with the endpoint's interfaces, and if not, why. */
export type PrivateDnsState =
  | 'on'
  | 'private-dns-off'
  | 'vpc-attributes-off'
  | 'no-private-names'
  /** The service is in no list, or nobody has told its names. */
  | 'names-not-known'
  | 'inbound-only'
  | 'conflict'
  | 'not-available'
  | 'not-verified'

/** What a network interface is of. */
export type EniRole =
  | 'client'
  | 'endpoint'
  | 'nat'
  | 'load-balancer'
  | 'gateway-load-balancer-endpoint'
  | 'transit-gateway'
  | 'resolver'
  | 'resource-gateway'
