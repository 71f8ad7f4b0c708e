import type { CodeText } from './codeText.ts'

/** Codes of routes, gateways, connections and addresses. */
export const networkWords = {
  NO_ROUTE_TO_DESTINATION: [
    'No route leads there',
    'The subnet’s route table has no route that covers the destination.',
    'Add a route to a gateway that leads there, or for an AWS service an endpoint.',
  ],
  BAD_STATE_ROUTE: [
    'The route is a blackhole',
    'The route’s target is gone, or in another VPC. The route is chosen all the same, and drops what it matches.',
    'Delete the route, or point it at something that is there.',
  ],
  NO_POSSIBLE_DESTINATION: [
    'Nothing has this address',
    'The address lies in a block of the VPC, and nothing drawn has it.',
    'Ask for an address that an interface has, or give it to one.',
  ],
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: [
    'The client has no public address',
    'An internet gateway drops packets from an interface that has no public address of its own.',
    'Send the traffic to a NAT gateway, or give the interface a public address (a Lambda function cannot have one).',
  ],
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: [
    'The internet cannot reach a private address',
    'From the internet only public addresses that are mapped to an interface can be reached.',
    'Give the interface a public address, in a subnet that routes to an internet gateway.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: [
    'A private address behind an internet gateway',
    'Private addresses are not routed on the internet, so an internet gateway drops what is sent to them.',
    'Give private addresses a route of their own, or ask for a public address.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: [
    'A shared address behind an internet gateway',
    'Shared addresses (100.64.0.0/10) are not routed on the internet, so an internet gateway drops what is sent to them.',
    'Give those addresses a route of their own, or ask for a public address.',
  ],
  IGW_REQUIRES_SOURCE_IN_VPC: [
    'The gateway takes IPv6 from its own VPC only',
    'Internet gateways and egress-only ones carry IPv6 as it is, and answers go to the VPC that owns the block. What another VPC sends to them is dropped.',
    'Give the sender’s VPC a gateway of its own, or translate the source in between (NAT66, a proxy).',
  ],
  NAT64_NEEDS_NAT_GATEWAY: [
    'Nothing translates 64:ff9b::/96 here',
    'Addresses of 64:ff9b::/96 are made up by DNS64 and hold an IPv4 address, which a NAT gateway takes out again. Internet gateways and egress-only ones do not carry them. A client with both families may fall back to IPv4 after a wait.',
    'Add a route for 64:ff9b::/96 to a NAT gateway, or turn DNS64 of the subnet off.',
  ],
  DESTINATION_ADDRESS_RESERVED: [
    'Nobody on the internet has this address',
    'It lies in a block that is kept for benchmarks, for later use or the like, and nothing in the design has it.',
    'Ask for another address, or draw an internet host that has this one.',
  ],
  ADDRESS_NOT_ASSOCIATED: [
    'The Elastic IP address is associated with nothing',
    'The address belongs to the account and to no interface, so nobody answers.',
    'Associate it with what should answer.',
  ],
  OUTBOUND_PORT_25_RESTRICTED: [
    'AWS restricts mail on port 25',
    'What EC2 instances and Lambda functions send to TCP port 25 of public addresses is blocked by default, whatever routes, groups and ACLs say, and through NAT gateways too. Private addresses are free.',
    'Ask AWS to lift it for the account and set that here, or send by port 587 or an endpoint of Amazon SES.',
  ],
  NGW_REQUIRES_SOURCE_IN_VPC: [
    'The NAT gateway serves its own VPC only',
    'A NAT gateway takes traffic that started in its VPC, not what comes from elsewhere.',
    'Use a NAT gateway of the VPC that the traffic starts in.',
  ],
  BAD_STATE_ATTACHMENT: [
    'The gateway is not attached here',
    'The VPC that the packet leaves, or is to enter, has no such internet gateway attached.',
    'Attach an internet gateway to that VPC and point the route at it.',
  ],
  NGW_ANSWERS_NOTHING: [
    'A NAT gateway answers nothing itself',
    'It forwards for others; packets sent to its own address are dropped.',
    'Ask for the address of something behind it, or of something public.',
  ],
  ADDRESS_OF_ANOTHER: [
    'Another interface has this address here',
    'What is asked for lies in another VPC. In the client’s own VPC the address belongs to something else, and the VPC’s local route leads there.',
    'Reach it by a public address, or give the VPCs blocks of their own and connect them.',
  ],
  REPLY_LEAVES_ELSEWHERE: [
    'The reply goes another way',
    'The reply leaves by a gateway that never saw the request, so the caller does not recognise it and keeps waiting.',
    'Make the route back lead the way that the request came.',
  ],
  INSPECTION_SEES_ONE_DIRECTION: [
    'An inspection sees one direction only',
    'A firewall drops what it did not see begin: a request and its reply have to pass the same inspection endpoint.',
    'Point the routes of both directions at the same endpoint: in every route table on the way, by the zone of the same side. What a transit gateway brings in keeps to one zone with appliance mode on.',
  ],
  REPLY_LEAVES_BY_FIRST_INTERFACE: [
    'The answer leaves by the wrong interface',
    'Without policy routing the operating system answers by its first interface, whichever was asked. Its source/destination check drops packets with the address of another interface.',
    'Give the operating system policy routing (ec2-net-utils, cloud-init 24.1), or ask for an address of its first interface.',
  ],
  FORWARDING_LOOP: [
    'The routes lead in a circle',
    'The packet comes back to a gateway that it has passed, and would do so for ever.',
    'Put the NAT gateway into a subnet whose table sends the internet to an internet gateway.',
  ],
  BAD_STATE: [
    'It is not in a state that carries traffic',
    'A peering connection carries traffic once it is active, an endpoint service or a link once it is available. In every other state it drops what it is sent.',
    'Bring it to its working state: accept it, or make it again.',
  ],
  BAD_STATE_VPN: [
    'The VPN connection is down',
    'The connection is not available, or neither of its tunnels is up.',
    'Bring a tunnel up, or add another way to that network.',
  ],
  TGW_BAD_STATE_VPN: [
    'The VPN connection of the transit gateway is down',
    'The transit gateway’s route leads to a VPN connection that is not available, or whose tunnels are down.',
    'Bring a tunnel up, or add another way to that network.',
  ],
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: [
    'A peering connection joins two VPCs and nothing behind them',
    'It carries packets from an address of one of its VPCs to an address of the other. Gateways, endpoints and connections of the far side cannot be used through it, and it does not pass on what came from elsewhere.',
    'Connect the networks directly, or use a transit gateway.',
  ],
  TGW_ROUTE_AZ_RESTRICTION: [
    'The transit gateway has no subnet in this zone',
    'A VPC reaches a transit gateway from those zones only in which its attachment has a subnet.',
    'Add a subnet of the zone to the attachment.',
  ],
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: [
    'The attachment has no route table',
    'What comes in by an attachment is looked up in the transit gateway route table that the attachment is associated with. Without one it is dropped.',
    'Associate the attachment with a transit gateway route table.',
  ],
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: [
    'The transit gateway has no route there',
    'No route of the transit gateway route table covers the destination.',
    'Propagate the destination’s attachment into the table, or add a static route.',
  ],
  TGW_RTB_BAD_STATE_ROUTE: [
    'The transit gateway’s route is a blackhole',
    'The route is chosen and drops what it matches.',
    'Delete the route, or point it at an attachment that is there.',
  ],
  APPLIANCE_DOES_NOT_FORWARD: [
    'The instance does not pass packets on',
    'The packet is for somebody else, and the system that it was routed to does not forward.',
    'Point the route at something that forwards, or let the instance do so.',
  ],
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: [
    'The gateway takes its own VPC’s addresses only',
    'A virtual private gateway drops packets whose source lies outside its VPC.',
    'Connect the source’s network to the far side directly, or use a transit gateway.',
  ],
  INGRESS_RTB_TRAFFIC_REDIRECTION: [
    'What comes in takes another way than what goes out',
    'The table of the internet gateway leads the subnet’s incoming traffic by an appliance, which has to see what goes out as well.',
    'Point the subnet’s route to the internet at the appliance.',
  ],
  INGRESS_RTB_NO_PUBLIC_IP: [
    'The appliance has no public address',
    'An internet gateway hands traffic to an appliance by its own table only where the appliance’s interface has a public address.',
    'Give the appliance’s interface a public address.',
  ],
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: [
    'The NAT gateway does not cover this zone',
    'A regional NAT gateway serves the zones that it covers.',
    'Add the zone to the NAT gateway.',
  ],
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: [
    'VPC Block Public Access stops it',
    'The account blocks public access in this Region. That stands above every route, group and ACL.',
    'Add an exclusion for the VPC or the subnet, or change the mode.',
  ],
  LINK_HAS_NO_ROUTE: [
    'No link carries this destination',
    'The gateway’s VPN connections and Direct Connect links have no route for the address.',
    'Add a static route to the VPN connection, or announce the block.',
  ],
} as const satisfies Readonly<Record<string, CodeText>>
