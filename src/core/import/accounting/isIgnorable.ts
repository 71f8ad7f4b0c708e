import { memberSet } from './memberSet.ts'

/** Members that nothing in a design hangs on, and why. What is read nowhere and stands in no rule here is told. */
export const isIgnorable = memberSet(
  [
    { reason: 'tags are labels; the name, and those that AWS itself sets, are read', members: '**.Tags **.TagSet' },
    {
      reason: 'when something was made, and by which request',
      members: `**.CreationTime **.CreationTimestamp **.CreateTime **.CreatedTime **.CreationDate **.ModificationTime **.AttachTime **.LaunchTime
      **.CreatorRequestId **.CallerReference **.ClientToken **.RequesterId **.LastModified **.LastStatusChange **.ExpirationTime
      **.CreatedAt **.CreatedDate **.CreatedBy **.LastUpdatedAt`,
    },
    {
      reason: 'ids, names and ARNs of a relation whose two ends are read',
      members: `**.AssociationId **.AttachmentId **.RouteTableAssociationId **.NetworkAclAssociationId NetworkAcls.Associations.NetworkAclId
      RouteTables.Associations.RouteTableId NetworkAcls.NetworkAclArn RouteTables.RouteTableArn **.GroupArn
      NetworkInterfaces.Association.AllocationId NetworkInterfaces.PrivateIpAddresses.Association.AllocationId
      NatGateways.NatGatewayAddresses.AllocationId NatGateways.NatGatewayAddresses.NetworkInterfaceId
      LoadBalancers.AvailabilityZones.LoadBalancerAddresses.AllocationId VpcEndpoints.DnsEntries.HostedZoneId LoadBalancers.CanonicalHostedZoneId
      **.CanonicalHostedZoneNameID ConnectionNotificationSet.ConnectionNotificationId
      ResolverRuleAssociations.Id VpcBlockPublicAccessExclusions.ExclusionId Reservations.ReservationId Listeners.ListenerArn
      FirewallDomainLists.ManagedOwnerName RouteTables.Routes.NatGatewayId Addresses.AllocationId FirewallRuleGroupAssociations.Id ProfileAssociations.Id ProfileAssociations.Arn
      ResourceGateways.Arn ServiceNetworkResourceAssociations.Arn ServiceNetworkResourceAssociations.Id
      ServiceNetworkResourceAssociations.ServiceNetworkArn ServiceNetworkResourceAssociations.ServiceNetworkName
      ServiceNetworkResourceAssociations.ResourceConfigurationArn ServiceNetworkResourceAssociations.ResourceConfigurationName
      ServiceNetworkResourceAssociations.DnsEntry.HostedZoneId VpcEndpointAssociations.Id VpcEndpointAssociations.ServiceNetworkArn
      VpcEndpointAssociations.ServiceNetworkName VpcEndpointAssociations.AssociatedResourceArn VpcEndpointAssociations.DnsEntry.HostedZoneId
      VpcEndpointAssociations.ResourceConfigurationGroupArn
      ServiceNetworkVpcAssociations.Arn ServiceNetworkVpcAssociations.Id ServiceNetworkVpcAssociations.ServiceNetworkArn
      ServiceNetworkVpcAssociations.ServiceNetworkName FirewallRuleGroupAssociations.Arn FirewallRuleGroupAssociations.Name FirewallDomainLists.Arn
      FirewallRuleLists.FirewallRules.FirewallRuleGroupId ProfileAssociations.Name ProfileResources.ProfileResourceAssociations.Id
      ProfileResources.ProfileResourceAssociations.Name ProfileResources.ProfileResourceAssociations.ProfileId`,
    },
    {
      reason: 'whose it is: the account that owns its VPC or its other end is read',
      members: `InternetGateways.OwnerId EgressOnlyInternetGateways.OwnerId NetworkAcls.OwnerId RouteTables.OwnerId SecurityGroups.OwnerId
      **.IpOwnerId **.InstanceOwnerId **.NetworkInterfaceOwnerId **.VpcOwnerId **.ResourceOwnerId VpcEndpoints.OwnerId
      VpcPeeringConnections.AccepterVpcInfo.OwnerId VpcPeeringConnections.RequesterVpcInfo.OwnerId ManagedPrefixLists.OwnerId
      FirewallRuleGroups.OwnerId FirewallRuleGroups.ShareStatus ProfileAssociations.OwnerId ProfileResources.ProfileResourceAssociations.OwnerId
      FirewallRuleGroupAssociations.ManagedOwnerName ProfileSummaries.ShareStatus ResolverRules.OwnerId
      ResolverRules.ShareStatus SecurityGroups.IpPermissions.UserIdGroupPairs.UserId SecurityGroups.IpPermissionsEgress.UserIdGroupPairs.UserId
      SecurityGroups.IpPermissions.UserIdGroupPairs.VpcPeeringConnectionId SecurityGroups.IpPermissionsEgress.UserIdGroupPairs.VpcPeeringConnectionId
      SecurityGroups.IpPermissions.UserIdGroupPairs.VpcId SecurityGroups.IpPermissionsEgress.UserIdGroupPairs.VpcId
      SecurityGroups.IpPermissions.UserIdGroupPairs.PeeringStatus SecurityGroups.IpPermissionsEgress.UserIdGroupPairs.PeeringStatus
      TransitGatewayAttachments.TransitGatewayOwnerId TransitGatewayPeeringAttachments.RequesterTgwInfo.OwnerId
      TransitGatewayPeeringAttachments.AccepterTgwInfo.OwnerId TransitGatewayPeeringAttachments.RequesterTgwInfo.Region
      TransitGatewayPeeringAttachments.AccepterTgwInfo.Region`,
    },
    {
      reason: 'names that follow from what is read',
      members: `**.PrivateDnsNameOptionsOnLaunch **.PublicDnsName **.NetworkBorderGroup **.PublicIpv4Pool **.Domain AvailabilityZones.GroupName
      NetworkInterfaces.Groups.GroupName Reservations.Instances.NetworkInterfaces.Groups.GroupName Reservations.Instances.SecurityGroups.GroupName
      VpcEndpoints.Groups.GroupName SecurityGroups.GroupName LoadBalancers.AvailabilityZones.ZoneName LoadBalancers.AvailabilityZones.ZoneId
      NetworkInterfaces.PrivateDnsName NetworkInterfaces.PrivateIpAddresses.PrivateDnsName NetworkInterfaces.AvailabilityZoneId
      Reservations.Instances.NetworkInterfaces.PrivateDnsName Reservations.Instances.NetworkInterfaces.PrivateIpAddresses.PrivateDnsName
      Reservations.Instances.PrivateDnsName Reservations.Instances.KeyName **.MacAddress DBInstances.DBSubnetGroup.VpcId DBInstances.Endpoint.Address
      DBInstances.Endpoint.HostedZoneId HostedZoneDetails.VPCs.VPCRegion VpcPeeringConnections.AccepterVpcInfo.Region
      VpcPeeringConnections.RequesterVpcInfo.Region Reservations.Groups ServiceNetworkResourceAssociations.PrivateDnsEntry
      VpcEndpointAssociations.PrivateDnsEntry`,
    },
    {
      reason: 'what a machine is made of, and how it is looked after',
      members: `Reservations.Instances.AmiLaunchIndex Reservations.Instances.Architecture Reservations.Instances.BlockDeviceMappings
      Reservations.Instances.BootMode Reservations.Instances.CurrentInstanceBootMode Reservations.Instances.CapacityReservationSpecification
      Reservations.Instances.CpuOptions Reservations.Instances.EbsOptimized Reservations.Instances.EnaSupport Reservations.Instances.EnclaveOptions
      Reservations.Instances.HibernationOptions Reservations.Instances.Hypervisor Reservations.Instances.IamInstanceProfile.Id
      Reservations.Instances.ImageId Reservations.Instances.InstanceLifecycle Reservations.Instances.InstanceType
      Reservations.Instances.MaintenanceOptions Reservations.Instances.MetadataOptions Reservations.Instances.Monitoring
      Reservations.Instances.NetworkPerformanceOptions Reservations.Instances.Operator Reservations.Instances.Placement
      Reservations.Instances.PrivateDnsNameOptions Reservations.Instances.ProductCodes Reservations.Instances.RamdiskId
      Reservations.Instances.KernelId Reservations.Instances.RootDeviceName Reservations.Instances.RootDeviceType
      Reservations.Instances.SpotInstanceRequestId Reservations.Instances.State.Code Reservations.Instances.StateReason
      Reservations.Instances.StateTransitionReason Reservations.Instances.UsageOperation Reservations.Instances.UsageOperationUpdateTime
      Reservations.Instances.VirtualizationType Reservations.Instances.ElasticGpuAssociations
      Reservations.Instances.ElasticInferenceAcceleratorAssociations Reservations.Instances.Licenses Vpcs.InstanceTenancy
      **.DeleteOnTermination **.NetworkCardIndex`,
    },
    {
      reason: 'copies in the record of an instance of what its first interface says',
      members: `Reservations.Instances.PrivateIpAddress Reservations.Instances.PublicIpAddress Reservations.Instances.Ipv6Address
      Reservations.Instances.SecurityGroups Reservations.Instances.SourceDestCheck Reservations.Instances.SubnetId Reservations.Instances.VpcId
      NetworkInterfaces.Association NetworkInterfaces.Ipv6Address Reservations.Instances.NetworkInterfaces.Association`,
    },
    {
      reason:
        'what is only looked at where no other record says it: whose interface it is, and the addresses and groups of what AWS keeps',
      members: `NetworkInterfaces.Description NetworkInterfaces.Groups NetworkInterfaces.OwnerId NetworkInterfaces.PrivateIpAddress
      NetworkInterfaces.PrivateIpAddresses NetworkInterfaces.Ipv6Addresses NetworkInterfaces.SubnetId NetworkInterfaces.VpcId
      NetworkInterfaces.SourceDestCheck NetworkInterfaces.Attachment
      NetworkInterfaces.Status NetworkInterfaces.InterfaceType NetworkInterfaces.RequesterManaged NetworkInterfaces.AvailabilityZone
      Reservations.Instances.NetworkInterfaces.Status Reservations.Instances.NetworkInterfaces.VpcId
      Reservations.Instances.NetworkInterfaces.OwnerId
      Reservations.Instances.NetworkInterfaces.InterfaceType Reservations.Instances.NetworkInterfaces.AvailabilityZone
      Reservations.Instances.NetworkInterfaces.Attachment.Status Reservations.Instances.NetworkInterfaces.Attachment.DeviceIndex
      Reservations.Instances.NetworkInterfaces.Description`,
    },
    {
      reason: 'choices of the console and defaults for what is made later',
      members: `Vpcs.IsDefault Subnets.DefaultForAz Subnets.AssignIpv6AddressOnCreation Subnets.MapCustomerOwnedIpOnLaunch
      TransitGateways.Options.AutoAcceptSharedAttachments TransitGateways.Options.DefaultRouteTableAssociation
      TransitGateways.Options.DefaultRouteTablePropagation TransitGateways.Options.AssociationDefaultRouteTableId
      TransitGateways.Options.PropagationDefaultRouteTableId TransitGatewayRouteTables.DefaultAssociationRouteTable
      TransitGatewayRouteTables.DefaultPropagationRouteTable AvailabilityZones.OptInStatus AvailabilityZones.State AvailabilityZones.Messages
      AvailabilityZones.ZoneType AvailabilityZones.GroupLongName ResourceConfigurations.AllowAssociationToShareableServiceNetwork
      ResourceConfigurations.AmazonManaged FirewallRuleGroupAssociations.MutationProtection ServiceNetworkResourceAssociations.IsManagedAssociation`,
    },
    {
      reason:
        'how many addresses are left or kept, how much is associated, how often health is asked, and what is shown to people',
      members: `Subnets.AvailableIpAddressCount ResourceGateways.Ipv4AddressesPerEni ServiceNetworks.NumberOfAssociatedVPCs
      ServiceNetworks.NumberOfAssociatedServices ServiceNetworks.NumberOfAssociatedResourceConfigurations TargetGroups.HealthCheckEnabled TargetGroups.HealthCheckIntervalSeconds
      TargetGroups.HealthCheckTimeoutSeconds TargetGroups.HealthyThresholdCount TargetGroups.UnhealthyThresholdCount
      LoadBalancerTargetHealth.TargetHealthDescriptions.HealthCheckPort LoadBalancerTargetHealth.TargetHealthDescriptions.TargetHealth.Description
      LoadBalancerTargetHealth.TargetHealthDescriptions.TargetHealth.Reason LoadBalancerTargetHealth.TargetHealthDescriptions.Target.AvailabilityZone
      VpcPeeringConnections.Status.Message Listeners.DefaultActions.Order Listeners.DefaultActions.ForwardConfig.TargetGroupStickinessConfig
      Rules.Actions.Order Rules.Actions.ForwardConfig.TargetGroupStickinessConfig Rules.Transforms
      Listeners.DefaultActions.FixedResponseConfig.ContentType Rules.Actions.FixedResponseConfig.ContentType **.MessageBody **.AuthenticateOidcConfig **.AuthenticateCognitoConfig **.JwtValidationConfig
      FirewallRuleLists.FirewallRules.BlockOverrideTtl HostedZoneRecords.ResourceRecordSets.TTL HostedZones.ResourceRecordSetCount HostedZones.Config.Comment
      FirewallRuleGroupAssociations.StatusMessage **.StatusMessage`,
    },
    {
      reason: 'what is listed is there: other states pass in seconds, or are read elsewhere',
      members: `Vpcs.State Subnets.State DBInstances.VpcSecurityGroups.Status VpcBlockPublicAccessOptions.VpcBlockPublicAccessOptions.State
      VpcEndpointConnections.VpcEndpointState VpcEndpointConnections.ServiceId VpcEndpointConnections.VpcEndpointOwner **.RequesterManaged
      DirectConnectGatewayAssociations.AssociatedGateway.Type ProfileResources.ProfileResourceAssociations.ResourceType`,
    },
    {
      reason: 'said by what it leads to, or what leads to it',
      members: `NatGateways.VpcId Subnets.SubnetArn TargetGroups.LoadBalancerArns RouteTables.Routes.InstanceId
      DomainStatusList.VPCOptions.SecurityGroupIds DomainStatusList.VPCOptions.VPCId DomainStatusList.VPCOptions.AvailabilityZones`,
    },
    {
      reason: 'settings of load balancers and target groups besides those that say where packets go',
      members: 'LoadBalancerAttributes.Attributes TargetGroupAttributes.Attributes',
    },
    {
      reason: 'how one of several answers is chosen: all count as possible, which is told where there are several',
      members: `HostedZoneRecords.ResourceRecordSets.SetIdentifier HostedZoneRecords.ResourceRecordSets.Weight
      HostedZoneRecords.ResourceRecordSets.Region HostedZoneRecords.ResourceRecordSets.Failover HostedZoneRecords.ResourceRecordSets.GeoLocation
      HostedZoneRecords.ResourceRecordSets.HealthCheckId HostedZoneRecords.ResourceRecordSets.MultiValueAnswer
      HostedZoneRecords.ResourceRecordSets.AliasTarget.HostedZoneId HostedZoneRecords.ResourceRecordSets.AliasTarget.EvaluateTargetHealth
      FirewallRuleLists.FirewallRules.ConfidenceThreshold FirewallRuleLists.FirewallRules.Name`,
    },
    {
      reason: 'multicast and the spreading over tunnels, which are not simulated',
      members: 'TransitGateways.Options.MulticastSupport TransitGateways.Options.VpnEcmpSupport',
    },
    {
      reason: 'blocks that follow from the list, or from what is attached',
      members: 'TransitGatewayStaticRoutes.Routes.DestinationCidrBlock',
    },
    {
      reason:
        'what has one value: resources of VPC Lattice are asked by TCP, and DNS Firewall answers with a CNAME of its own',
      members: 'ResourceConfigurations.Protocol FirewallRuleLists.FirewallRules.BlockOverrideDnsType',
    },
    {
      reason: 'how an API answers, and what it is called: that it is reached is all that is asked',
      members: `RestApis.Description RestApis.Version RestApis.ApiKeySource RestApis.RootResourceId RestApis.BinaryMediaTypes
      RestApis.MinimumCompressionSize`,
    },
    {
      reason: 'ids, and names that the ARN has; what somebody last did, and what a policy is for',
      members: `**.RoleId **.UserId **.GroupId **.PolicyId **.InstanceProfileId **.RoleLastUsed **.PasswordLastUsed **.MaxSessionDuration
      **.UpdateDate **.CreateDate **.AttachmentCount **.IsAttachable **.PermissionsBoundaryUsageCount RoleDetailList.Description UserDetailList.Description
      Policies.Description Policies.PolicyName Policies.Path Policies.PolicyVersionList **.PermissionsBoundaryType InstanceProfiles.InstanceProfileName
      InstanceProfiles.Path InstanceProfiles.Roles RoleDetailList.InstanceProfileList GroupDetailList.Path GroupDetailList.Arn
      PolicyVersions.PolicyVersion.IsDefaultVersion PolicyVersions.PolicyVersion.VersionId AccessPointList.Name AccessPointList.BucketAccountId AccessPointList.Endpoints`,
    },
    {
      reason: 'what a task is made of, and how it does',
      members: `Tasks.TaskArn Tasks.ClusterArn Tasks.AvailabilityZone Tasks.CapacityProviderName Tasks.Connectivity **.ConnectivityAt Tasks.Containers Tasks.Cpu
      Tasks.Memory Tasks.DesiredStatus Tasks.LastStatus Tasks.EnableExecuteCommand Tasks.Group Tasks.HealthStatus Tasks.LaunchType Tasks.PlatformFamily
      Tasks.PlatformVersion Tasks.Attributes Tasks.EphemeralStorage Tasks.Version Tasks.StartedBy Tasks.ContainerInstanceArn **.PullStartedAt **.PullStoppedAt
      **.StartedAt **.StoppedAt Tasks.Attachments.Type Tasks.Attachments.Id Tasks.Attachments.Status Tasks.Attachments.Details Tasks.Overrides TaskDefinitions`,
    },
    {
      reason: 'what is kept, sent and counted, and how: that it may be asked for is all that a policy says',
      members: `QueueAttributes.ApproximateNumberOfMessages QueueAttributes.ApproximateNumberOfMessagesNotVisible QueueAttributes.ApproximateNumberOfMessagesDelayed
      QueueAttributes.CreatedTimestamp QueueAttributes.LastModifiedTimestamp QueueAttributes.VisibilityTimeout QueueAttributes.MaximumMessageSize
      QueueAttributes.MessageRetentionPeriod QueueAttributes.DelaySeconds QueueAttributes.ReceiveMessageWaitTimeSeconds QueueAttributes.RedrivePolicy
      QueueAttributes.RedriveAllowPolicy QueueAttributes.FifoQueue QueueAttributes.ContentBasedDeduplication QueueAttributes.DeduplicationScope
      QueueAttributes.FifoThroughputLimit QueueAttributes.KmsMasterKeyId QueueAttributes.KmsDataKeyReusePeriodSeconds QueueAttributes.SqsManagedSseEnabled
      TopicAttributes.Owner TopicAttributes.DisplayName TopicAttributes.SubscriptionsPending TopicAttributes.SubscriptionsConfirmed
      TopicAttributes.SubscriptionsDeleted TopicAttributes.EffectiveDeliveryPolicy TopicAttributes.DeliveryPolicy TopicAttributes.KmsMasterKeyId
      TopicAttributes.FifoTopic TopicAttributes.ContentBasedDeduplication TopicAttributes.TracingConfig EventBuses.Name EventBuses.Description
      EventBuses.KmsKeyIdentifier EventBuses.DeadLetterConfig EventBuses.LastModifiedTime EventBuses.LogConfig ResourcePolicies.RevisionId
      ResourcePolicies.PolicyName KeyGrants.KeyId ResourcePolicies.RegistryId ResourcePolicies.Name Grants.GrantId Grants.Name Grants.RetiringPrincipal Grants.IssuingAccount
      Grants.Constraints Aliases.LastUpdatedDate Aliases.AliasArn
      BucketEncryptions.ServerSideEncryptionConfiguration.Rules.ApplyServerSideEncryptionByDefault.SSEAlgorithm
      BucketEncryptions.ServerSideEncryptionConfiguration.Rules.BlockedEncryptionTypes Buckets.Name Buckets.BucketArn`,
    },
    {
      reason: 'who keeps an organisation and what its parts are called',
      members: `Organizations.Arn Organizations.FeatureSet Organizations.MasterAccountArn Organizations.MasterAccountEmail Organizations.AvailablePolicyTypes
      OrganizationParents.Parents.Type Roots.Arn Roots.Name Roots.Id TargetPolicies.Policies.Arn TargetPolicies.Policies.Description
      TargetPolicies.Policies.AwsManaged OrganizationPolicies.PolicySummary`,
    },
    {
      reason:
        'levels of an organisation that none of the accounts here is below, and what reaches no management account',
      members: `OrganizationParents.ChildId OrganizationParents.Parents TargetPolicies.TargetId TargetPolicies.Policies OrganizationPolicies.Content
      Roots.PolicyTypes`,
    },
    {
      reason: 'VPC Classic, which is no more',
      members:
        '**.AllowEgressFromLocalClassicLinkToRemoteVpc **.AllowEgressFromLocalVpcToRemoteClassicLink **.EnableClassicLink',
    },
    {
      reason: 'blocks of the other side of a peering: its own VPC says them',
      members: `VpcPeeringConnections.AccepterVpcInfo.CidrBlock VpcPeeringConnections.RequesterVpcInfo.CidrBlock
      VpcPeeringConnections.AccepterVpcInfo.CidrBlockSet VpcPeeringConnections.RequesterVpcInfo.CidrBlockSet
      VpcPeeringConnections.AccepterVpcInfo.Ipv6CidrBlockSet VpcPeeringConnections.RequesterVpcInfo.Ipv6CidrBlockSet`,
    },
    {
      reason: 'what AWS says of its own services besides their zones, which the catalogue has',
      members: `ServiceDetails.AcceptanceRequired ServiceDetails.BaseEndpointDnsNames ServiceDetails.ManagesVpcEndpoints ServiceDetails.PrivateDnsName
      ServiceDetails.PrivateDnsNames ServiceDetails.PrivateDnsNameVerificationState ServiceDetails.ServiceType
      ServiceDetails.VpcEndpointPolicySupported ServiceDetails.SupportedIpAddressTypes ServiceDetails.PayerResponsibility ServiceDetails.ServiceRegion
      null.ServiceNames ServiceConfigurations.BaseEndpointDnsNames ServiceConfigurations.ManagesVpcEndpoints ServiceConfigurations.ServiceType
      ServiceConfigurations.PrivateDnsNameConfiguration.Type ServiceConfigurations.SupportedRegions.ServiceState`,
    },
    {
      reason: 'what stands beside the lists of an answer, and says which request it answers',
      members: `null.ResponseMetadata null.UpdateToken null.MaxItems null.MaxResults null.IsTruncated null.RequestId null.UserId null.Arn null.Account
      null.Count null.AwsAccountId null.AwsRegion null.AccountId null.Region`,
    },
  ],
  'and below',
)
