"""Types of EC2 whose properties are not the parameters of one call."""

from __future__ import annotations

from typing import Any, Callable

from kind import Api, Kind, Properties, tag_specifications, text_of


def attribute(name: str) -> Callable[[Api, str, Any], Any]:
    """An attribute of a VPC, which the API takes one by one."""
    return lambda api, made, value: api("ec2", "modify_vpc_attribute", VpcId=made, **{name: {"Value": value}})


def of_subnet(name: str) -> Callable[[Api, str, Any], Any]:
    return lambda api, made, value: api("ec2", "modify_subnet_attribute", SubnetId=made, **{name: {"Value": value}})


PERMISSION_SOURCES = {
    "CidrIp": ("IpRanges", "CidrIp"),
    "CidrIpv6": ("Ipv6Ranges", "CidrIpv6"),
    "SourceSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "DestinationSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "SourcePrefixListId": ("PrefixListIds", "PrefixListId"),
    "DestinationPrefixListId": ("PrefixListIds", "PrefixListId"),
}


def permission(rule: Properties) -> Properties:
    """A rule as the API has it: lists of sources by their kind."""
    said = {"Description": rule["Description"]} if "Description" in rule else {}
    # moto wants ports of every protocol; -1 means what AWS means where none is said
    ports = {key: int(rule.get(key, -1)) for key in ("FromPort", "ToPort")} if str(rule["IpProtocol"]) != "-1" else {}
    lists = {where: [{name: rule[key], **said}] for key, (where, name) in PERMISSION_SOURCES.items() if key in rule}
    return {"IpProtocol": str(rule["IpProtocol"]), **ports, **lists}


def authorize_egress(api: Api, group: str, rules: list[Properties]) -> None:
    """Rules that are said take the place of those to everywhere, of which there are two where the VPC has an IPv6 block."""
    new = api("ec2", "describe_security_groups", GroupIds=[group])["SecurityGroups"][0]
    api("ec2", "revoke_security_group_egress", GroupId=group, IpPermissions=new["IpPermissionsEgress"])
    for rule in rules:
        api("ec2", "authorize_security_group_egress", GroupId=group, IpPermissions=[permission(rule)])


def authorize_ingress(api: Api, group: str, rules: list[Properties]) -> None:
    for rule in rules:
        api("ec2", "authorize_security_group_ingress", GroupId=group, IpPermissions=[permission(rule)])


def rule_shape(properties: Properties) -> Properties:
    return {"GroupId": properties["GroupId"], "IpPermissions": [permission(properties)]}


def revoke(direction: str) -> Callable[[Api, str, Properties], Any]:
    return lambda api, _, properties: api("ec2", f"revoke_security_group_{direction}", **rule_shape(properties))


def delete_route(api: Api, _: str, properties: Properties) -> None:
    keys = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
    where = {key: properties[key] for key in keys if key in properties}
    api("ec2", "delete_route", RouteTableId=properties["RouteTableId"], **where)


def instance_shape(properties: Properties) -> Properties:
    interfaces = [
        {
            {"GroupSet": "Groups", "AssociatePublicIpAddress": "AssociatePublicIpAddress"}.get(key, key): (
                int(value) if key == "DeviceIndex" else value
            )
            for key, value in one.items()
        }
        for one in properties.pop("NetworkInterfaces", [])
    ]
    profile = properties.pop("IamInstanceProfile", None)
    return {
        **tag_specifications("instance")(properties),
        **({"IamInstanceProfile": {"Name": profile}} if profile else {}),
        **({"NetworkInterfaces": interfaces} if interfaces else {}),
        "MinCount": 1,
        "MaxCount": 1,
    }


def interface_shape(properties: Properties) -> Properties:
    groups = properties.pop("GroupSet", None)
    return {**tag_specifications("network-interface")(properties), **({"Groups": groups} if groups else {})}


def endpoint_shape(properties: Properties) -> Properties:
    given = tag_specifications("vpc-endpoint")(properties)
    if "PrivateDnsOnlyForInboundResolverEndpoint" in given.get("DnsOptions", {}):
        # a word in a template, a flag in the API
        only = given["DnsOptions"]["PrivateDnsOnlyForInboundResolverEndpoint"] == "OnlyInboundResolver"
        given["DnsOptions"] = {**given["DnsOptions"], "PrivateDnsOnlyForInboundResolverEndpoint": only}
    return {**given, **({"PolicyDocument": text_of(given["PolicyDocument"])} if "PolicyDocument" in given else {})}


def delete_endpoint(api: Api, made: str, _: Properties) -> None:
    api("ec2", "delete_vpc_endpoints", VpcEndpointIds=[made])


class GatewayAttachment(Kind):
    """One type for two kinds of gateways, each with a call of its own."""

    def __init__(self) -> None:
        super().__init__("ec2", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        call = "attach_internet_gateway" if "InternetGatewayId" in properties else "attach_vpn_gateway"
        api("ec2", call, **properties)
        return "|".join(properties.values()), None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api("ec2", "detach_internet_gateway" if "InternetGatewayId" in properties else "detach_vpn_gateway", **properties)


class AclAssociation(Kind):
    """The association that a subnet has already leads to another ACL."""

    def __init__(self) -> None:
        super().__init__("ec2", "", "")

    def lead(self, api: Api, subnet: str, acl: str) -> str:
        filters = [{"Name": "association.subnet-id", "Values": [subnet]}]
        acls = api("ec2", "describe_network_acls", Filters=filters)["NetworkAcls"]
        held = [one for each in acls for one in each["Associations"] if one["SubnetId"] == subnet][0]
        answer = api(
            "ec2", "replace_network_acl_association", AssociationId=held["NetworkAclAssociationId"], NetworkAclId=acl
        )
        return answer["NewAssociationId"]

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        return self.lead(api, properties["SubnetId"], properties["NetworkAclId"]), None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        acl = api("ec2", "describe_network_acls", NetworkAclIds=[properties["NetworkAclId"]])["NetworkAcls"][0]
        filters = [{"Name": "vpc-id", "Values": [acl["VpcId"]]}, {"Name": "default", "Values": ["true"]}]
        own = api("ec2", "describe_network_acls", Filters=filters)["NetworkAcls"][0]
        self.lead(api, properties["SubnetId"], own["NetworkAclId"])


class Propagation(Kind):
    """A gateway, and the tables that learn from it."""

    def __init__(self) -> None:
        super().__init__("ec2", "", "")

    def each(self, api: Api, call: str, properties: Properties) -> None:
        for table in properties["RouteTableIds"]:
            api("ec2", call, GatewayId=properties["VpnGatewayId"], RouteTableId=table)

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        self.each(api, "enable_vgw_route_propagation", properties)
        return f"{properties['VpnGatewayId']}|propagation", None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        self.each(api, "disable_vgw_route_propagation", properties)


class CidrBlock(Kind):
    def __init__(self) -> None:
        super().__init__("ec2", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        answer = api("ec2", "associate_vpc_cidr_block", **properties)
        six = answer.get("Ipv6CidrBlockAssociation") or {}
        return (six or answer["CidrBlockAssociation"])["AssociationId"], answer

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api("ec2", "disassociate_vpc_cidr_block", AssociationId=made)


def dhcp_shape(properties: Properties) -> Properties:
    tags = tag_specifications("dhcp-options")({"Tags": properties.pop("Tags", None)})
    names = {"DomainNameServers": "domain-name-servers", "DomainName": "domain-name", "NtpServers": "ntp-servers"}
    configurations = [
        {"Key": names[key], "Values": value if isinstance(value, list) else [value]} for key, value in properties.items()
    ]
    return {"DhcpConfigurations": configurations, **tags}


def acl_entry_shape(properties: Properties) -> Properties:
    given = {**properties, "Protocol": str(properties["Protocol"])}
    if "PortRange" in given:
        given["PortRange"] = {key: int(value) for key, value in given["PortRange"].items()}
    if "Icmp" in given:
        given["IcmpTypeCode"] = given.pop("Icmp")
    return {"Egress": False, **given}


def delete_acl_entry(api: Api, _: str, properties: Properties) -> None:
    wanted = ("NetworkAclId", "Egress", "RuleNumber")
    api("ec2", "delete_network_acl_entry", **{"Egress": False, **{key: properties[key] for key in wanted if key in properties}})


TRANSIT_OPTIONS = (
    "AmazonSideAsn AutoAcceptSharedAttachments DefaultRouteTableAssociation DefaultRouteTablePropagation VpnEcmpSupport "
    "DnsSupport SecurityGroupReferencingSupport MulticastSupport TransitGatewayCidrBlocks"
).split()


def transit_shape(properties: Properties) -> Properties:
    options = {key: value for key, value in properties.items() if key in TRANSIT_OPTIONS}
    rest = {key: value for key, value in properties.items() if key not in TRANSIT_OPTIONS}
    return {**tag_specifications("transit-gateway")(rest), "Options": options}


def allow_principals(api: Api, properties: Properties) -> None:
    api(
        "ec2",
        "modify_vpc_endpoint_service_permissions",
        ServiceId=properties["ServiceId"],
        AddAllowedPrincipals=properties["AllowedPrincipals"],
    )


class ServicePermissions(Kind):
    def __init__(self) -> None:
        super().__init__("ec2", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        allow_principals(api, properties)
        return properties["ServiceId"], None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api(
            "ec2",
            "modify_vpc_endpoint_service_permissions",
            ServiceId=properties["ServiceId"],
            RemoveAllowedPrincipals=properties["AllowedPrincipals"],
        )


def dns_entries(api: Api, made: str) -> list[str]:
    entries = api("ec2", "describe_vpc_endpoints", VpcEndpointIds=[made])["VpcEndpoints"][0].get("DnsEntries", [])
    return [f"{one.get('HostedZoneId', '')}:{one['DnsName']}" for one in entries]


def peering_accepted(api: Api, made: str, properties: Properties) -> None:
    """Within one account a peering connection is accepted by itself; across accounts the role of the accepter's does it."""
    owner = properties.get("PeerOwnerId", api.account)
    Api(owner, properties.get("PeerRegion", api.region))("ec2", "accept_vpc_peering_connection", VpcPeeringConnectionId=made)


class Peering(Kind):
    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        made, answer = super().make(api, {key: value for key, value in properties.items() if key != "PeerRoleArn"})
        peering_accepted(api, made, properties)
        return made, answer


class TransitRoute(Kind):
    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        api("ec2", "create_transit_gateway_route", **properties)
        return f"{properties['TransitGatewayRouteTableId']}|{properties['DestinationCidrBlock']}", None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        wanted = ("TransitGatewayRouteTableId", "DestinationCidrBlock")
        api("ec2", "delete_transit_gateway_route", **{key: properties[key] for key in wanted})


def allocation_of(api: Api, public: str) -> str:
    return api("ec2", "describe_addresses", PublicIps=[public])["Addresses"][0]["AllocationId"]
