import type { Reader } from '../assemble.ts'
import { ACCESS_LISTS } from './access/accessLists.ts'
import { readBlockPublicAccess } from './readers/blockPublicAccess.ts'
import { readClassicBalancer } from './readers/classicBalancers.ts'
import { readCacheCluster, readDatabase, readDomain } from './readers/databases.ts'
import { readHostedZone, readResolverEndpoint, readResolverRule, readZoneDetail } from './readers/dns.ts'
import { readConnection, readServiceConfiguration, readServiceDetail } from './readers/endpointServices.ts'
import { readEndpoint } from './readers/endpoints.ts'
import { readFirewall } from './readers/firewalls.ts'
import { readFunction } from './readers/functions.ts'
import { readAddress, readEgressOnlyGateway, readInternetGateway, readNatGateway } from './readers/gateways.ts'
import {
  readNetworkAssociation,
  readResourceConfiguration,
  readResourceGateway,
  readServiceNetwork,
} from './readers/lattice.ts'
import { readLoadBalancer } from './readers/loadBalancers.ts'
import { readFilterAssociation, readFilterGroup, readProfile, readProfileAssociation } from './readers/nameFilters.ts'
import { readNetworkAcl } from './readers/networkAcls.ts'
import {
  readCustomerGateway,
  readPrivateGateway,
  readVirtualInterface,
  readVpnConnection,
} from './readers/onPremises.ts'
import { readOtherInterface } from './readers/otherInterfaces.ts'
import { readPeering } from './readers/peerings.ts'
import { readAwsPrefixList, readManagedPrefixList } from './readers/prefixLists.ts'
import { readRestApi } from './readers/readRestApi.ts'
import { readReservation } from './readers/reservations.ts'
import { readRouteTable } from './readers/routeTables.ts'
import { readRuleGroup } from './readers/ruleGroups.ts'
import { readSecurityGroup } from './readers/securityGroups.ts'
import { readSubnet, readZone } from './readers/subnets.ts'
import { readTargetGroup } from './readers/targetGroups.ts'
import { readAttachment, readTransitPeering, readVpcAttachment } from './readers/transitAttachments.ts'
import { readTransitGateway } from './readers/transitGateways.ts'
import { readTransitRouteTable } from './readers/transitRouteTables.ts'
import { readVpc } from './readers/vpcs.ts'

/** In the order in which they run: what others refer to comes first. */
export const READERS: readonly Reader[] = [
  { key: 'AvailabilityZones', id: null, read: readZone },
  { key: 'VpcAttributes', id: null },
  { key: 'DhcpOptions', id: 'DhcpOptionsId' },
  { key: 'Vpcs', id: 'VpcId', read: readVpc },
  { key: 'Subnets', id: 'SubnetId', read: readSubnet },
  { key: 'InternetGateways', id: 'InternetGatewayId', read: readInternetGateway },
  { key: 'EgressOnlyInternetGateways', id: 'EgressOnlyInternetGatewayId', read: readEgressOnlyGateway },
  { key: 'NatGateways', id: 'NatGatewayId', read: readNatGateway },
  { key: 'Addresses', id: 'AllocationId', read: readAddress },
  { key: 'PrefixLists', id: 'PrefixListId', read: readAwsPrefixList },
  { key: 'ManagedPrefixListEntries', id: null },
  { key: 'ManagedPrefixLists', id: 'PrefixListId', read: readManagedPrefixList },
  { key: 'SecurityGroups', id: 'GroupId', read: readSecurityGroup },
  { key: 'NetworkAcls', id: 'NetworkAclId', read: readNetworkAcl },
  { key: 'Reservations', id: 'ReservationId', read: readReservation },
  { key: 'Functions', id: 'FunctionArn', read: readFunction },
  { key: 'DBInstances', id: 'DBInstanceArn', read: readDatabase },
  { key: 'DomainStatusList', id: 'ARN', read: readDomain },
  { key: 'CacheClusters', id: 'ARN', read: readCacheCluster },
  { key: 'Listeners', id: 'ListenerArn' },
  { key: 'Rules', id: 'RuleArn' },
  { key: 'LoadBalancerAttributes', id: null },
  { key: 'LoadBalancers', id: 'LoadBalancerArn', read: readLoadBalancer },
  { key: 'LoadBalancerDescriptions', id: 'DNSName', read: readClassicBalancer },
  { key: 'TargetGroupAttributes', id: null },
  { key: 'LoadBalancerTargetHealth', id: null },
  { key: 'TargetGroups', id: 'TargetGroupArn', read: readTargetGroup },
  { key: 'ServicePermissions', id: null },
  { key: 'ConnectionNotificationSet', id: 'ConnectionNotificationId' },
  { key: 'ServiceConfigurations', id: 'ServiceId', read: readServiceConfiguration },
  { key: 'ServiceDetails', id: null, read: readServiceDetail },
  { key: 'RuleGroupDetails', id: null, read: readRuleGroup },
  { key: 'FirewallPolicyDetails', id: null },
  { key: 'FirewallDetails', id: null, read: readFirewall },
  { key: 'ResourceGateways', id: 'Id', read: readResourceGateway },
  { key: 'ResourceConfigurations', id: 'Id', read: readResourceConfiguration },
  { key: 'ServiceNetworks', id: 'Id', read: readServiceNetwork },
  { key: 'ServiceNetworkResourceAssociations', id: 'Id', read: readNetworkAssociation },
  { key: 'ServiceNetworkVpcAssociations', id: 'Id', read: readNetworkAssociation },
  { key: 'VpcEndpointAssociations', id: 'Id' },
  { key: 'VpcEndpoints', id: 'VpcEndpointId', read: readEndpoint },
  { key: 'VpcEndpointConnections', id: null, read: readConnection },
  { key: 'ResolverEndpointIpAddresses', id: null },
  { key: 'ResolverEndpoints', id: 'Id', read: readResolverEndpoint },
  { key: 'VpcPeeringConnections', id: 'VpcPeeringConnectionId', read: readPeering },
  { key: 'TransitGatewayStaticRoutes', id: null },
  { key: 'TransitGatewayPropagations', id: null },
  { key: 'TransitGatewayAssociations', id: null },
  { key: 'TransitGateways', id: 'TransitGatewayId', read: readTransitGateway },
  { key: 'TransitGatewayVpcAttachments', id: 'TransitGatewayAttachmentId', read: readVpcAttachment },
  { key: 'TransitGatewayPeeringAttachments', id: 'TransitGatewayAttachmentId', read: readTransitPeering },
  { key: 'VpnGateways', id: 'VpnGatewayId', read: readPrivateGateway },
  { key: 'CustomerGateways', id: 'CustomerGatewayId', read: readCustomerGateway },
  { key: 'VpnConnections', id: 'VpnConnectionId', read: readVpnConnection },
  { key: 'DirectConnectGatewayAssociations', id: 'AssociationId' },
  { key: 'VirtualInterfaces', id: 'VirtualInterfaceId', read: readVirtualInterface },
  { key: 'TransitGatewayAttachments', id: null, read: readAttachment },
  { key: 'TransitGatewayRouteTables', id: 'TransitGatewayRouteTableId', read: readTransitRouteTable },
  { key: 'NetworkInterfaces', id: 'NetworkInterfaceId', read: readOtherInterface },
  { key: 'RouteTables', id: 'RouteTableId', read: readRouteTable },
  { key: 'HostedZoneRecords', id: null },
  { key: 'HostedZoneDetails', id: null, read: readZoneDetail },
  { key: 'HostedZones', id: 'Id', read: readHostedZone },
  { key: 'ResolverRuleAssociations', id: 'Id' },
  { key: 'ResolverRules', id: 'Id', read: readResolverRule },
  { key: 'FirewallDomains', id: null },
  { key: 'FirewallDomainLists', id: 'Id' },
  { key: 'FirewallRuleLists', id: null },
  { key: 'FirewallRuleGroups', id: 'Id', read: readFilterGroup },
  { key: 'FirewallRuleGroupAssociations', id: 'Id', read: readFilterAssociation },
  { key: 'ProfileResources', id: null },
  { key: 'ProfileSummaries', id: 'Id', read: readProfile },
  { key: 'ProfileAssociations', id: 'Id', read: readProfileAssociation },
  { key: 'VpcBlockPublicAccessExclusions', id: 'ExclusionId' },
  { key: 'VpcBlockPublicAccessOptions', id: null, read: readBlockPublicAccess },
  { key: 'RestApis', id: 'Id', read: readRestApi },
  ...ACCESS_LISTS,
]
