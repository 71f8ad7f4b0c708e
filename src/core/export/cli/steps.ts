import { compareText } from '../../base/index.ts'
import type { ConstructKind } from '../../model/index.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { applicationLoadBalancer, gatewayLoadBalancer, networkLoadBalancer } from './balancers.ts'
import { client } from './client.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { endpointService } from './endpoint-service.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import {
  blockPublicAccess,
  egressOnlyInternetGateway,
  elasticIp,
  networkFirewall,
  regionalNatGateway,
} from './gateways.ts'
import { hostedZone } from './hosted-zone.ts'
import { balancerEndpoint, interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import { resourceEndpoint, serviceNetwork, serviceNetworkEndpoint } from './lattice.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { peeringConnection } from './peering-connection.ts'
import { prefixList } from './prefix-list.ts'
import { resolverEndpoint, resolverRule } from './resolver.ts'
import { routeTable } from './route-table.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import type { Step, StepPrinters } from './step.ts'
import { subnet } from './subnet.ts'
import { targetGroup } from './target-group.ts'
import { transitGateway, transitGatewayAttachment, transitGatewayPeering } from './transit.ts'
import { transitGatewayRouteTable } from './transit-tables.ts'
import { vpc } from './vpc.ts'
import { customerGateway, virtualPrivateGateway, vpnConnection } from './vpn.ts'

/** How the scripts make and remove the parts of each kind; null = nothing of it is deployed. */
const steps = {
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
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'regional-nat-gateway': regionalNatGateway,
  'elastic-ip': elasticIp,
  'gateway-load-balancer-endpoint': balancerEndpoint,
  'endpoint-service': endpointService,
  'network-load-balancer': networkLoadBalancer,
  'application-load-balancer': applicationLoadBalancer,
  'gateway-load-balancer': gatewayLoadBalancer,
  'target-group': targetGroup,
  'peering-connection': peeringConnection,
  'transit-gateway': transitGateway,
  'transit-gateway-attachment': transitGatewayAttachment,
  'transit-gateway-peering': transitGatewayPeering,
  'transit-gateway-route-table': transitGatewayRouteTable,
  'virtual-private-gateway': virtualPrivateGateway,
  'customer-gateway': customerGateway,
  'vpn-connection': vpnConnection,
  'direct-connect': null,
  'on-premises-network': null,
  'on-premises-host': null,
  'hosted-zone': hostedZone,
  'resolver-endpoint': resolverEndpoint,
  'resolver-rule': resolverRule,
  'block-public-access': blockPublicAccess,
  'network-firewall': networkFirewall,
  'resource-endpoint': resourceEndpoint,
  'service-network': serviceNetwork,
  'service-network-endpoint': serviceNetworkEndpoint,
  'aws-service': null,
  's3-bucket': s3Bucket,
  'dynamodb-table': dynamodbTable,
  'internet-host': null,
} satisfies { [K in ConstructKind]: StepPrinters<K> | null }

/** The commands that make a part; null where AWS makes it with another one. */
export function printStep(part: Part, stack: StackPlan): string | null {
  // Exhaustive by kind and part name above, which the compiler cannot follow through a union.
  const table = steps[part.construct.kind] as Readonly<Record<string, Step<Part>>> | null
  return table![part.name]!.create(part, stack)
}

/** What removes each part, by part name, sorted. */
export const REMOVALS: readonly (readonly [name: string, commands: string])[] = Object.values(steps)
  .flatMap((table) => Object.entries((table ?? {}) as Readonly<Record<string, Step<never>>>))
  .flatMap(([name, step]): (readonly [string, string])[] => (step.remove === null ? [] : [[name, step.remove]]))
  .sort(([a], [b]) => compareText(a, b))
