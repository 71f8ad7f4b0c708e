import { type DatedLimits, limitsAsOf } from '../../aws/datedLimits.ts'
import type { Construct } from '../../model/kinds/registry.ts'

/** What a construct comes to while limits hold; null = it is not to be had. */
type Reading<C> = (construct: C, limits: DatedLimits) => C | null

/**
 * The construct as AWS would have had it by the rules of a day: what was not to be had yet is not there, and what was narrower is narrower.
 * An endpoint that was not to be had is as one that was deleted, so that its names are known not to exist.
 */
export function readAsOf(rulesAsOf: string): <C extends Construct>(construct: C) => C | null {
  // today's rules have no word on what may be drawn
  if (rulesAsOf === 'latest') return (construct) => construct
  const limits = limitsAsOf(rulesAsOf)
  return (construct) => {
    const reading = readings[construct.kind] as Reading<typeof construct> | undefined
    return reading ? reading(construct, limits) : construct
  }
}

/** Endpoints of VPC Lattice were not to be had. */
const withoutLattice = <C extends { readonly state: string }>(endpoint: C, limits: DatedLimits): C =>
  limits.has('three-endpoint-types') ? { ...endpoint, state: 'deleted' } : endpoint

const readings: { readonly [K in Construct['kind']]?: Reading<Extract<Construct, { kind: K }>> } = {
  'interface-endpoint': (endpoint, limits) => {
    const elsewhere = endpoint.serviceRegion !== null
    const ownService = endpoint.endpointService !== null || endpoint.service.includes('.vpce.')
    const missing =
      limits.has('no-interface-endpoint') ||
      (endpoint.service.endsWith('.dynamodb') && limits.has('no-dynamodb-interface-endpoint')) ||
      (elsewhere && limits.has(ownService ? 'endpoint-service-same-region-only' : 'aws-service-same-region-only'))
    const four = limits.has('interface-endpoint-ipv4-only')
    return {
      ...endpoint,
      ...(missing ? { state: 'deleted' as const } : {}),
      ...(four
        ? { ipAddressType: 'ipv4' as const, subnets: endpoint.subnets.map((one) => ({ ...one, ipv6: null })) }
        : {}),
    }
  },
  'gateway-endpoint': (endpoint, limits) => ({
    ...endpoint,
    ...(endpoint.service.endsWith('.dynamodb') && limits.has('no-dynamodb-gateway-endpoint')
      ? { state: 'deleted' as const }
      : {}),
    ...(limits.has('s3-gateway-endpoint-ipv4-only') ? { ipAddressType: 'ipv4' as const } : {}),
  }),
  'gateway-load-balancer-endpoint': (endpoint, limits) => ({
    ...endpoint,
    ...(limits.has('no-endpoint-service') ? { state: 'deleted' as const } : {}),
    ...(limits.has('gateway-load-balancer-endpoint-ipv4-only') ? { ipAddressType: 'ipv4' as const } : {}),
  }),
  'resource-endpoint': withoutLattice,
  'service-network-endpoint': withoutLattice,
  'service-network': (network, limits) => (limits.has('three-endpoint-types') ? null : network),
  'network-load-balancer': (balancer, limits) =>
    limits.has('no-network-load-balancer-security-group') ? { ...balancer, securityGroups: null } : balancer,
  account: (account, limits) => (limits.has('no-resource-control-policy') ? { ...account, rcps: [] } : account),
  'dynamodb-table': (table, limits) => (limits.has('no-dynamodb-resource-policy') ? { ...table, policy: null } : table),
  's3-access-point': (point, limits) => (limits.has('no-s3-access-point') ? null : point),
  'block-public-access': (setting, limits) => (limits.has('no-vpc-block-public-access') ? null : setting),
  'network-firewall': (firewall, limits) => (limits.has('no-network-firewall') ? null : firewall),
  'regional-nat-gateway': (nat, limits) => (limits.has('zonal-nat-gateway-only') ? null : nat),
}
