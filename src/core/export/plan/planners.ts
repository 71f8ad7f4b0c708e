import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import { apiGatewayApi } from './api-gateway-api.ts'
import { applicationLoadBalancer, gatewayLoadBalancer, networkLoadBalancer } from './balancers.ts'
import { client } from './client.ts'
import { dnsFirewallRuleGroup } from './dns-firewall-rule-group.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { elasticIp } from './elastic-ip.ts'
import { endpointService } from './endpoint-service.ts'
import { firewallRuleGroup, networkFirewall } from './firewalls.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import { gatewayLoadBalancerEndpoint } from './gateway-load-balancer-endpoint.ts'
import { blockPublicAccess, egressOnlyInternetGateway, regionalNatGateway } from './gateways.ts'
import { hostedZone } from './hosted-zone.ts'
import { iamRole } from './iam-role.ts'
import { iamUser } from './iam-user.ts'
import { interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import {
  resourceConfiguration,
  resourceEndpoint,
  resourceGateway,
  serviceNetwork,
  serviceNetworkEndpoint,
} from './lattice.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { peeringConnection } from './peering-connection.ts'
import type { Planner } from './planning.ts'
import { policyResource } from './policy-resource.ts'
import { prefixList } from './prefix-list.ts'
import { resolverEndpoint, resolverRule } from './resolver.ts'
import { route53Profile } from './route-53-profile.ts'
import { routeTable } from './route-table.ts'
import { s3AccessPoint } from './s3-access-point.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { targetGroup } from './target-group.ts'
import { transitGateway, transitGatewayAttachment, transitGatewayPeering } from './transit-gateway.ts'
import { transitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { customerGateway, virtualPrivateGateway, vpnConnection } from './virtual-private-gateway.ts'
import { vpc } from './vpc.ts'

/** How each kind is planned; null = AWS or the internet has it already, or it is only a place, so nothing is deployed. */
export const planners: { readonly [K in ConstructKind]: Planner<K> | null } = {
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
  'gateway-load-balancer-endpoint': gatewayLoadBalancerEndpoint,
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
  'firewall-rule-group': firewallRuleGroup,
  'dns-firewall-rule-group': dnsFirewallRuleGroup,
  'route-53-profile': route53Profile,
  'api-gateway-api': apiGatewayApi,
  'resource-gateway': resourceGateway,
  'resource-configuration': resourceConfiguration,
  'iam-role': iamRole,
  'policy-resource': policyResource,
  'iam-user': iamUser,
  's3-access-point': s3AccessPoint,
}

/** Why nothing of these is deployed, where a person might expect it. */
export const NOT_DEPLOYED: { readonly [K in ConstructKind]?: string } = {
  'direct-connect':
    'a Direct Connect connection needs a circuit and a partner, which no template orders. Set up the virtual interface by hand, and associate its Direct Connect gateway with the gateway that is deployed here.',
  'on-premises-network': 'it lies outside AWS, so nothing of it is deployed.',
  'on-premises-host': 'it lies outside AWS, so nothing of it is deployed.',
}
