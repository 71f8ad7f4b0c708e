"""CloudFormation for moto: every resource of a template is made by the call of its service's API that CloudFormation makes for it.

moto knows few of the types, and of those not every property. Here the template's properties go to the API by the name that they have there, so
that the AWS SDK's own model refuses what the API does not take. `TYPES` says for each type which call makes it, what `Ref` and `Fn::GetAtt`
give, and which call deletes it. server.py installs it.
"""

from __future__ import annotations

import functools
import ipaddress
import json
import os
from typing import Any, Callable

import boto3
import jmespath
import moto.cloudformation.models as models
import moto.cloudformation.parsing as parsing
import moto.cloudformation.responses as responses
from botocore.config import Config

Properties = dict[str, Any]


class Api:
    """The services of one account and Region, asked as any client would."""

    def __init__(self, account: str, region: str) -> None:
        self.account, self.region = account, region

    def __call__(self, service: str, operation: str, **given: Any) -> Any:
        return getattr(client_of(service, self.account, self.region), operation)(**given)


@functools.cache
def client_of(service: str, account: str, region: str) -> Any:
    client = boto3.client(
        service,
        region_name=region,
        endpoint_url=os.environ["HOPWISE_MOTO"],
        aws_access_key_id="none",
        aws_secret_access_key="none",
        config=Config(retries={"total_max_attempts": 1}, proxies={}),
    )

    def name_account(request: Any, **_: Any) -> None:
        request.headers["x-moto-account-id"] = account

    client.meta.events.register("before-sign", name_account)
    return client


def tag_specifications(kind: str) -> Callable[[Properties], Properties]:
    def specified(properties: Properties) -> Properties:
        tags = properties.pop("Tags", None)
        return {**properties, **({"TagSpecifications": [{"ResourceType": kind, "Tags": tags}]} if tags else {})}

    return specified


def lower(properties: Properties) -> Properties:
    """As services do whose API has its names in lower camel case, while CloudFormation has them in upper."""
    if isinstance(properties, dict):
        return {key[0].lower() + key[1:]: lower(value) for key, value in properties.items()}
    return [lower(one) for one in properties] if isinstance(properties, list) else properties  # type: ignore[return-value]


class Kind:
    """How resources of one type are made and deleted. `ids` leads to what `Ref` gives, in the answer of the call that makes it."""

    def __init__(
        self,
        service: str,
        create: str,
        ids: str | Callable[[Properties, Any], str],
        delete: str | Callable[[Api, str, Properties], Any] | None = None,
        by: str = "",
        *,
        tagged: str = "",
        shape: Callable[[Properties], Properties] | None = None,
        later: dict[str, Callable[[Api, str, Any], Any]] | None = None,
        attributes: dict[str, Callable[[Api, str], Any]] | None = None,
        many: bool = False,
    ) -> None:
        self.service, self.create, self.ids, self.delete, self.by = service, create, ids, delete, by
        self.shape = shape or (tag_specifications(tagged) if tagged else lambda given: given)
        self.later, self.attributes, self.many = later or {}, attributes or {}, many

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        rest = {key: value for key, value in properties.items() if key not in self.later}
        answer = api(self.service, self.create, **self.shape(rest))
        made = self.ids(properties, answer) if callable(self.ids) else jmespath.search(self.ids, answer)
        for key, change in self.later.items():
            if key in properties:
                change(api, made, properties[key])
        return made, answer

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        if callable(self.delete):
            self.delete(api, made, properties)
        elif self.delete:
            api(self.service, self.delete, **{self.by: [made] if self.many else made})


def joined(*names: str) -> Callable[[Properties, Any], str]:
    return lambda properties, _: "|".join(str(properties.get(name)) for name in names)


def asked(service: str, operation: str, by: str, query: str, many: bool = True) -> Callable[[Api, str], Any]:
    return lambda api, made: jmespath.search(query, api(service, operation, **{by: [made] if many else made}))


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


EVERYWHERE = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}


def authorize_egress(api: Api, group: str, rules: list[Properties]) -> None:
    """Rules that are said take the place of the one to everywhere."""
    api("ec2", "revoke_security_group_egress", GroupId=group, IpPermissions=[EVERYWHERE])
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
    return {
        **tag_specifications("instance")(properties),
        **({"NetworkInterfaces": interfaces} if interfaces else {}),
        "MinCount": 1,
        "MaxCount": 1,
    }


def interface_shape(properties: Properties) -> Properties:
    groups = properties.pop("GroupSet", None)
    return {**tag_specifications("network-interface")(properties), **({"Groups": groups} if groups else {})}


def policy_text(name: str) -> Callable[[Properties], Any]:
    return lambda properties: json.dumps(properties[name], separators=(",", ":")) if isinstance(properties[name], dict) else properties[name]


def endpoint_shape(properties: Properties) -> Properties:
    given = tag_specifications("vpc-endpoint")(properties)
    return {**given, **({"PolicyDocument": policy_text("PolicyDocument")(given)} if "PolicyDocument" in given else {})}


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


def balancer_shape(properties: Properties) -> Properties:
    return {**properties, "Name": name_for("lb")}


def target_group_shape(properties: Properties) -> Properties:
    given = {key: value for key, value in properties.items() if key not in ("Targets", "TargetGroupAttributes")}
    return {**given, "Name": name_for("tg")}


made_names = 0


def name_for(kind: str) -> str:
    """A name that CloudFormation makes up."""
    global made_names
    made_names += 1
    return f"stack-{kind}-{made_names}"


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


class Record(Kind):
    def __init__(self) -> None:
        super().__init__("route53", "", "")

    def change(self, api: Api, action: str, properties: Properties) -> None:
        record = {key: value for key, value in properties.items() if key != "HostedZoneId"}
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        if "TTL" in record:
            record["TTL"] = int(record["TTL"])
        if "AliasTarget" in record:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        api("route53", "change_resource_record_sets", HostedZoneId=properties["HostedZoneId"], ChangeBatch=batch)

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        self.change(api, "CREATE", properties)
        return properties["Name"], None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        self.change(api, "DELETE", properties)


class Zone(Kind):
    """A zone is made with the first of its VPCs, and led to the others."""

    def __init__(self) -> None:
        super().__init__("route53", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        first, *others = properties.get("VPCs", []) or [None]
        private = {"HostedZoneConfig": {"Comment": "", "PrivateZone": first is not None}}
        given = {"Name": properties["Name"], "CallerReference": name_for("zone"), **private}
        zone = api("route53", "create_hosted_zone", **given, **({"VPC": first} if first else {}))["HostedZone"]["Id"]
        made = zone.removeprefix("/hostedzone/")
        for one in others:
            api("route53", "associate_vpc_with_hosted_zone", HostedZoneId=made, VPC=one)
        tags = properties.get("HostedZoneTags", [])
        api("route53", "change_tags_for_resource", ResourceType="hostedzone", ResourceId=made, AddTags=tags)
        return made, None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api("route53", "delete_hosted_zone", Id=made)


def resolver_shape(prefix: str) -> Callable[[Properties], Properties]:
    return lambda properties: {
        "CreatorRequestId": name_for(prefix),
        **{key: value for key, value in properties.items() if key != "Name"},
        "Name": properties.get("Name", name_for(prefix)),
    }


def function_shape(properties: Properties) -> Properties:
    code = {"ZipFile": zipped(properties["Code"]["ZipFile"])} if "ZipFile" in properties["Code"] else properties["Code"]
    tags = {one["Key"]: one["Value"] for one in properties.get("Tags", [])}
    return {**properties, "FunctionName": name_for("function"), "Code": code, "Tags": tags}


def zipped(text: str) -> bytes:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.py", text)
    return packed.getvalue()


class Role(Kind):
    def __init__(self) -> None:
        super().__init__("iam", "", "", attributes={"Arn": role_arn})

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        name = name_for("role")
        policy = json.dumps(properties["AssumeRolePolicyDocument"])
        api("iam", "create_role", RoleName=name, AssumeRolePolicyDocument=policy, Tags=properties.get("Tags", []))
        for arn in properties.get("ManagedPolicyArns", []):
            api("iam", "attach_role_policy", RoleName=name, PolicyArn=arn)
        for one in properties.get("Policies", []):
            text = json.dumps(one["PolicyDocument"])
            api("iam", "put_role_policy", RoleName=name, PolicyName=one["PolicyName"], PolicyDocument=text)
        return name, None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        for arn in properties.get("ManagedPolicyArns", []):
            api("iam", "detach_role_policy", RoleName=made, PolicyArn=arn)
        for one in properties.get("Policies", []):
            api("iam", "delete_role_policy", RoleName=made, PolicyName=one["PolicyName"])
        api("iam", "delete_role", RoleName=made)


class Bucket(Kind):
    def __init__(self) -> None:
        super().__init__("s3", "", "", "delete_bucket", "Bucket")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        name = properties["BucketName"]
        place = {} if api.region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": api.region}}
        api("s3", "create_bucket", Bucket=name, **place)
        api("s3", "put_bucket_tagging", Bucket=name, Tagging={"TagSet": properties["Tags"]})
        block = properties["PublicAccessBlockConfiguration"]
        api("s3", "put_public_access_block", Bucket=name, PublicAccessBlockConfiguration=block)
        return name, None


def task_shape(properties: Properties) -> Properties:
    given = lower(properties)
    return {**given, "family": name_for("task")}


def stop_service(api: Api, made: str, properties: Properties) -> None:
    api("ecs", "delete_service", cluster=properties["Cluster"], service=made, force=True)


def attributes_of(api: Api, made: str, wanted: list[Properties]) -> None:
    api("elbv2", "modify_load_balancer_attributes", LoadBalancerArn=made, Attributes=wanted)


def group_attributes(api: Api, made: str, wanted: list[Properties]) -> None:
    api("elbv2", "modify_target_group_attributes", TargetGroupArn=made, Attributes=wanted)


def register(api: Api, made: str, targets: list[Properties]) -> None:
    api("elbv2", "register_targets", TargetGroupArn=made, Targets=[{**one, **({"Port": int(one["Port"])} if "Port" in one else {})} for one in targets])


def described(operation: str, by: str, query: str) -> Callable[[Api, str], Any]:
    return asked("ec2", operation, by, query)


def dns_entries(api: Api, made: str) -> list[str]:
    entries = api("ec2", "describe_vpc_endpoints", VpcEndpointIds=[made])["VpcEndpoints"][0].get("DnsEntries", [])
    return [f"{one.get('HostedZoneId', '')}:{one['DnsName']}" for one in entries]


def role_arn(api: Api, made: str) -> str:
    return api("iam", "get_role", RoleName=made)["Role"]["Arn"]


def balancer(query: str) -> Callable[[Api, str], Any]:
    return asked("elbv2", "describe_load_balancers", "LoadBalancerArns", f"LoadBalancers[0].{query}")


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


def by_properties(operation: str) -> Callable[[Api, str, Properties], Any]:
    return lambda api, _, properties: api("ec2", operation, **properties)


def ec2(create: str, ids: Any, delete: Any, by: str = "", **more: Any) -> Kind:
    return Kind("ec2", create, ids, delete, by, **more)


TYPES: dict[str, Kind] = {
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
            "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic": lambda api, made, value: None,
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
    "AWS::IAM::Role": Role(),
    "AWS::Lambda::Function": Kind(
        "lambda", "create_function", "FunctionName", "delete_function", "FunctionName", shape=function_shape
    ),
    "AWS::S3::Bucket": Bucket(),
    "AWS::DynamoDB::Table": Kind("dynamodb", "create_table", "TableDescription.TableName", "delete_table", "TableName"),
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


def allocation_of(api: Api, public: str) -> str:
    return api("ec2", "describe_addresses", PublicIps=[public])["Addresses"][0]["AllocationId"]


class Resource:
    """A resource of a stack."""

    def __init__(self, kind: Kind, api: Api, properties: Properties) -> None:
        self.kind, self.api, self.properties = kind, api, properties
        self.physical_resource_id, self.answer = kind.make(api, json.loads(json.dumps(properties)))
        self.type = self.cf_resource_type = ""

    def get_cfn_attribute(self, name: str) -> Any:
        read = self.kind.attributes.get(name)
        if read is None:
            raise ValueError(f"stacks.py does not know the attribute {name} of {self.cf_resource_type}")
        return read(self.api, self.physical_resource_id)

    def is_created(self) -> bool:
        return True

    def delete(self, _account: str, _region: str) -> None:
        self.kind.remove(self.api, self.physical_resource_id, self.properties)


class Made:
    """What moto takes for the class of a type."""

    def __init__(self, name: str) -> None:
        self.name = name

    def create_from_cloudformation_json(
        self, _name: str, given: Any, account: str, region: str, **_: Any
    ) -> Resource:
        return Resource(TYPES[self.name], Api(account, region), given.get("Properties", {}))

    def has_cfn_attr(self, name: str) -> bool:
        return name in TYPES[self.name].attributes


def class_of(name: str) -> Any:
    if name not in TYPES:
        raise NotImplementedError(f"The resource type {name} has not been implemented")
    return Made(name)


clean = parsing.clean_json


def clean_more(given: Any, resources: Any) -> Any:
    """Fn::Cidr, which moto does not know."""
    if isinstance(given, dict) and "Fn::Cidr" in given:
        block, count, bits = [clean_more(one, resources) for one in given["Fn::Cidr"]]
        network = ipaddress.ip_network(block)
        parts = network.subnets(new_prefix=network.max_prefixlen - int(bits))
        return [str(next(parts)) for _ in range(int(count))]
    return clean(given, resources)


def update(self: Any, template: Any, parameters: Any = None) -> None:
    """What the conditions allow now is there afterwards, made in the order of references; nothing else is."""
    self._template = template
    if parameters:
        self.input_parameters = parameters
    self.load_mapping()
    self.load_parameters()
    self.load_conditions()
    self._resource_json_map = template["Resources"]
    wanted = {
        name: one
        for name, one in template["Resources"].items()
        if "Condition" not in one or self.lazy_condition_map[one["Condition"]]
    }
    made = {name: one for name, one in self._parsed_resources.items() if isinstance(one, Resource)}
    for name in [name for name in reversed(made) if name not in wanted]:
        made[name].delete(self._account_id, self._region_name)
        del self._parsed_resources[name]
    for name, one in wanted.items():
        if name in made and parsing.clean_json(one, self).get("Properties", {}) != made[name].properties:
            raise NotImplementedError(f"{name} ({one['Type']}) would be changed in place, which stacks.py does not do")
    for name in wanted:
        make_in_order(self, name, wanted)


def make_in_order(self: Any, name: str, wanted: dict[str, Any]) -> None:
    depends = wanted[name].get("DependsOn", [])
    for other in [depends] if isinstance(depends, str) else depends:
        if other in wanted and other not in self._parsed_resources:
            make_in_order(self, other, wanted)
    self[name]


def delete(self: Any) -> None:
    """Last made first; what is kept stays."""
    for name in reversed([name for name, one in self._parsed_resources.items() if isinstance(one, Resource)]):
        if self._resource_json_map[name].get("DeletionPolicy") != "Retain":
            self._parsed_resources[name].delete(self._account_id, self._region_name)
        del self._parsed_resources[name]


make_change_set = models.CloudFormationBackend.create_change_set


def create_change_set(self: Any, stack_name: str, *given: Any, **named: Any) -> Any:
    """A stack that is only looked at so far takes another change set in the place of the first."""
    for stack in [one for one in self.stacks.values() if one.name == stack_name and one.status == "REVIEW_IN_PROGRESS"]:
        del self.stacks[stack.stack_id]
    return make_change_set(self, stack_name, *given, **named)


def apply(self: Any) -> None:
    """The stack has afterwards what the change set says: parameters, tags and outputs as well."""
    self.stack.resource_map.update(self.template_dict, self.parameters)
    self.stack.template, self.stack.template_dict = self.template, self.template_dict
    self.stack.parameters, self.stack.tags = self.parameters, self.tags or self.stack.tags
    self.stack.output_map = self.stack._create_output_map()


def has_parameters(self: Any, given: dict[str, Any]) -> bool:
    """Whether they come to what the stack has: one that is left out has its default."""
    slots = self.template_dict.get("Parameters", {})
    full = {name: str(given.get(name, slot.get("Default"))) for name, slot in slots.items()}
    return full == {name: str(self.parameters.get(name, slot.get("Default"))) for name, slot in slots.items()}


def install() -> None:
    # a change set without changes is made, and says so; moto refuses it
    responses.CloudFormationResponse._validate_different_update = lambda *_: None
    models.Stack.has_parameters = has_parameters
    models.CloudFormationBackend.create_change_set = create_change_set
    models.ChangeSet.apply = apply
    parsing.resource_class_from_type = class_of
    parsing.clean_json = clean_more
    parsing.ResourceMap.update = update
    parsing.ResourceMap.delete = delete
