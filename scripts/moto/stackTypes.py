"""Every type that a template of an export may have: which call makes it, what Ref and Fn::GetAtt give, and which call deletes it."""

from __future__ import annotations

from accessKinds import ACCESS_TYPES
from kind import Kind, by_properties, described, ec2, joined, lower, name_for, tag_specifications
from networkKinds import (
    AclAssociation,
    CidrBlock,
    GatewayAttachment,
    Peering,
    Propagation,
    ServicePermissions,
    TransitRoute,
    acl_entry_shape,
    allocation_of,
    attribute,
    authorize_egress,
    authorize_ingress,
    delete_acl_entry,
    delete_endpoint,
    delete_route,
    dhcp_shape,
    dns_entries,
    endpoint_shape,
    instance_shape,
    interface_shape,
    of_subnet,
    revoke,
    rule_shape,
    transit_shape,
)
from serviceKinds import (
    Bucket,
    Record,
    Zone,
    attributes_of,
    balancer,
    balancer_shape,
    enforce,
    function_shape,
    group_attributes,
    register,
    stop_service,
    target_group_shape,
    task_shape,
)
from sharedKinds import SHARED_TYPES

TYPES: dict[str, Kind] = {
    **SHARED_TYPES,
    **ACCESS_TYPES,
    "AWS::EC2::VPC": ec2(
        "create_vpc",
        "Vpc.VpcId",
        "delete_vpc",
        "VpcId",
        tagged="vpc",
        later={name: attribute(name) for name in ("EnableDnsSupport", "EnableDnsHostnames")},
        attributes={
            "Ipv6CidrBlocks": described("describe_vpcs", "VpcIds", "Vpcs[0].Ipv6CidrBlockAssociationSet[].Ipv6CidrBlock"),
            "DefaultSecurityGroup": lambda api, made: api(
                "ec2",
                "describe_security_groups",
                Filters=[{"Name": "vpc-id", "Values": [made]}, {"Name": "group-name", "Values": ["default"]}],
            )["SecurityGroups"][0]["GroupId"],
        },
    ),
    "AWS::EC2::VPCCidrBlock": CidrBlock(),
    "AWS::EC2::Subnet": ec2(
        "create_subnet",
        "Subnet.SubnetId",
        "delete_subnet",
        "SubnetId",
        tagged="subnet",
        later={name: of_subnet(name) for name in ("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation", "EnableDns64")},
    ),
    "AWS::EC2::InternetGateway": ec2(
        "create_internet_gateway", "InternetGateway.InternetGatewayId", "delete_internet_gateway", "InternetGatewayId", tagged="internet-gateway"
    ),
    "AWS::EC2::EgressOnlyInternetGateway": ec2(
        "create_egress_only_internet_gateway",
        "EgressOnlyInternetGateway.EgressOnlyInternetGatewayId",
        "delete_egress_only_internet_gateway",
        "EgressOnlyInternetGatewayId",
        tagged="egress-only-internet-gateway",
    ),
    "AWS::EC2::VPCGatewayAttachment": GatewayAttachment(),
    "AWS::EC2::EIP": ec2(
        "allocate_address",
        "PublicIp",
        lambda api, made, _: api("ec2", "release_address", AllocationId=allocation_of(api, made)),
        tagged="elastic-ip",
        attributes={"AllocationId": lambda api, made: allocation_of(api, made)},
    ),
    "AWS::EC2::EIPAssociation": ec2("associate_address", "AssociationId", "disassociate_address", "AssociationId"),
    "AWS::EC2::NatGateway": ec2("create_nat_gateway", "NatGateway.NatGatewayId", "delete_nat_gateway", "NatGatewayId", tagged="natgateway"),
    "AWS::EC2::RouteTable": ec2("create_route_table", "RouteTable.RouteTableId", "delete_route_table", "RouteTableId", tagged="route-table"),
    "AWS::EC2::Route": ec2(
        "create_route",
        joined("RouteTableId", "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"),
        delete_route,
    ),
    "AWS::EC2::SubnetRouteTableAssociation": ec2("associate_route_table", "AssociationId", "disassociate_route_table", "AssociationId"),
    "AWS::EC2::GatewayRouteTableAssociation": ec2("associate_route_table", "AssociationId", "disassociate_route_table", "AssociationId"),
    "AWS::EC2::VPNGatewayRoutePropagation": Propagation(),
    "AWS::EC2::NetworkAcl": ec2("create_network_acl", "NetworkAcl.NetworkAclId", "delete_network_acl", "NetworkAclId", tagged="network-acl"),
    "AWS::EC2::NetworkAclEntry": ec2(
        "create_network_acl_entry", joined("NetworkAclId", "Egress", "RuleNumber"), delete_acl_entry, shape=acl_entry_shape
    ),
    "AWS::EC2::SubnetNetworkAclAssociation": AclAssociation(),
    "AWS::EC2::SecurityGroup": ec2(
        "create_security_group",
        "GroupId",
        "delete_security_group",
        "GroupId",
        shape=lambda given: {
            **{("Description" if key == "GroupDescription" else key): value for key, value in tag_specifications("security-group")(given).items()},
            "GroupName": given.get("GroupName", name_for("group")),
        },
        later={"SecurityGroupIngress": authorize_ingress, "SecurityGroupEgress": authorize_egress},
        attributes={"GroupId": lambda _, made: made},
    ),
    "AWS::EC2::SecurityGroupIngress": ec2(
        "authorize_security_group_ingress", "SecurityGroupRules[0].SecurityGroupRuleId", revoke("ingress"), shape=rule_shape
    ),
    "AWS::EC2::SecurityGroupEgress": ec2(
        "authorize_security_group_egress", "SecurityGroupRules[0].SecurityGroupRuleId", revoke("egress"), shape=rule_shape
    ),
    "AWS::EC2::PrefixList": ec2(
        "create_managed_prefix_list",
        "PrefixList.PrefixListId",
        "delete_managed_prefix_list",
        "PrefixListId",
        tagged="prefix-list",
        attributes={"PrefixListId": lambda _, made: made},
    ),
    "AWS::EC2::DHCPOptions": ec2(
        "create_dhcp_options",
        "DhcpOptions.DhcpOptionsId",
        "delete_dhcp_options",
        "DhcpOptionsId",
        shape=dhcp_shape,
        attributes={"DhcpOptionsId": lambda _, made: made},
    ),
    "AWS::EC2::VPCDHCPOptionsAssociation": ec2(
        "associate_dhcp_options",
        joined("DhcpOptionsId", "VpcId"),
        lambda api, _, properties: api("ec2", "associate_dhcp_options", VpcId=properties["VpcId"], DhcpOptionsId="default"),
    ),
    "AWS::EC2::NetworkInterface": ec2(
        "create_network_interface",
        "NetworkInterface.NetworkInterfaceId",
        "delete_network_interface",
        "NetworkInterfaceId",
        shape=interface_shape,
        later={
            "SourceDestCheck": lambda api, made, value: api(
                "ec2", "modify_network_interface_attribute", NetworkInterfaceId=made, SourceDestCheck={"Value": value}
            )
        },
        attributes={
            "PrimaryPrivateIpAddress": described(
                "describe_network_interfaces", "NetworkInterfaceIds", "NetworkInterfaces[0].PrivateIpAddress"
            )
        },
    ),
    "AWS::EC2::Instance": ec2(
        "run_instances",
        "Instances[0].InstanceId",
        "terminate_instances",
        "InstanceIds",
        many=True,
        shape=instance_shape,
        attributes={"PrivateIp": described("describe_instances", "InstanceIds", "Reservations[0].Instances[0].PrivateIpAddress")},
    ),
    "AWS::EC2::VPCEndpoint": ec2(
        "create_vpc_endpoint",
        "VpcEndpoint.VpcEndpointId",
        delete_endpoint,
        shape=endpoint_shape,
        attributes={
            "DnsEntries": dns_entries,
            "NetworkInterfaceIds": described("describe_vpc_endpoints", "VpcEndpointIds", "VpcEndpoints[0].NetworkInterfaceIds"),
        },
    ),
    "AWS::EC2::VPCEndpointService": ec2(
        "create_vpc_endpoint_service_configuration",
        "ServiceConfiguration.ServiceId",
        lambda api, made, _: api("ec2", "delete_vpc_endpoint_service_configurations", ServiceIds=[made]),
        tagged="vpc-endpoint-service",
        later={
            "PayerResponsibility": lambda api, made, payer: api(
                "ec2", "modify_vpc_endpoint_service_payer_responsibility", ServiceId=made, PayerResponsibility=payer
            )
        },
    ),
    "AWS::EC2::VPCEndpointConnectionNotification": ec2(
        "create_vpc_endpoint_connection_notification",
        "ConnectionNotification.ConnectionNotificationId",
        "delete_vpc_endpoint_connection_notifications",
        "ConnectionNotificationIds",
        many=True,
    ),
    "AWS::EC2::VPCEndpointServicePermissions": ServicePermissions(),
    "AWS::EC2::VPCPeeringConnection": Peering(
        "ec2",
        "create_vpc_peering_connection",
        "VpcPeeringConnection.VpcPeeringConnectionId",
        "delete_vpc_peering_connection",
        "VpcPeeringConnectionId",
        tagged="vpc-peering-connection",
    ),
    "AWS::EC2::TransitGateway": ec2(
        "create_transit_gateway",
        "TransitGateway.TransitGatewayId",
        "delete_transit_gateway",
        "TransitGatewayId",
        shape=transit_shape,
        attributes={
            "TransitGatewayArn": described("describe_transit_gateways", "TransitGatewayIds", "TransitGateways[0].TransitGatewayArn")
        },
    ),
    "AWS::EC2::TransitGatewayAttachment": ec2(
        "create_transit_gateway_vpc_attachment",
        "TransitGatewayVpcAttachment.TransitGatewayAttachmentId",
        "delete_transit_gateway_vpc_attachment",
        "TransitGatewayAttachmentId",
        tagged="transit-gateway-attachment",
    ),
    "AWS::EC2::TransitGatewayPeeringAttachment": ec2(
        "create_transit_gateway_peering_attachment",
        "TransitGatewayPeeringAttachment.TransitGatewayAttachmentId",
        "delete_transit_gateway_peering_attachment",
        "TransitGatewayAttachmentId",
        tagged="transit-gateway-attachment",
    ),
    "AWS::EC2::TransitGatewayRouteTable": ec2(
        "create_transit_gateway_route_table",
        "TransitGatewayRouteTable.TransitGatewayRouteTableId",
        "delete_transit_gateway_route_table",
        "TransitGatewayRouteTableId",
        shape=lambda given: {
            ("TagSpecifications" if key == "TagSpecifications" else key): value
            for key, value in tag_specifications("transit-gateway-route-table")(given).items()
        },
    ),
    "AWS::EC2::TransitGatewayRoute": TransitRoute("ec2", "", ""),
    "AWS::EC2::TransitGatewayRouteTableAssociation": ec2(
        "associate_transit_gateway_route_table",
        joined("TransitGatewayRouteTableId", "TransitGatewayAttachmentId"),
        by_properties("disassociate_transit_gateway_route_table"),
    ),
    "AWS::EC2::TransitGatewayRouteTablePropagation": ec2(
        "enable_transit_gateway_route_table_propagation",
        joined("TransitGatewayRouteTableId", "TransitGatewayAttachmentId"),
        by_properties("disable_transit_gateway_route_table_propagation"),
    ),
    "AWS::EC2::CustomerGateway": ec2(
        "create_customer_gateway",
        "CustomerGateway.CustomerGatewayId",
        "delete_customer_gateway",
        "CustomerGatewayId",
        shape=lambda given: {
            ("PublicIp" if key == "IpAddress" else key): value for key, value in tag_specifications("customer-gateway")(given).items()
        },
    ),
    "AWS::EC2::VPNGateway": ec2("create_vpn_gateway", "VpnGateway.VpnGatewayId", "delete_vpn_gateway", "VpnGatewayId", tagged="vpn-gateway"),
    "AWS::EC2::VPNConnection": ec2(
        "create_vpn_connection",
        "VpnConnection.VpnConnectionId",
        "delete_vpn_connection",
        "VpnConnectionId",
        shape=lambda given: {
            **{key: value for key, value in tag_specifications("vpn-connection")(given).items() if key != "StaticRoutesOnly"},
            **({"Options": {"StaticRoutesOnly": given["StaticRoutesOnly"]}} if "StaticRoutesOnly" in given else {}),
        },
    ),
    "AWS::EC2::VPNConnectionRoute": ec2(
        "create_vpn_connection_route", joined("VpnConnectionId", "DestinationCidrBlock"), by_properties("delete_vpn_connection_route")
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": Kind(
        "elbv2",
        "create_load_balancer",
        "LoadBalancers[0].LoadBalancerArn",
        "delete_load_balancer",
        "LoadBalancerArn",
        shape=balancer_shape,
        later={
            "LoadBalancerAttributes": attributes_of,
            "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic": enforce,
        },
        attributes={"DNSName": balancer("DNSName"), "CanonicalHostedZoneID": balancer("CanonicalHostedZoneId")},
    ),
    "AWS::ElasticLoadBalancingV2::TargetGroup": Kind(
        "elbv2",
        "create_target_group",
        "TargetGroups[0].TargetGroupArn",
        "delete_target_group",
        "TargetGroupArn",
        shape=target_group_shape,
        later={"TargetGroupAttributes": group_attributes, "Targets": register},
    ),
    "AWS::ElasticLoadBalancingV2::Listener": Kind("elbv2", "create_listener", "Listeners[0].ListenerArn", "delete_listener", "ListenerArn"),
    "AWS::ElasticLoadBalancingV2::ListenerRule": Kind("elbv2", "create_rule", "Rules[0].RuleArn", "delete_rule", "RuleArn"),
    "AWS::Lambda::Function": Kind(
        "lambda", "create_function", "FunctionName", "delete_function", "FunctionName", shape=function_shape
    ),
    "AWS::S3::Bucket": Bucket(),
    "AWS::Route53::HostedZone": Zone(),
    "AWS::Route53::RecordSet": Record(),
    "AWS::ECS::Cluster": Kind(
        "ecs", "create_cluster", "cluster.clusterName", "delete_cluster", "cluster", shape=lambda given: {**lower(given), "clusterName": name_for("cluster")}
    ),
    "AWS::ECS::TaskDefinition": Kind(
        "ecs", "register_task_definition", "taskDefinition.taskDefinitionArn", "deregister_task_definition", "taskDefinition", shape=task_shape
    ),
    "AWS::ECS::Service": Kind(
        "ecs", "create_service", "service.serviceArn", stop_service, shape=lambda given: {**lower(given), "serviceName": name_for("service")}
    ),
}
