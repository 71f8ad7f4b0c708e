"""Peerings of transit gateways in one Region: AWS makes an attachment for each of the two gateways, and the accepter's has an id of its own.

The request is accepted by that id alone, and both go together. Between Regions moto has what AWS has, one id on either side. server.py installs it.
Source: hashicorp/terraform-provider-aws 23828 and 38027, boto/boto3 3820.
"""

from __future__ import annotations

from typing import Any

import moto.ec2.models.transit_gateway_attachments as attachments
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend as Backend
from moto.ec2.models.transit_gateway_attachments import TransitGatewayPeeringAttachment as Attachment

create = Backend.create_transit_gateway_peering_attachment
accept = Backend.accept_transit_gateway_peering_attachment
describe = Backend.describe_transit_gateway_peering_attachments
delete = Backend.delete_transit_gateway_peering_attachment


def twins(backend: Any, attachment: Any) -> list[Any]:
    """The two sides."""
    return [attachment, *([backend.transit_gateway_attachments[attachment.twin]] if hasattr(attachment, "twin") else [])]


def create_both(
    self: Any, transit_gateway_id: str, peer_transit_gateway_id: str, peer_region: str, peer_account_id: str, tags: dict[str, str]
) -> Any:
    asked = create(self, transit_gateway_id, peer_transit_gateway_id, peer_region, peer_account_id, tags)
    if (peer_account_id, peer_region) != (self.account_id, self.region_name):
        return asked
    peer = self.transit_gateways[peer_transit_gateway_id]
    other = Attachment(
        self,
        transit_gateway=peer,
        peer_transit_gateway_id=transit_gateway_id,
        peer_region=self.region_name,
        peer_account_id=self.account_id,
        tags={},
        region_name=self.region_name,
    )
    other.requester_tgw_info, other.accepter_tgw_info = asked.requester_tgw_info, asked.accepter_tgw_info
    other.state = asked.state
    other._peering_status.pending()
    asked.twin, other.twin = other.id, asked.id
    self.transit_gateway_attachments[other.id] = other
    return asked


def describe_peerings(self: Any, *given: Any, **named: Any) -> list[Any]:
    """Peerings alone."""
    return [one for one in describe(self, *given, **named) if isinstance(one, Attachment)]


def accept_as_peer(self: Any, transit_gateway_attachment_id: str) -> Any:
    attachment = self.transit_gateway_attachments[transit_gateway_attachment_id]
    if hasattr(attachment, "twin") and attachment.transit_gateway_id != attachment.accepter_tgw_info["TransitGatewayId"]:
        message = f"Cannot accept {transit_gateway_attachment_id} as the source of the peering request."
        raise EC2ClientError("InvalidParameterValue", message)
    for one in twins(self, attachment):
        accept(self, one.id)
    return attachment


def delete_both(self: Any, transit_gateway_attachment_id: str) -> Any:
    attachment = self.transit_gateway_attachments[transit_gateway_attachment_id]
    for one in twins(self, attachment):
        delete(self, one.id)
    return attachment


def install() -> None:
    # it stumbles over what lacks two tags; server.py minds tags after it
    attachments.describe_tag_filter = lambda _, found: found
    Backend.create_transit_gateway_peering_attachment = create_both
    Backend.describe_transit_gateway_peering_attachments = describe_peerings
    Backend.accept_transit_gateway_peering_attachment = accept_as_peer
    Backend.delete_transit_gateway_peering_attachment = delete_both
