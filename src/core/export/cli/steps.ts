import { compareText } from '../../base/index.ts'
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
import { routeTable } from './route-table.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import type { Step, StepPrinters } from './step.ts'
import { subnet } from './subnet.ts'
import { vpc } from './vpc.ts'

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
