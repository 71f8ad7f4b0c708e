"""Types of VPC Resolver and RAM, and instance profiles."""

from __future__ import annotations

from typing import Any

from kind import Api, Kind, Properties, asked, lower, name_for, with_ports


def requested(properties: Properties) -> Properties:
    """Under a request of its own, as CloudFormation does it."""
    given = {**properties, "CreatorRequestId": name_for("request")}
    if "TargetIps" in given:
        given["TargetIps"] = with_ports(given["TargetIps"])
    return given


class InstanceProfile(Kind):
    def __init__(self) -> None:
        super().__init__("iam", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        name = properties.get("InstanceProfileName", name_for("profile"))
        api("iam", "create_instance_profile", InstanceProfileName=name)
        for role in properties["Roles"]:
            api("iam", "add_role_to_instance_profile", InstanceProfileName=name, RoleName=role)
        return name, None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        for role in properties["Roles"]:
            api("iam", "remove_role_from_instance_profile", InstanceProfileName=made, RoleName=role)
        api("iam", "delete_instance_profile", InstanceProfileName=made)


def resolver(create: str, delete: str, thing: str) -> Kind:
    return Kind(
        "route53resolver",
        create,
        f"{thing}.Id",
        delete,
        f"{thing}Id",
        shape=requested,
        attributes={"Arn": asked("route53resolver", f"get_{create.removeprefix('create_')}", f"{thing}Id", f"{thing}.Arn", many=False)},
    )


SHARED_TYPES: dict[str, Kind] = {
    "AWS::IAM::InstanceProfile": InstanceProfile(),
    "AWS::RAM::ResourceShare": Kind(
        "ram", "create_resource_share", "resourceShare.resourceShareArn", "delete_resource_share", "resourceShareArn", shape=lower
    ),
    "AWS::Route53Resolver::ResolverEndpoint": resolver("create_resolver_endpoint", "delete_resolver_endpoint", "ResolverEndpoint"),
    "AWS::Route53Resolver::ResolverRule": resolver("create_resolver_rule", "delete_resolver_rule", "ResolverRule"),
    "AWS::Route53Resolver::ResolverRuleAssociation": Kind(
        "route53resolver",
        "associate_resolver_rule",
        "ResolverRuleAssociation.Id",
        lambda api, _, given: api(
            "route53resolver", "disassociate_resolver_rule", ResolverRuleId=given["ResolverRuleId"], VPCId=given["VPCId"]
        ),
    ),
}
