import { account } from './account.ts'
import { apiGatewayApi } from './api-gateway-api.ts'
import { applicationLoadBalancer } from './application-load-balancer.ts'
import { availabilityZone } from './availability-zone.ts'
import { awsService } from './aws-service.ts'
import { blockPublicAccess } from './block-public-access.ts'
import { client } from './client.ts'
import { customerGateway } from './customer-gateway.ts'
import { directConnect } from './direct-connect.ts'
import { dnsFirewallRuleGroup } from './dns-firewall-rule-group.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { egressOnlyInternetGateway } from './egress-only-internet-gateway.ts'
import { elasticIp } from './elastic-ip.ts'
import { endpointService } from './endpoint-service.ts'
import { firewallRuleGroup } from './firewall-rule-group.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import { gatewayLoadBalancer } from './gateway-load-balancer.ts'
import { gatewayLoadBalancerEndpoint } from './gateway-load-balancer-endpoint.ts'
import { hostedZone } from './hosted-zone.ts'
import { iamRole } from './iam-role.ts'
import { iamUser } from './iam-user.ts'
import { interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import { internetHost } from './internet-host.ts'
import type { ConstructKind } from './kindNames.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { networkFirewall } from './network-firewall.ts'
import { networkLoadBalancer } from './network-load-balancer.ts'
import { onPremisesHost } from './on-premises-host.ts'
import { onPremisesNetwork } from './on-premises-network.ts'
import { peeringConnection } from './peering-connection.ts'
import { policyResource } from './policy-resource.ts'
import { prefixList } from './prefix-list.ts'
import { region } from './region.ts'
import { regionalNatGateway } from './regional-nat-gateway.ts'
import { resolverEndpoint } from './resolver-endpoint.ts'
import { resolverRule } from './resolver-rule.ts'
import { resourceConfiguration } from './resource-configuration.ts'
import { resourceEndpoint } from './resource-endpoint.ts'
import { resourceGateway } from './resource-gateway.ts'
import { route53Profile } from './route-53-profile.ts'
import { routeTable } from './route-table.ts'
import { s3AccessPoint } from './s3-access-point.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { serviceNetwork } from './service-network.ts'
import { serviceNetworkEndpoint } from './service-network-endpoint.ts'
import { subnet } from './subnet.ts'
import { targetGroup } from './target-group.ts'
import { transitGateway } from './transit-gateway.ts'
import { transitGatewayAttachment } from './transit-gateway-attachment.ts'
import { transitGatewayPeering } from './transit-gateway-peering.ts'
import { transitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { virtualPrivateGateway } from './virtual-private-gateway.ts'
import { vpc } from './vpc.ts'
import { vpnConnection } from './vpn-connection.ts'

/** The sheet of every kind, in the order of the palette and of the published schema. */
export const sheets = {
  account,
  region,
  vpc,
  'availability-zone': availabilityZone,
  subnet,
  'route-table': routeTable,
  'internet-gateway': internetGateway,
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'nat-gateway': natGateway,
  'regional-nat-gateway': regionalNatGateway,
  'elastic-ip': elasticIp,
  'gateway-endpoint': gatewayEndpoint,
  'interface-endpoint': interfaceEndpoint,
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
  'direct-connect': directConnect,
  'on-premises-network': onPremisesNetwork,
  'on-premises-host': onPremisesHost,
  'hosted-zone': hostedZone,
  'resolver-endpoint': resolverEndpoint,
  'resolver-rule': resolverRule,
  client,
  'security-group': securityGroup,
  'network-acl': networkAcl,
  'prefix-list': prefixList,
  'block-public-access': blockPublicAccess,
  'network-firewall': networkFirewall,
  'resource-endpoint': resourceEndpoint,
  'service-network': serviceNetwork,
  'service-network-endpoint': serviceNetworkEndpoint,
  'aws-service': awsService,
  's3-bucket': s3Bucket,
  'dynamodb-table': dynamodbTable,
  'internet-host': internetHost,
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
} satisfies { readonly [K in ConstructKind]: { readonly kind: K } }
