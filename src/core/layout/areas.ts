import type { ConstructKind } from '../model/index.ts'
import type { Size } from './box.ts'

/**
 * Where a kind stands in its container: `main` = the containers it is made of, `side` = right of them (the way out),
 * `below` = under them (tables, groups, ACLs), `above` = over them, `inside` = the content of a subnet.
 */
export type Area = 'main' | 'side' | 'below' | 'above' | 'inside'

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
  'internet-gateway': { area: 'side', rank: 0 },
  'gateway-endpoint': { area: 'side', rank: 1 },
  'interface-endpoint': { area: 'side', rank: 2 },
  'route-table': { area: 'below', rank: 0 },
  'security-group': { area: 'below', rank: 1 },
  'network-acl': { area: 'below', rank: 2 },
  'aws-service': { area: 'side', rank: 0 },
  's3-bucket': { area: 'side', rank: 1 },
  'dynamodb-table': { area: 'side', rank: 2 },
  'prefix-list': { area: 'side', rank: 3 },
  'internet-host': { area: 'side', rank: 0 },
}

/** The least size of each container; leaves are not listed. */
export const leastSizes: { readonly [K in ConstructKind]?: Size } = {
  region: { width: 460, height: 300 },
  vpc: { width: 340, height: 220 },
  'availability-zone': { width: 260, height: 180 },
  subnet: { width: 220, height: 120 },
}
