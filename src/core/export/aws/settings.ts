import type { PartName, PartOf } from '../plan/part.ts'
import { applicationLoadBalancer, gatewayLoadBalancer, networkLoadBalancer, targetGroup } from './balancers.ts'
import { hostedZone, resolverEndpoint, resolverRule } from './dns.ts'
import { endpointService } from './endpointService.ts'
import {
  balancerEndpoint,
  gatewayEndpoint,
  interfaceEndpoint,
  resourceEndpoint,
  serviceNetwork,
  serviceNetworkEndpoint,
} from './endpoints.ts'
import { networkAcl, prefixList, securityGroup } from './filters.ts'
import { blockPublicAccess, networkFirewall } from './firewalls.ts'
import { egressOnlyInternetGateway, elasticIp, internetGateway, natGateway, regionalNatGateway } from './gateways.ts'
import { instance } from './instance.ts'
import { peeringConnection } from './peering.ts'
import { routeTable } from './routing.ts'
import { ecsTask, lambdaFunction } from './serverless.ts'
import { dynamodbTable, s3Bucket } from './storage.ts'
import { transitGateway, transitGatewayAttachment, transitGatewayPeering, transitGatewayRouteTable } from './transit.ts'
import type { Settings } from './value.ts'
import { subnet, vpc } from './vpc.ts'
import { customerGateway, virtualPrivateGateway, vpnConnection } from './vpn.ts'

const settings = {
  ...vpc,
  ...subnet,
  ...internetGateway,
  ...egressOnlyInternetGateway,
  ...natGateway,
  ...regionalNatGateway,
  ...elasticIp,
  ...routeTable,
  ...securityGroup,
  ...networkAcl,
  ...prefixList,
  ...blockPublicAccess,
  ...networkFirewall,
  ...networkLoadBalancer,
  ...applicationLoadBalancer,
  ...gatewayLoadBalancer,
  ...targetGroup,
  ...gatewayEndpoint,
  ...interfaceEndpoint,
  ...balancerEndpoint,
  ...endpointService,
  ...resourceEndpoint,
  ...serviceNetwork,
  ...serviceNetworkEndpoint,
  ...peeringConnection,
  ...transitGateway,
  ...transitGatewayAttachment,
  ...transitGatewayPeering,
  ...transitGatewayRouteTable,
  ...virtualPrivateGateway,
  ...customerGateway,
  ...vpnConnection,
  ...hostedZone,
  ...resolverEndpoint,
  ...resolverRule,
  ...instance,
  ...lambdaFunction,
  ...ecsTask,
  ...s3Bucket,
  ...dynamodbTable,
} satisfies { readonly [N in PartName]: (part: PartOf<N>) => Settings }

/** What AWS is asked for a part of that name, by the API's names of the parameters. */
export type SettingsOf<N extends PartName> = ReturnType<(typeof settings)[N]>
const byPart: { readonly [N in PartName]: (part: PartOf<N>) => SettingsOf<N> } = settings

/** What AWS is asked for the part, in one request or several. Formats only spell it. */
export const settingsOf = <N extends PartName>(part: PartOf<N>): SettingsOf<N> => byPart[part.name](part)
