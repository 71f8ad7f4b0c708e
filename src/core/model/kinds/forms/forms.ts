import type { Form } from '../definition.ts'
import type { ConstructKind } from '../kindNames.ts'
import type { Construct, ConstructOf } from '../registry.ts'
import { accountForm } from './account.ts'
import { apiGatewayApiForm } from './api-gateway-api.ts'
import { applicationLoadBalancerForm } from './application-load-balancer.ts'
import { availabilityZoneForm } from './availability-zone.ts'
import { awsServiceForm } from './aws-service.ts'
import { blockPublicAccessForm } from './block-public-access.ts'
import { clientForm } from './client.ts'
import { customerGatewayForm } from './customer-gateway.ts'
import { directConnectForm } from './direct-connect.ts'
import { dnsFirewallRuleGroupForm } from './dns-firewall-rule-group.ts'
import { dynamodbTableForm } from './dynamodb-table.ts'
import { egressOnlyInternetGatewayForm } from './egress-only-internet-gateway.ts'
import { elasticIpForm } from './elastic-ip.ts'
import { endpointServiceForm } from './endpoint-service.ts'
import { firewallRuleGroupForm } from './firewall-rule-group.ts'
import { gatewayEndpointForm } from './gateway-endpoint.ts'
import { gatewayLoadBalancerForm } from './gateway-load-balancer.ts'
import { gatewayLoadBalancerEndpointForm } from './gateway-load-balancer-endpoint.ts'
import { hostedZoneForm } from './hosted-zone.ts'
import { iamRoleForm } from './iam-role.ts'
import { iamUserForm } from './iam-user.ts'
import { interfaceEndpointForm } from './interface-endpoint.ts'
import { internetGatewayForm } from './internet-gateway.ts'
import { internetHostForm } from './internet-host.ts'
import { natGatewayForm } from './nat-gateway.ts'
import { networkAclForm } from './network-acl.ts'
import { networkFirewallForm } from './network-firewall.ts'
import { networkLoadBalancerForm } from './network-load-balancer.ts'
import { onPremisesHostForm } from './on-premises-host.ts'
import { onPremisesNetworkForm } from './on-premises-network.ts'
import { peeringConnectionForm } from './peering-connection.ts'
import { policyResourceForm } from './policy-resource.ts'
import { prefixListForm } from './prefix-list.ts'
import { regionForm } from './region.ts'
import { regionalNatGatewayForm } from './regional-nat-gateway.ts'
import { resolverEndpointForm } from './resolver-endpoint.ts'
import { resolverRuleForm } from './resolver-rule.ts'
import { resourceConfigurationForm } from './resource-configuration.ts'
import { resourceEndpointForm } from './resource-endpoint.ts'
import { resourceGatewayForm } from './resource-gateway.ts'
import { route53ProfileForm } from './route-53-profile.ts'
import { routeTableForm } from './route-table.ts'
import { s3AccessPointForm } from './s3-access-point.ts'
import { s3BucketForm } from './s3-bucket.ts'
import { securityGroupForm } from './security-group.ts'
import { serviceNetworkForm } from './service-network.ts'
import { serviceNetworkEndpointForm } from './service-network-endpoint.ts'
import { subnetForm } from './subnet.ts'
import { targetGroupForm } from './target-group.ts'
import { transitGatewayForm } from './transit-gateway.ts'
import { transitGatewayAttachmentForm } from './transit-gateway-attachment.ts'
import { transitGatewayPeeringForm } from './transit-gateway-peering.ts'
import { transitGatewayRouteTableForm } from './transit-gateway-route-table.ts'
import { virtualPrivateGatewayForm } from './virtual-private-gateway.ts'
import { vpcForm } from './vpc.ts'
import { vpnConnectionForm } from './vpn-connection.ts'

/** The form of every kind. */
const forms: { readonly [K in ConstructKind]: Form<ConstructOf<K>> } = {
  account: accountForm,
  region: regionForm,
  vpc: vpcForm,
  'availability-zone': availabilityZoneForm,
  subnet: subnetForm,
  'route-table': routeTableForm,
  'internet-gateway': internetGatewayForm,
  'egress-only-internet-gateway': egressOnlyInternetGatewayForm,
  'nat-gateway': natGatewayForm,
  'regional-nat-gateway': regionalNatGatewayForm,
  'elastic-ip': elasticIpForm,
  'gateway-endpoint': gatewayEndpointForm,
  'interface-endpoint': interfaceEndpointForm,
  'gateway-load-balancer-endpoint': gatewayLoadBalancerEndpointForm,
  'endpoint-service': endpointServiceForm,
  'network-load-balancer': networkLoadBalancerForm,
  'application-load-balancer': applicationLoadBalancerForm,
  'gateway-load-balancer': gatewayLoadBalancerForm,
  'target-group': targetGroupForm,
  'peering-connection': peeringConnectionForm,
  'transit-gateway': transitGatewayForm,
  'transit-gateway-attachment': transitGatewayAttachmentForm,
  'transit-gateway-peering': transitGatewayPeeringForm,
  'transit-gateway-route-table': transitGatewayRouteTableForm,
  'virtual-private-gateway': virtualPrivateGatewayForm,
  'customer-gateway': customerGatewayForm,
  'vpn-connection': vpnConnectionForm,
  'direct-connect': directConnectForm,
  'on-premises-network': onPremisesNetworkForm,
  'on-premises-host': onPremisesHostForm,
  'hosted-zone': hostedZoneForm,
  'resolver-endpoint': resolverEndpointForm,
  'resolver-rule': resolverRuleForm,
  client: clientForm,
  'security-group': securityGroupForm,
  'network-acl': networkAclForm,
  'prefix-list': prefixListForm,
  'block-public-access': blockPublicAccessForm,
  'network-firewall': networkFirewallForm,
  'resource-endpoint': resourceEndpointForm,
  'service-network': serviceNetworkForm,
  'service-network-endpoint': serviceNetworkEndpointForm,
  'aws-service': awsServiceForm,
  's3-bucket': s3BucketForm,
  'dynamodb-table': dynamodbTableForm,
  'internet-host': internetHostForm,
  'firewall-rule-group': firewallRuleGroupForm,
  'dns-firewall-rule-group': dnsFirewallRuleGroupForm,
  'route-53-profile': route53ProfileForm,
  'api-gateway-api': apiGatewayApiForm,
  'resource-gateway': resourceGatewayForm,
  'resource-configuration': resourceConfigurationForm,
  'iam-role': iamRoleForm,
  'policy-resource': policyResourceForm,
  'iam-user': iamUserForm,
  's3-access-point': s3AccessPointForm,
}

/** What one reads and fills in of a kind. The page fetches it after it has drawn itself. */
export const formOf = (kind: ConstructKind): Form<Construct> => forms[kind]
