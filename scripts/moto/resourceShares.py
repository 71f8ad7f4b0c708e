"""What RAM shares: another account sees it and uses it, and shares can be asked for by their ARNs, names and tags.

server.py installs it. moto keeps an attachment where it was asked for; with AWS it is the gateway's owner who has it beside the VPC's.
"""

from __future__ import annotations

import json
from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import ec2_backends
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachment, TransitGatewayAttachmentBackend
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRouteTableBackend as Tables
from moto.route53resolver.models import route53resolver_backends
from moto.ram.models import ResourceAccessManagerBackend, ResourceShare
from moto.ram.responses import ResourceAccessManagerResponse

# AWS shares these as well.
SHARED_TOO = ["security-group", "firewall-rule-group", "profile"]

create_share = ResourceAccessManagerBackend.create_resource_share
delete_share = ResourceAccessManagerBackend.delete_resource_share
attach = TransitGatewayAttachmentBackend.create_transit_gateway_vpc_attachment
detach = TransitGatewayAttachmentBackend.delete_transit_gateway_vpc_attachment


def places_of(kind: str, thing: str, region: str, owner: str, other: str) -> list[tuple[dict[str, Any], str, Any]]:
    """Where another account finds what is shared with it: the table, the id and the thing itself. With a subnet it sees the VPC."""
    own, its = ec2_backends[owner][region], ec2_backends[other][region]
    if kind == "transit-gateway":
        return [(its.transit_gateways, thing, own.transit_gateways[thing])]
    if kind == "subnet":
        subnet = own.get_subnet(thing)
        zone = subnet.availability_zone
        return [(its.subnets.setdefault(zone, {}), thing, subnet), (its.vpcs, subnet.vpc_id, own.vpcs[subnet.vpc_id])]
    if kind == "security-group":
        group = own.get_security_group_from_id(thing)
        return [(its.groups[group.vpc_id], thing, group)]
    if kind == "resolver-rule":
        rules = route53resolver_backends[owner][region].resolver_rules
        return [(route53resolver_backends[other][region].resolver_rules, thing, rules[thing])]
    return []


def places_in(share: Any, owner: str) -> list[tuple[dict[str, Any], str, Any]]:
    named = [(arn.split(":")[5].split("/")[0], arn.rpartition("/")[2], arn.split(":")[3]) for arn in share.resource_arns]
    return [
        place
        for kind, thing, region in named
        for other in share.principals
        for place in places_of(kind, thing, region, owner, other)
    ]


def create(self: Any, **given: Any) -> Any:
    answer = create_share(self, **given)
    share = self.resource_shares[-1]
    share.tags = given.get("tags", [])
    for table, name, thing in places_in(share, self.account_id):
        table[name] = thing
    return answer


def delete(self: Any, resource_share_arn: str) -> Any:
    for share in [one for one in self.resource_shares if one.arn == resource_share_arn]:
        for table, name, _ in places_in(share, self.account_id):
            table.pop(name, None)
    return delete_share(self, resource_share_arn)


def describe(self: Any) -> str:
    """Those of that owner and those ARNs, with their tags; what is deleted stays listed with that status."""
    given = json.loads(self.body)
    wanted = given.get("resourceShareArns")
    filters = {one["tagKey"]: one.get("tagValues") for one in given.get("tagFilters", [])}
    name, status = given.get("name"), given.get("resourceShareStatus")
    found = [
        {**one.describe(), "tags": one.tags}
        for one in self.ram_backend.resource_shares
        if (wanted is None or one.arn in wanted)
        and name in (None, one.name)
        and status in (None, one.status)
        and all(any(tag["key"] == key and tag["value"] in values for tag in one.tags) for key, values in filters.items())
    ]
    return json.dumps({"resourceShares": found})


def attach_vpc(self: Any, transit_gateway_id: str, *given: Any, **named: Any) -> Any:
    gateway = self.transit_gateways.get(transit_gateway_id)
    if gateway is None or gateway.owner_id == self.account_id:
        return attach(self, transit_gateway_id, *given, **named)
    made = attach(ec2_backends[gateway.owner_id][self.region_name], transit_gateway_id, *given, **named)
    made.resource_owner_id = self.account_id
    made.ec2_backend = self  # whose tags it carries
    self.transit_gateway_attachments[made.id] = made
    return made


def detach_vpc(self: Any, transit_gateway_attachment_id: str) -> Any:
    made = detach(self, transit_gateway_attachment_id)
    for backend in [regions[self.region_name] for regions in list(ec2_backends.values()) if self.region_name in regions]:
        backend.transit_gateway_attachments.pop(transit_gateway_attachment_id, None)
    return made


def of_attachment(call: Any) -> Any:
    """What a table has of an attachment goes with it."""

    def called(self: Any, *given: Any, **named: Any) -> Any:
        for attachment in [one for one in (*given, *named.values()) if one.startswith("tgw-attach-")]:
            if attachment not in self.transit_gateway_attachments:
                message = f"The attachment {attachment} does not exist."
                raise EC2ClientError("InvalidTransitGatewayAttachmentID.NotFound", message)
        return call(self, *given, **named)

    return called


def install() -> None:
    for name in ("disable_transit_gateway_route_table_propagation", "disassociate_transit_gateway_route_table"):
        setattr(Tables, name, of_attachment(getattr(Tables, name)))
    ResourceShare.SHAREABLE_RESOURCES = [*ResourceShare.SHAREABLE_RESOURCES, *SHARED_TOO]
    ResourceShare.tags = ()
    ResourceAccessManagerBackend.create_resource_share = create
    ResourceAccessManagerBackend.delete_resource_share = delete
    ResourceAccessManagerResponse.get_resource_shares = describe
    TransitGatewayAttachmentBackend.create_transit_gateway_vpc_attachment = attach_vpc
    TransitGatewayAttachmentBackend.delete_transit_gateway_vpc_attachment = detach_vpc
    TransitGatewayAttachment.transit_gateway_owner_id = property(lambda self: self.owner_id)
