import type { ConstructKind } from '../model/index.ts'
import type { Size } from './box.ts'

/**
 * Where a kind stands in its container: `main` = the containers it is made of, `side` = right of them (the way out),
 * `below` = under them (tables, groups, ACLs), `foot` = under everything else (what joins networks, and networks outside),
 * `above` = over them, `inside` = the content of a subnet.
 */
export type Area = 'main' | 'side' | 'below' | 'foot' | 'above' | 'inside'

interface Standing {
  readonly area: Area
  /** Order among the kinds of one area. */
  readonly rank: number
}

export const areas: { readonly [K in ConstructKind]: Standing } = {
  account: { area: 'above', rank: 0 },
  region: { area: 'main', rank: 0 },
  vpc: { area: 'main', rank: 0 },
  'availability-zone': { area: 'main', rank: 0 },
  subnet: { area: 'main', rank: 0 },
  client: { area: 'inside', rank: 0 },
  'nat-gateway': { area: 'inside', rank: 1 },
  'gateway-load-balancer-endpoint': { area: 'inside', rank: 2 },
  'internet-gateway': { area: 'side', rank: 0 },
  'egress-only-internet-gateway': { area: 'side', rank: 1 },
  'regional-nat-gateway': { area: 'side', rank: 2 },
  'virtual-private-gateway': { area: 'side', rank: 3 },
  'transit-gateway-attachment': { area: 'side', rank: 4 },
  'peering-connection': { area: 'side', rank: 5 },
  'gateway-endpoint': { area: 'side', rank: 6 },
  'interface-endpoint': { area: 'side', rank: 7 },
  'resource-endpoint': { area: 'side', rank: 8 },
  'service-network-endpoint': { area: 'side', rank: 9 },
  'network-load-balancer': { area: 'side', rank: 10 },
  'application-load-balancer': { area: 'side', rank: 11 },
  'gateway-load-balancer': { area: 'side', rank: 12 },
  'resolver-endpoint': { area: 'side', rank: 13 },
  'network-firewall': { area: 'side', rank: 14 },
  'route-table': { area: 'below', rank: 0 },
  'security-group': { area: 'below', rank: 1 },
  'network-acl': { area: 'below', rank: 2 },
  'target-group': { area: 'below', rank: 3 },
  'aws-service': { area: 'side', rank: 0 },
  's3-bucket': { area: 'side', rank: 1 },
  'dynamodb-table': { area: 'side', rank: 2 },
  'endpoint-service': { area: 'side', rank: 3 },
  'service-network': { area: 'side', rank: 4 },
  'resolver-rule': { area: 'side', rank: 5 },
  'prefix-list': { area: 'side', rank: 6 },
  'block-public-access': { area: 'side', rank: 7 },
  'elastic-ip': { area: 'side', rank: 8 },
  'internet-host': { area: 'side', rank: 0 },
  'hosted-zone': { area: 'side', rank: 1 },
  'transit-gateway': { area: 'foot', rank: 0 },
  'transit-gateway-route-table': { area: 'inside', rank: 0 },
  'transit-gateway-peering': { area: 'inside', rank: 1 },
  'vpn-connection': { area: 'foot', rank: 1 },
  'customer-gateway': { area: 'foot', rank: 2 },
  'direct-connect': { area: 'foot', rank: 3 },
  'on-premises-network': { area: 'foot', rank: 0 },
  'on-premises-host': { area: 'inside', rank: 0 },
}

/** The least size of each container; leaves are not listed. */
export const leastSizes: { readonly [K in ConstructKind]?: Size } = {
  region: { width: 460, height: 300 },
  vpc: { width: 340, height: 220 },
  'availability-zone': { width: 260, height: 180 },
  subnet: { width: 220, height: 120 },
  'transit-gateway': { width: 260, height: 120 },
  'on-premises-network': { width: 260, height: 120 },
}
