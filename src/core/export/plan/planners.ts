import type { ConstructKind } from '../../model/index.ts'
import { client } from './client.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import { interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import type { Planner } from './planning.ts'
import { prefixList } from './prefix-list.ts'
import { routeTable } from './route-table.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { vpc } from './vpc.ts'

/** How each kind is planned; null = AWS or the internet has it already, or it is only a place, so nothing is deployed. */
export const planners = {
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
} satisfies { [K in ConstructKind]: Planner<K> | null }
