import { memberSet } from './memberSet.ts'

/** Members that AWS leaves out where there is nothing to say. What is asked for, is not there and stands in no rule here is told. */
export const isOptional = memberSet(
  [
    { reason: 'what has no name has no tags', members: '**.Tags **.TagSet' },
    {
      reason: 'whose it is, where AWS does not say that itself: the folder does',
      members: `PrefixLists.OwnerId VpcPeeringConnections.OwnerId ProfileSummaries.OwnerId ServiceConfigurations.OwnerId VirtualInterfaces.Region
      TransitGatewayRouteTables.TransitGatewayOwnerId TransitGatewayVpcAttachments.TransitGatewayOwnerId VpnConnections.TransitGatewayOwnerId
      RestApis.OwnerId ServiceNetworks.OwnerId ResourceConfigurations.OwnerId RuleGroupDetails.OwnerId FirewallDetails.OwnerId FirewallPolicyDetails.OwnerId
      Reservations.Instances.NetworkInterfaces.OwnerId FirewallRuleGroupAssociations.OwnerId`,
    },
    {
      reason: 'a route has one destination and one target',
      members: `RouteTables.Routes.CarrierGatewayId RouteTables.Routes.CoreNetworkArn RouteTables.Routes.DestinationCidrBlock
      RouteTables.Routes.DestinationIpv6CidrBlock RouteTables.Routes.DestinationPrefixListId RouteTables.Routes.EgressOnlyInternetGatewayId
      RouteTables.Routes.GatewayId RouteTables.Routes.InstanceId RouteTables.Routes.LocalGatewayId RouteTables.Routes.NatGatewayId
      RouteTables.Routes.NetworkInterfaceId RouteTables.Routes.OdbNetworkArn RouteTables.Routes.TransitGatewayId RouteTables.Routes.VpcEndpointId
      RouteTables.Routes.VpcPeeringConnectionId RouteTables.Associations.GatewayId RouteTables.Associations.SubnetId
      TransitGatewayStaticRoutes.Routes.PrefixListId TransitGatewayStaticRoutes.Routes.DestinationCidrBlock`,
    },
    {
      reason: 'rules without ports, ranges or remarks have none',
      members: `SecurityGroups.IpPermissions.FromPort SecurityGroups.IpPermissions.ToPort SecurityGroups.IpPermissionsEgress.FromPort
      SecurityGroups.IpPermissionsEgress.ToPort NetworkAcls.Entries.PortRange.From NetworkAcls.Entries.PortRange.To SecurityGroups.IpPermissions.Ipv4Ranges SecurityGroups.IpPermissionsEgress.Ipv4Ranges
      SecurityGroups.IpPermissions.IpRanges SecurityGroups.IpPermissionsEgress.IpRanges
      SecurityGroups.IpPermissions.Ipv6Ranges SecurityGroups.IpPermissionsEgress.Ipv6Ranges SecurityGroups.IpPermissions.PrefixListIds
      SecurityGroups.IpPermissionsEgress.PrefixListIds SecurityGroups.IpPermissions.UserIdGroupPairs
      SecurityGroups.IpPermissionsEgress.UserIdGroupPairs SecurityGroups.IpPermissions.IpRanges.Description
      SecurityGroups.IpPermissions.Ipv6Ranges.Description SecurityGroups.IpPermissions.PrefixListIds.Description
      SecurityGroups.IpPermissions.UserIdGroupPairs.Description SecurityGroups.IpPermissionsEgress.IpRanges.Description
      SecurityGroups.IpPermissionsEgress.Ipv6Ranges.Description SecurityGroups.IpPermissionsEgress.PrefixListIds.Description
      SecurityGroups.IpPermissionsEgress.UserIdGroupPairs.Description SecurityGroups.IpPermissions.Ipv4Ranges.Description
      SecurityGroups.IpPermissionsEgress.Ipv4Ranges.Description TransitGateways.Description ManagedPrefixListEntries.Entries.Description NetworkAcls.Entries.CidrBlock NetworkAcls.Entries.Ipv6CidrBlock
      NetworkAcls.Entries.PortRange NetworkAcls.Entries.IcmpTypeCode`,
    },
    {
      reason: 'an interface need not be attached, have a public address, or any of IPv6',
      members: `NetworkInterfaces.Association NetworkInterfaces.Attachment NetworkInterfaces.Ipv6Addresses
      NetworkInterfaces.PrivateIpAddresses.Association NetworkInterfaces.Attachment.InstanceId Reservations.Instances.NetworkInterfaces.Association
      Reservations.Instances.NetworkInterfaces.Ipv6Addresses Reservations.Instances.NetworkInterfaces.PrivateIpAddresses.Association
      Addresses.AssociationId Addresses.NetworkInterfaceId Addresses.InstanceId`,
    },
    {
      reason: 'only some kinds have it',
      members: `LoadBalancers.SecurityGroups LoadBalancers.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic LoadBalancers.DNSName
      LoadBalancers.AvailabilityZones.LoadBalancerAddresses.PrivateIPv4Address LoadBalancers.AvailabilityZones.LoadBalancerAddresses.IpAddress
      Listeners.DefaultActions.ForwardConfig Listeners.DefaultActions.FixedResponseConfig Listeners.DefaultActions.FixedResponseConfig.StatusCode
      Listeners.DefaultActions.RedirectConfig Rules.ListenerArn Rules.Priority Rules.Actions.ForwardConfig Rules.Actions.FixedResponseConfig Rules.Actions.RedirectConfig
      Rules.Conditions.Values **.RegexValues **.HttpHeaderName Rules.Conditions.QueryStringConfig.Values.Key Rules.Conditions.HostHeaderConfig Rules.Conditions.PathPatternConfig Rules.Conditions.SourceIpConfig
      Rules.Conditions.HttpRequestMethodConfig Rules.Conditions.HttpHeaderConfig Rules.Conditions.QueryStringConfig Reservations.Instances.Platform Reservations.Instances.PlatformDetails
      VpcEndpoints.DnsEntries VpcEndpoints.Groups VpcEndpoints.NetworkInterfaceIds VpcEndpoints.ServiceName VpcEndpoints.ServiceRegion
      VpcEndpoints.SubnetIds VpcEndpoints.RouteTableIds VpcEndpoints.ResourceConfigurationArn VpcEndpoints.ServiceNetworkArn VpcEndpoints.State
      VpcEndpoints.DnsOptions VpcEndpoints.IpAddressType VpcEndpoints.PolicyDocument RestApis.Policy
      RestApis.EndpointConfiguration.VpcEndpointIds ResourceConfigurations.ResourceConfigurationGroupId ResourceConfigurations.CustomDomainName
      ResourceConfigurations.GroupDomain ResourceConfigurations.ResourceConfigurationDefinition.IpResource
      ResourceConfigurations.ResourceConfigurationDefinition.DnsResource ResourceConfigurations.ResourceConfigurationDefinition.ArnResource
      ServiceNetworkVpcAssociations.DnsOptions ServiceNetworkResourceAssociations.DnsEntry VpcEndpointAssociations.DnsEntry
      NatGateways.NatGatewayAddresses.PublicIp NatGateways.AvailabilityMode NatGateways.RouteTableId NatGateways.SubnetId
      ServiceConfigurations.NetworkLoadBalancerArns ServiceConfigurations.GatewayLoadBalancerArns ServiceConfigurations.PrivateDnsName
      ServiceConfigurations.PrivateDnsNameConfiguration ServiceConfigurations.PrivateDnsNameConfiguration.Name
      ServiceConfigurations.PrivateDnsNameConfiguration.Value ServiceConfigurations.PrivateDnsNameVerificationState
      ServiceConfigurations.SupportedRegions ServiceDetails.PrivateDnsName ServiceDetails.PrivateDnsNameConfiguration
      ServiceDetails.PrivateDnsNameVerificationState ServiceDetails.SupportedIpAddressTypes ServiceDetails.AvailabilityZones ServiceDetails.ServiceId
      VpnConnections.VpnGatewayId VpnConnections.TransitGatewayId VpnConnections.Routes CustomerGateways.BgpAsnExtended
      VirtualInterfaces.VirtualGatewayId VirtualInterfaces.DirectConnectGatewayId VirtualInterfaces.Mtu
      TransitGatewayAttachments.Association TransitGatewayAttachments.VpcId TransitGatewayAttachments.SubnetIds TransitGatewayAttachments.Options
      Functions.VpcConfig DomainStatusList.VPCOptions
      ResolverRules.ResolverEndpointId ResolverRules.TargetIps ResolverRules.TargetIps.Ip ResolverRules.TargetIps.Ipv6 ResolverRules.Name
      FirewallDomainLists.ManagedOwnerName FirewallRuleLists.FirewallRules.BlockOverrideDomain FirewallRuleLists.FirewallRules.BlockResponse
      FirewallRuleLists.FirewallRules.FirewallDomainListId FirewallRuleLists.FirewallRules.FirewallDomainRedirectionAction
      FirewallRuleLists.FirewallRules.Qtype FirewallRuleLists.FirewallRules.DnsThreatProtection
      HostedZoneRecords.ResourceRecordSets.AliasTarget HostedZoneRecords.ResourceRecordSets.ResourceRecords
      ProfileResources.ProfileResourceAssociations.ResourceProperties RouteTables.PropagatingVgws VpcAttributes.EnableDnsSupport
      VpcAttributes.EnableDnsHostnames Vpcs.Ipv6CidrBlockAssociationSet Subnets.Ipv6CidrBlockAssociationSet Subnets.Ipv6Native
      CacheClusters.ConfigurationEndpoint HostedZoneRecords.IsTruncated`,
    },
    {
      reason: 'what says who may call what is said where there is any, or by another call',
      members: `RoleDetailList.PermissionsBoundary UserDetailList.PermissionsBoundary RoleDetailList.RolePolicyList RoleDetailList.AttachedManagedPolicies
      RoleDetailList.InstanceProfileList UserDetailList.UserPolicyList UserDetailList.AttachedManagedPolicies UserDetailList.GroupList
      GroupDetailList.GroupPolicyList GroupDetailList.AttachedManagedPolicies **.PermissionsBoundaryArn RoleDetailList.OwnerId UserDetailList.OwnerId
      GroupDetailList.OwnerId Buckets.OwnerId BucketLocations.LocationConstraint ResourcePolicies.Policy ResourcePolicies.PolicyText
      ResourcePolicies.ResourcePolicy ResourcePolicies.OwnerId ResourcePolicies.AvailabilityZone QueueAttributes.Policy QueueAttributes.VisibilityTimeout
      QueueAttributes.OwnerId TopicAttributes.OwnerId EventBuses.OwnerId EventBuses.Policy Tasks.Overrides Tasks.Overrides.TaskRoleArn
      Tasks.Overrides.ExecutionRoleArn TaskDefinitions.TaskRoleArn TaskDefinitions.ExecutionRoleArn Functions.Role Reservations.Instances.IamInstanceProfile
      PublicAccessBlocks.PublicAccessBlockConfiguration PublicAccessBlocks.PublicAccessBlockConfiguration.BlockPublicAcls
      PublicAccessBlocks.PublicAccessBlockConfiguration.IgnorePublicAcls PublicAccessBlocks.PublicAccessBlockConfiguration.BlockPublicPolicy
      PublicAccessBlocks.PublicAccessBlockConfiguration.RestrictPublicBuckets PublicAccessBlocks.Bucket PublicAccessBlocks.AccountId
      AccessPointList.PublicAccessBlockConfiguration AccessPointList.VpcConfiguration AccessPointList.VpcConfiguration.VpcId AccessPointList.Alias
      AccessPointList.PublicAccessBlockConfiguration.BlockPublicAcls AccessPointList.PublicAccessBlockConfiguration.IgnorePublicAcls
      AccessPointList.OwnerId OwnershipControls.OwnershipControls BucketEncryptions.ServerSideEncryptionConfiguration
      BucketEncryptions.ServerSideEncryptionConfiguration.Rules.BucketKeyEnabled
      BucketEncryptions.ServerSideEncryptionConfiguration.Rules.ApplyServerSideEncryptionByDefault.KMSMasterKeyID Aliases.TargetKeyId Grants.Constraints
      Roots.PolicyTypes`,
    },
    { reason: 'a list of VPC Lattice calls it VpcIdentifier', members: 'ResourceGateways.VpcId' },
    {
      reason: 'newer than some of the tools and recordings that are imported; its default is what AWS had before',
      members: `Subnets.EnableDns64 NatGateways.ConnectivityType NatGateways.NatGatewayAddresses.IsPrimary
      TransitGatewayVpcAttachments.Options.ApplianceModeSupport TransitGatewayVpcAttachments.Options.SecurityGroupReferencingSupport
      TransitGateways.Options.SecurityGroupReferencingSupport NetworkAcls.Associations.AssociationState
      VpcPeeringConnections.AccepterVpcInfo.PeeringOptions VpcPeeringConnections.RequesterVpcInfo.PeeringOptions`,
    },
  ],
  'alone',
)
