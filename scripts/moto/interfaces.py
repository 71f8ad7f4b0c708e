"""Network interfaces as AWS makes them, where moto chooses any address or makes none. server.py installs it.

An address is used once in a subnet: one that is asked for and not free is refused, and one that is not asked for is the lowest that is free.
NAT gateways and endpoints, of VPC Resolver as well, have the addresses that were asked for, and load balancers have interfaces at all.
"""

from __future__ import annotations

from typing import Any

from moto.ec2 import ec2_backends
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_network_interfaces import NetworkInterfaceBackend
from moto.ec2.models.subnets import Subnet
from moto.ec2.responses import EC2Response
from moto.elbv2.models import ELBv2Backend
from moto.route53resolver.models import Route53ResolverBackend

# AWS keeps the first four addresses of a subnet, and the last.
KEPT = 4


def used_in(backend: Any, subnet_id: str) -> set[str]:
    enis = [one for one in backend.enis.values() if one.subnet.id == subnet_id]
    living = [one for one in enis if one.instance is None or one.instance.state != "terminated"]
    return {each["PrivateIpAddress"] for one in living for each in one.private_ip_addresses}


def refuse_used(backend: Any, subnet_id: str, addresses: list[str]) -> None:
    for address in set(addresses) & used_in(backend, subnet_id):
        raise EC2ClientError("InvalidIPAddress.InUse", f"Address {address} is in use.")


def free_in(subnet: Any, others: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    used = used_in(subnet.ec2_backend, subnet.id) | others
    first, last = int(subnet.cidr.network_address) + KEPT, int(subnet.cidr.broadcast_address)
    for number in range(first, last):
        address = str(type(subnet.cidr.network_address)(number))
        if address not in used:
            return address
    raise EC2ClientError("InsufficientFreeAddressesInSubnet", f"The subnet {subnet.id} has no free address.")


make_interface = NetworkInterfaceBackend.create_network_interface


def create_interface(
    self: Any, subnet: Any, private_ip_address: Any, private_ip_addresses: Any = None, *given: Any, **named: Any
) -> Any:
    of = self.get_subnet(subnet) if isinstance(subnet, str) else subnet
    first = private_ip_address[0] if isinstance(private_ip_address, list) and private_ip_address else private_ip_address
    others = [one if isinstance(one, str) else one["PrivateIpAddress"] for one in private_ip_addresses or []]
    refuse_used(self, of.id, [*([first] if first else []), *others])
    chosen = first or (None if others else free_in(of))
    return make_interface(self, of, chosen, private_ip_addresses, *given, **named)


def move(backend: Any, interface: Any, address: str) -> None:
    """An interface that was just made gets the address that was asked for."""
    if address == interface.private_ip_address:
        return
    refuse_used(backend, interface.subnet.id, [address])
    interface.private_ip_address = address
    interface.private_ip_addresses[0]["PrivateIpAddress"] = address


create_vpc_endpoint = EC2Response.create_vpc_endpoint


def create_endpoint(self: Any) -> Any:
    wanted = {
        one["SubnetId"]: one["Ipv4"] for one in self._get_param("SubnetConfigurations", []) or [] if "Ipv4" in one
    }
    for subnet_id, address in wanted.items():
        refuse_used(self.ec2_backend, subnet_id, [address])
    answer = create_vpc_endpoint(self)
    for interface in (self.ec2_backend.enis[id] for id in answer.result["VpcEndpoint"].network_interface_ids or []):
        move(self.ec2_backend, interface, wanted.get(interface.subnet.id, interface.private_ip_address))
    return answer


create_nat_gateway = EC2Response.create_nat_gateway


def create_nat(self: Any) -> Any:
    wanted = self._get_param("PrivateIpAddress")
    if wanted:
        refuse_used(self.ec2_backend, self._get_param("SubnetId"), [wanted])
    answer = create_nat_gateway(self)
    gateway = answer.result["NatGateway"]
    if wanted:
        move(self.ec2_backend, gateway._eni, wanted)
        gateway.private_ip = gateway.address_set[0]["privateIp"] = wanted
    return answer


def interfaces_of(backend: Any, arn: str) -> list[Any]:
    """Those of a load balancer, told by its name in their description."""
    return [one for one in backend.enis.values() if one.description == f"ELB {arn.split(':loadbalancer/')[-1]}"]


make_balancer = ELBv2Backend.create_load_balancer


def create_balancer(self: Any, *given: Any, **named: Any) -> Any:
    """One interface in each subnet, with the groups of the balancer, and a public address where it faces the internet."""
    backend = ec2_backends[self.account_id][self.region_name]
    mappings = {one["SubnetId"]: one for one in named.get("subnet_mappings") or []}
    for subnet_id, one in mappings.items():
        refuse_used(backend, subnet_id, [one["PrivateIPv4Address"]] if "PrivateIPv4Address" in one else [])
    made = make_balancer(self, *given, **named)
    for subnet in made.subnets:
        mapping = mappings.get(subnet.id, {})
        interface = backend.create_network_interface(
            subnet,
            mapping.get("PrivateIPv4Address"),
            group_ids=made.security_groups,
            description=f"ELB {made.arn.split(':loadbalancer/')[-1]}",
            public_ip_auto_assign=made.scheme == "internet-facing" and "AllocationId" not in mapping,
        )
        if not made.security_groups:
            interface._group_set = []
        interface.requester_managed = True
        interface.status = "in-use"
        interface.interface_type = {"network": "network_load_balancer", "gateway": "gateway_load_balancer"}.get(made.type, "interface")
        if "AllocationId" in mapping:
            backend.associate_address(eni=interface, allocation_id=mapping["AllocationId"])
    return made


create_resolver_endpoint = Route53ResolverBackend.create_resolver_endpoint


def create_resolver(self: Any, *given: Any, **named: Any) -> Any:
    """An endpoint of VPC Resolver has a free address wherever none is asked for."""
    backend = ec2_backends[self.account_id][self.region_name]
    wanted = named["ip_addresses"]
    taken = {one["Ip"] for one in wanted if "Ip" in one}
    for one in [one for one in wanted if "Ip" not in one]:
        one["Ip"] = free_in(backend.describe_subnets(subnet_ids=[one["SubnetId"]])[0], taken)
        taken.add(one["Ip"])
    return create_resolver_endpoint(self, *given, **named)


delete_load_balancer = ELBv2Backend.delete_load_balancer


def delete_balancer(self: Any, arn: str) -> None:
    """Its interfaces go with it, and its addresses are free again."""
    backend = ec2_backends[self.account_id][self.region_name]
    gone = interfaces_of(backend, arn)
    for address in [one for one in backend.addresses if one.eni in gone]:
        backend.disassociate_address(association_id=address.association_id)
    for interface in gone:
        del backend.enis[interface.id]
    delete_load_balancer(self, arn)


def install() -> None:
    NetworkInterfaceBackend.create_network_interface = create_interface
    Subnet.get_available_subnet_ip = lambda self, instance: free_in(self)
    EC2Response.create_vpc_endpoint = create_endpoint
    EC2Response.create_nat_gateway = create_nat
    Route53ResolverBackend.create_resolver_endpoint = create_resolver
    ELBv2Backend.create_load_balancer = create_balancer
    ELBv2Backend.delete_load_balancer = delete_balancer
