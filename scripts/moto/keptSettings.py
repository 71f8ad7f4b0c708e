"""Settings that moto takes and forgets, or has otherwise than AWS. server.py installs it."""

from __future__ import annotations

from typing import Any

import moto.ec2.models.elastic_ip_addresses as elastic_ip_addresses
import moto.ec2.models.vpcs as vpcs
from moto.ec2.responses import EC2Response
from moto.elbv2.responses import ELBV2Response
from moto.kms.models import KmsBackend
from moto.moto_api._internal import mock_random
from moto.route53resolver.models import Route53ResolverBackend

create_vpc = vpcs.VPCBackend.create_vpc
delete_vpc = vpcs.VPCBackend.delete_vpc
create_vpc_endpoint = EC2Response.create_vpc_endpoint
create_dhcp_options = EC2Response.create_dhcp_options
create_resolver_rule = Route53ResolverBackend.create_resolver_rule
set_security_groups = ELBV2Response.set_security_groups
schedule_key_deletion = KmsBackend.schedule_key_deletion


def create_vpc_with_group(self: Any, *given: Any, **named: Any) -> Any:
    """The default group of a VPC lets in what comes from itself."""
    vpc = create_vpc(self, *given, **named)
    group = self.get_security_group_from_name("default", vpc_id=vpc.id)
    self.authorize_security_group_ingress(group.id, "-1", None, None, [], source_groups=[{"GroupId": group.id}])
    return vpc


def delete_vpc_alone(self: Any, vpc_id: str) -> Any:
    """The DHCP options of a VPC stay when it goes."""
    vpc = self.vpcs.get(vpc_id)
    if vpc is None or vpc.dhcp_options is None:
        return delete_vpc(self, vpc_id)
    options, vpc.dhcp_options = vpc.dhcp_options, None
    try:
        deleted = delete_vpc(self, vpc_id)
    except Exception:
        vpc.dhcp_options = options
        raise
    options.vpc = None
    return deleted


def create_tagged_options(self: Any) -> Any:
    """DHCP options keep their tags."""
    answer = create_dhcp_options(self)
    for specification in self._get_param("TagSpecifications", []) or []:
        answer.result["DhcpOptions"].add_tags({tag["Key"]: tag["Value"] for tag in specification.get("Tags", [])})
    return answer


def create_endpoint(self: Any) -> Any:
    """An endpoint says which names lead to it, and whether for everybody."""
    answer = create_vpc_endpoint(self)
    options = self._get_param("DnsOptions", {}) or {}
    only = str(options.get("PrivateDnsOnlyForInboundResolverEndpoint", "false")).lower() == "true"
    answer.result["VpcEndpoint"].dns_options = {**options, "PrivateDnsOnlyForInboundResolverEndpoint": only}
    return answer


def keep_enforcement(self: Any) -> Any:
    """A Network Load Balancer says whether its groups are asked about what comes through PrivateLink."""
    answer = set_security_groups(self)
    enforced = self._get_param("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
    if enforced:
        balancer = self.elbv2_backend.load_balancers[self._get_param("LoadBalancerArn")]
        balancer.enforce_security_group_inbound_rules_on_private_link_traffic = enforced
    return answer


def create_rule(self: Any, **named: Any) -> Any:
    """A rule may send queries to IPv6 addresses."""
    targets = named["target_ips"]
    rule = create_resolver_rule(self, **{**named, "target_ips": [one for one in targets if "Ip" in one]})
    rule.target_ips = targets
    return rule


def schedule_deletion(self: Any, key_id: str, *given: Any, **named: Any) -> Any:
    """A key may be named by its ARN."""
    return schedule_key_deletion(self, key_id.rpartition("/")[2], *given, **named)


def public_address() -> str:
    """Addresses of EC2 are AWS's; moto's are of the loopback block, which means something else to whoever reads them."""
    return ".".join(["54", *(str(mock_random.randint(1, 254)) for _ in range(3))])


def install() -> None:
    elastic_ip_addresses.random_ip = public_address
    vpcs.VPCBackend.create_vpc = create_vpc_with_group
    vpcs.VPCBackend.delete_vpc = delete_vpc_alone
    EC2Response.create_vpc_endpoint = create_endpoint
    Route53ResolverBackend.create_resolver_rule = create_rule
    EC2Response.create_dhcp_options = create_tagged_options
    ELBV2Response.set_security_groups = keep_enforcement
    KmsBackend.schedule_key_deletion = schedule_deletion
