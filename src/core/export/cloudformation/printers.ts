import type { ConstructKind } from '../../model/index.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { client } from './client.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import { interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { prefixList } from './prefix-list.ts'
import type { Resource, ResourcePrinters } from './resource.ts'
import { routeTable } from './route-table.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { vpc } from './vpc.ts'

/** How the parts of each kind become resources; null = nothing of it is deployed. */
const printers = {
  account: null,
  region: null,
  vpc,
  'availability-zone': null,
  subnet,
  'route-table': routeTable,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'gateway-endpoint': gatewayEndpoint,
  'interface-endpoint': interfaceEndpoint,
  client,
  'security-group': securityGroup,
  'network-acl': networkAcl,
  'prefix-list': prefixList,
  'egress-only-internet-gateway': null,
  'regional-nat-gateway': null,
  'elastic-ip': null,
  'gateway-load-balancer-endpoint': null,
  'endpoint-service': null,
  'network-load-balancer': null,
  'application-load-balancer': null,
  'gateway-load-balancer': null,
  'target-group': null,
  'peering-connection': null,
  'transit-gateway': null,
  'transit-gateway-attachment': null,
  'transit-gateway-peering': null,
  'transit-gateway-route-table': null,
  'virtual-private-gateway': null,
  'customer-gateway': null,
  'vpn-connection': null,
  'direct-connect': null,
  'on-premises-network': null,
  'on-premises-host': null,
  'hosted-zone': null,
  'resolver-endpoint': null,
  'resolver-rule': null,
  'block-public-access': null,
  'network-firewall': null,
  'resource-endpoint': null,
  'service-network': null,
  'service-network-endpoint': null,
  'aws-service': null,
  's3-bucket': s3Bucket,
  'dynamodb-table': dynamodbTable,
  'internet-host': null,
} satisfies { [K in ConstructKind]: ResourcePrinters<K> | null }

/** The resource of a part; null where CloudFormation has none. */
export function printPart(part: Part, stack: StackPlan): Resource | null {
  // Exhaustive by kind and part name above, which the compiler cannot follow through a union.
  const table = printers[part.construct.kind] as Readonly<
    Record<string, (part: Part, stack: StackPlan) => Resource | null>
  > | null
  return table![part.name]!(part, stack)
}
