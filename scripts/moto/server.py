"""Moto with what it lacks and the exported scripts and collect.sh ask for. Each addition says what AWS does there.

Run by startMoto.ts: python3 server.py -H 127.0.0.1 -p PORT
"""

from __future__ import annotations

import copy
import functools
import json
import os
import sys
import threading
from typing import Any

import interfaces
import keptSettings
import listedCalls
import moto.ec2.models.nat_gateways as nat_gateways
import moto.ec2.models.transit_gateway_route_tables as transit_gateway_route_tables
import moto.ec2.models.vpcs as vpcs
import resourceShares
import stacks
import taggedThings
import transitPeerings
from listedCalls import filters_of
from moto.core.responses import ActionResult
from moto.ec2.models import ec2_backends
from moto.ec2.models.instances import Instance
from moto.ec2.models.route_tables import RouteTable
from moto.ec2.models.vpn_connections import VPNConnection
from moto.ec2.responses import EC2Response
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend
from moto.server import main

interfaces.install()
keptSettings.install()
listedCalls.install()
transitPeerings.install()
resourceShares.install()
taggedThings.install()


def has_tags(resource: Any, filters: dict[str, list[str]]) -> bool:
    tags = {tag["key"]: tag["value"] for tag in resource.get_tags()}
    wanted = {name[4:]: values for name, values in filters.items() if name.startswith("tag:")}
    return all(tags.get(key) in values for key, values in wanted.items())


def mind_tags(action: str) -> None:
    """Filters by tag, which moto leaves unheeded in these calls: the answer holds what has all of the tags."""
    describe = getattr(EC2Response, action)

    def described(self: Any) -> Any:
        answer = describe(self)
        filters = filters_of(self)
        for key, listed in answer.result.items():
            if isinstance(listed, list):
                answer.result[key] = [one for one in listed if not hasattr(one, "get_tags") or has_tags(one, filters)]
        return answer

    setattr(EC2Response, action, described)


for name in (
    "describe_customer_gateways",
    "describe_transit_gateway_attachments",
    "describe_transit_gateway_peering_attachments",
    "describe_transit_gateway_route_tables",
    "describe_transit_gateway_vpc_attachments",
    "describe_vpc_endpoint_service_configurations",
    "describe_vpc_peering_connections",
):
    mind_tags(name)

create_vpc_attachment = EC2Response.create_transit_gateway_vpc_attachment


def create_tagged_attachment(self: Any) -> Any:
    """A VPC attachment keeps its tags."""
    answer = create_vpc_attachment(self)
    attachment = answer.result["TransitGatewayVpcAttachment"]
    for specification in self._get_param("TagSpecifications", []) or []:
        attachment.add_tags({tag["Key"]: tag["Value"] for tag in specification.get("Tags", [])})
    return answer


EC2Response.create_transit_gateway_vpc_attachment = create_tagged_attachment

Tables = transit_gateway_route_tables.TransitGatewayRouteTableBackend
associate_table = Tables.set_route_table_association


def associate_one_table(self: Any, transit_gateway_attachment_id: str, transit_gateway_route_table_id: str) -> None:
    """An attachment is associated with one table at most."""
    for table in self.transit_gateways_route_tables.values():
        table.route_table_associations.pop(transit_gateway_attachment_id, None)
    associate_table(self, transit_gateway_attachment_id, transit_gateway_route_table_id)
    attachment = self.transit_gateway_attachments[transit_gateway_attachment_id]
    attachment.transit_gateway_route_table = self.transit_gateways_route_tables[transit_gateway_route_table_id]


Tables.set_route_table_association = associate_one_table
create_route = Tables.create_transit_gateway_route


def create_listed_route(self: Any, *given: Any, **named: Any) -> Any:
    """A route says its attachment, in a list of them."""
    route = create_route(self, *given, **named)
    attachment = route.get("transitGatewayAttachments")
    if isinstance(attachment, dict):
        route["transitGatewayAttachments"] = [attachment]
    return route


Tables.create_transit_gateway_route = create_listed_route

# Interfaces of endpoints and NAT gateways have addresses of their subnets, not random ones: an empty one is chosen there (interfaces.py).
vpcs.random_private_ip = nat_gateways.random_private_ip = lambda: ""


def managed(interface: Any, kind: str, description: str) -> None:
    """An interface that AWS made says whose it is."""
    interface.interface_type = kind
    interface.description = description
    interface.requester_managed = True
    interface.status = "in-use"


make_nat_gateway = nat_gateways.NatGateway.__init__


def made_nat_gateway(self: Any, *given: Any, **named: Any) -> None:
    make_nat_gateway(self, *given, **named)
    self.private_ip = self._eni.private_ip_address
    managed(self._eni, "nat_gateway", f"Interface for NAT Gateway {self.id}")


nat_gateways.NatGateway.__init__ = made_nat_gateway

filter_value_of_endpoint = vpcs.VPCEndPoint.get_filter_value


def filter_value(self: Any, filter_name: str, method_name: str | None = None) -> Any:
    """Endpoints can be asked for by their ids."""
    return self.id if filter_name == "vpc-endpoint-id" else filter_value_of_endpoint(self, filter_name, method_name)


vpcs.VPCEndPoint.get_filter_value = filter_value

create_vpc_endpoint = EC2Response.create_vpc_endpoint


def create_endpoint(self: Any) -> Any:
    """An endpoint of a service that asks for acceptance waits for it."""
    answer = create_vpc_endpoint(self)
    endpoint = answer.result["VpcEndpoint"]
    for interface in (self.ec2_backend.enis[id] for id in endpoint.network_interface_ids):
        managed(interface, "vpc_endpoint", f"VPC Endpoint Interface {endpoint.id}")
        groups = [self.ec2_backend.get_security_group_from_id(id) for id in endpoint.security_group_ids]
        interface._group_set = groups or interface._group_set
    for service in [one for backend in everywhere() for one in backend.configurations.values()]:
        if service.service_name == endpoint.service_name and service.acceptance_required:
            endpoint.state = "pendingAcceptance"
    return answer


def everywhere() -> list[Any]:
    """Every account and Region: an endpoint may lie in another one than its service."""
    return [backend for regions in list(ec2_backends.values()) for backend in list(regions.values())]


def connections_of(response: Any, service_ids: list[str]) -> list[tuple[Any, Any]]:
    services = {one.service_name: one for one in response.ec2_backend.configurations.values() if one.id in service_ids}
    return [
        (services[one.service_name], one)
        for backend in everywhere()
        for one in backend.vpc_end_points.values()
        if one.service_name in services and one.state != "deleted"
    ]


def describe_connections(self: Any) -> ActionResult:
    filters = filters_of(self)
    wanted = filters.get("service-id", list(self.ec2_backend.configurations))
    listed = [
        {
            "ServiceId": service.id,
            "VpcEndpointId": endpoint.id,
            "VpcEndpointOwner": endpoint.ec2_backend.account_id,
            "VpcEndpointState": endpoint.state,
        }
        for service, endpoint in connections_of(self, wanted)
        if endpoint.id in filters.get("vpc-endpoint-id", [endpoint.id])
    ]
    return ActionResult({"VpcEndpointConnections": listed})


def settle(state: str) -> Any:
    def settled(self: Any) -> ActionResult:
        ids = self._get_param("VpcEndpointIds", [])
        for _, endpoint in connections_of(self, [self._get_param("ServiceId")]):
            if endpoint.id in ids:
                endpoint.state = state
        return ActionResult({"Unsuccessful": []})

    return settled


delete_services = EC2Response.delete_vpc_endpoint_service_configurations


def delete_unused_services(self: Any) -> Any:
    """A service with connections that are pending or accepted is not deleted."""
    for service, endpoint in connections_of(self, self._get_param("ServiceIds", [])):
        if endpoint.state in ("available", "pendingAcceptance"):
            error = {"Code": "ExistingVpcEndpointConnections", "Message": endpoint.id}
            return ActionResult({"Unsuccessful": [{"ResourceId": service.id, "Error": error}]})
    return delete_services(self)


EC2Response.create_vpc_endpoint = create_endpoint
EC2Response.describe_vpc_endpoint_connections = describe_connections
EC2Response.accept_vpc_endpoint_connections = settle("available")
EC2Response.reject_vpc_endpoint_connections = settle("rejected")
EC2Response.delete_vpc_endpoint_service_configurations = delete_unused_services

RouteTable.propagating_vgws = ()


def propagate(enabled: bool) -> Any:
    """What a table learns from, as DescribeRouteTables tells it; the routes themselves come from the other side, which nobody has here."""

    def changed(self: Any) -> ActionResult:
        table = self.ec2_backend.get_route_table(self._get_param("RouteTableId"))
        gateway = self.ec2_backend.get_vpn_gateway(self._get_param("GatewayId"))
        others = [one for one in table.propagating_vgws if one["GatewayId"] != gateway.id]
        table.propagating_vgws = [*others, *([{"GatewayId": gateway.id}] if enabled else [])]
        return ActionResult({})

    return changed


def change_vpn_routes(added: bool) -> Any:
    """Static routes of a VPN connection."""

    def changed(self: Any) -> ActionResult:
        connection = self.ec2_backend.vpn_connections[self._get_param("VpnConnectionId")]
        block = self._get_param("DestinationCidrBlock")
        others = [one for one in connection.routes if one["DestinationCidrBlock"] != block]
        route = {"DestinationCidrBlock": block, "Source": "Static", "State": "available"}
        connection.routes = [*others, *([route] if added else [])]
        return ActionResult({})

    return changed


terminate_instance = Instance.terminate


def terminate_once(self: Any) -> Any:
    """An instance that is terminated already stays so, without a word."""
    return copy.copy(self._state) if self.state == "terminated" else terminate_instance(self)


Instance.terminate = terminate_once
VPNConnection.routes = ()
create_vpn_connection = EC2Response.create_vpn_connection


def create_optional_vpn(self: Any) -> Any:
    """A VPN connection says whether it has static routes."""
    answer = create_vpn_connection(self)
    answer.result["VpnConnection"].options = self._get_param("Options", {})
    return answer


def nothing(self: Any) -> ActionResult:
    """A setting that moto keeps nowhere."""
    return ActionResult({})


EC2Response.create_vpn_connection = create_optional_vpn
EC2Response.enable_vgw_route_propagation = propagate(True)
EC2Response.disable_vgw_route_propagation = propagate(False)
EC2Response.create_vpn_connection_route = change_vpn_routes(True)
EC2Response.delete_vpn_connection_route = change_vpn_routes(False)
EC2Response.modify_vpc_endpoint_service_payer_responsibility = nothing


@functools.cache
def managed_policies() -> list[AWSManagedPolicy]:
    data = json.loads(aws_managed_policies_data)
    return [AWSManagedPolicy.from_data(name, "aws", "aws", one) for name, one in data.items()]


def load_policies(self: Any) -> list[AWSManagedPolicy]:
    """AWS's own policies, read once for all accounts, and only where they are asked for."""
    return [copy.copy(one) for one in managed_policies()] if self.region_name == "aws" else []


IAMBackend._init_aws_policies = load_policies


def end_with_caller() -> None:
    """Nobody asks any more once the standard input is closed."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_caller, daemon=True).start()
    stacks.install()
    main()
