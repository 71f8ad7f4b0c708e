"""Calls of EC2 that moto has not at all: notifications of endpoint services, and routes of transit gateway tables to prefix lists.

server.py installs it. What was made is kept with the table or in the backend of its account and Region, which moto forgets at a reset.
"""

from __future__ import annotations

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.responses import EC2Response
from moto.moto_api._internal import mock_random


def filters_of(response: Any) -> dict[str, list[str]]:
    return {one["Name"]: one.get("Values", []) for one in response._get_param("Filters", []) or []}


def notifications_of(response: Any) -> dict[str, dict[str, Any]]:
    return response.ec2_backend.__dict__.setdefault("hopwise_notifications", {})


def create_notification(self: Any) -> ActionResult:
    service = self._get_param("ServiceId")
    if service not in self.ec2_backend.configurations:
        raise EC2ClientError("InvalidVpcEndpointServiceId.NotFound", f"The service {service} does not exist.")
    made = {
        "ConnectionNotificationId": f"vpce-nfn-{mock_random.get_random_hex(17)}",
        "ServiceId": service,
        "ConnectionNotificationType": "Topic",
        "ConnectionNotificationArn": self._get_param("ConnectionNotificationArn"),
        "ConnectionEvents": self._get_param("ConnectionEvents", []),
        "ConnectionNotificationState": "Enabled",
    }
    notifications_of(self)[made["ConnectionNotificationId"]] = made
    return ActionResult({"ConnectionNotification": made})


def describe_notifications(self: Any) -> ActionResult:
    """Those of services that are still there."""
    wanted, all_of_them = self._get_param("ConnectionNotificationId"), notifications_of(self)
    if wanted and wanted not in all_of_them:
        raise EC2ClientError("InvalidConnectionNotification", f"The notification {wanted} does not exist.")
    members = {"service-id": "ServiceId", "connection-notification-arn": "ConnectionNotificationArn"}
    filters = [(members[name], values) for name, values in filters_of(self).items()]
    found = [
        one
        for one in all_of_them.values()
        if one["ServiceId"] in self.ec2_backend.configurations
        and wanted in (None, one["ConnectionNotificationId"])
        and all(one[member] in values for member, values in filters)
    ]
    return ActionResult({"ConnectionNotificationSet": found})


def delete_notifications(self: Any) -> ActionResult:
    for notification in self._get_param("ConnectionNotificationIds", []):
        if notifications_of(self).pop(notification, None) is None:
            raise EC2ClientError("InvalidConnectionNotification", f"The notification {notification} does not exist.")
    return ActionResult({"Unsuccessful": []})


def table_of(response: Any) -> Any:
    wanted = response._get_param("TransitGatewayRouteTableId")
    table = response.ec2_backend.transit_gateways_route_tables.get(wanted)
    if table is None:
        raise EC2ClientError("InvalidRouteTableID.NotFound", f"The table {wanted} does not exist.")
    return table


def references_of(table: Any) -> dict[str, dict[str, Any]]:
    return table.__dict__.setdefault("hopwise_references", {})


def create_reference(self: Any) -> ActionResult:
    """The table has a route that names the list in the place of a block."""
    table, list_id = table_of(self), self._get_param("PrefixListId")
    listed = self.ec2_backend.managed_prefix_lists.get(list_id)
    if listed is None:
        raise EC2ClientError("InvalidPrefixListId.NotFound", f"The prefix list {list_id} does not exist.")
    attachment = self._get_param("TransitGatewayAttachmentId")
    made: dict[str, Any] = {
        "TransitGatewayRouteTableId": table.id,
        "PrefixListId": list_id,
        "PrefixListOwnerId": listed.owner_id,
        "State": "available",
        "Blackhole": attachment is None,
    }
    if attachment:
        of = self.ec2_backend.transit_gateway_attachments[attachment]
        made["TransitGatewayAttachment"] = {
            "TransitGatewayAttachmentId": attachment,
            "ResourceType": of.resource_type,
            "ResourceId": of.resource_id,
        }
    references_of(table)[list_id] = made
    route: dict[str, Any] = {"prefixListId": list_id, "type": "static", "state": "active" if attachment else "blackhole"}
    if attachment:
        of_route = made["TransitGatewayAttachment"]
        route["transitGatewayAttachments"] = [{key[0].lower() + key[1:]: value for key, value in of_route.items()}]
    table.routes[list_id] = route
    return ActionResult({"TransitGatewayPrefixListReference": made})


def get_references(self: Any) -> ActionResult:
    wanted = filters_of(self).get("prefix-list-id")
    found = [one for list_id, one in references_of(table_of(self)).items() if wanted is None or list_id in wanted]
    return ActionResult({"TransitGatewayPrefixListReferences": found})


def delete_reference(self: Any) -> ActionResult:
    table, list_id = table_of(self), self._get_param("PrefixListId")
    gone = references_of(table).pop(list_id, None)
    if gone is None:
        raise EC2ClientError("InvalidPrefixListId.NotFound", f"The table {table.id} has no route to {list_id}.")
    del table.routes[list_id]
    return ActionResult({"TransitGatewayPrefixListReference": {**gone, "State": "deleting"}})


def install() -> None:
    EC2Response.create_vpc_endpoint_connection_notification = create_notification
    EC2Response.describe_vpc_endpoint_connection_notifications = describe_notifications
    EC2Response.delete_vpc_endpoint_connection_notifications = delete_notifications
    EC2Response.create_transit_gateway_prefix_list_reference = create_reference
    EC2Response.get_transit_gateway_prefix_list_references = get_references
    EC2Response.delete_transit_gateway_prefix_list_reference = delete_reference
