import * as z from 'zod/mini'
import type { DeepReadonly } from '../../base/index.ts'
import * as connectivity from './connectivitySchemas.ts'
import * as dns from './dnsSchemas.ts'
import * as loadBalancing from './loadBalancingSchemas.ts'
import * as schemas from './schemas.ts'

/** The file form of every construct, told apart by `kind`. A new kind is one line here, one schema and one definition. */
export const constructSchema = z.discriminatedUnion('kind', [
  schemas.account,
  schemas.region,
  schemas.vpc,
  schemas.availabilityZone,
  schemas.subnet,
  schemas.routeTable,
  schemas.internetGateway,
  connectivity.egressOnlyInternetGateway,
  schemas.natGateway,
  connectivity.regionalNatGateway,
  connectivity.elasticIp,
  schemas.gatewayEndpoint,
  schemas.interfaceEndpoint,
  loadBalancing.gatewayLoadBalancerEndpoint,
  loadBalancing.endpointService,
  loadBalancing.networkLoadBalancer,
  loadBalancing.applicationLoadBalancer,
  loadBalancing.gatewayLoadBalancer,
  loadBalancing.targetGroup,
  connectivity.peeringConnection,
  connectivity.transitGateway,
  connectivity.transitGatewayAttachment,
  connectivity.transitGatewayPeering,
  connectivity.transitGatewayRouteTable,
  connectivity.virtualPrivateGateway,
  connectivity.customerGateway,
  connectivity.vpnConnection,
  connectivity.directConnect,
  connectivity.onPremisesNetwork,
  connectivity.onPremisesHost,
  dns.hostedZone,
  dns.resolverEndpoint,
  dns.resolverRule,
  schemas.client,
  schemas.securityGroup,
  schemas.networkAcl,
  schemas.prefixList,
  connectivity.blockPublicAccess,
  connectivity.networkFirewall,
  loadBalancing.resourceEndpoint,
  loadBalancing.serviceNetwork,
  loadBalancing.serviceNetworkEndpoint,
  schemas.awsService,
  schemas.s3Bucket,
  schemas.dynamodbTable,
  schemas.internetHost,
])

export type Construct = DeepReadonly<z.infer<typeof constructSchema>>
export type ConstructId = string
export type ConstructKind = Construct['kind']
export type ConstructOf<K extends ConstructKind> = Extract<Construct, { kind: K }>
