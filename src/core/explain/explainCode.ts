import { CODES, type Code } from '../sim/codes.ts'

/** Title and meaning of every code in words, and for what stands in the way, what to change. */
const WORDS: Readonly<Record<Code, readonly [title: string, meaning: string, remedy?: string]>> = {
  ENI_SG_RULES_MISMATCH: [
    'No security-group rule allows it',
    'None of the interface’s security groups has a rule for this peer, protocol and port, so the packet is dropped without a word.',
    'Add a rule for it to one of the interface’s groups.',
  ],
  SG_HAS_NO_RULES: [
    'The security group has no rules that way',
    'A security group without rules in a direction lets nothing through in it.',
    'Add a rule for it to the group.',
  ],
  SUBNET_ACL_RESTRICTION: [
    'A network ACL denies it',
    'The first entry that matches decides, in the order of the rule numbers; what no entry matches is denied. ACLs remember nothing, so replies need an entry of their own.',
    'Add an entry that allows it, with a lower number than any that denies it.',
  ],
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
    'The address is inside the VPC, and nothing drawn has it.',
    'Ask for an address that an interface has, or give it to one.',
  ],
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: [
    'The client has no public address',
    'An internet gateway drops IPv4 packets from an interface that has no public address of its own.',
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
  NGW_REQUIRES_SOURCE_IN_VPC: [
    'The NAT gateway serves its own VPC only',
    'A NAT gateway takes traffic that started in its VPC, not what comes from elsewhere.',
    'Use a NAT gateway of the VPC that the traffic starts in.',
  ],
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: [
    'A gateway endpoint takes TCP and ping only',
    'Other protocols to the service’s addresses are dropped at the endpoint.',
    'Ask by TCP.',
  ],
  TARGET_PORT_RESTRICTION: [
    'The service does not answer on this port',
    'The packet arrives where the service is, but the service serves other ports and drops this one.',
    'Ask on a port that the service serves, for most 443.',
  ],
  PROTOCOL_RESTRICTION: [
    'This protocol is not served here',
    'Interface endpoints of AWS services answer TCP only, and NAT gateways carry TCP, UDP and ping.',
    'Ask by TCP.',
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
  FORWARDING_LOOP: [
    'The routes lead in a circle',
    'The packet comes back to a gateway that it has passed, and would do so for ever.',
    'Put the NAT gateway into a subnet whose table sends the internet to an internet gateway.',
  ],
  LAMBDA_ACCEPTS_NOTHING: [
    'Nothing can connect to a Lambda function',
    'A function’s interfaces open connections; none can be opened to them.',
    'Call the function by the Lambda API, or put what must listen on an instance or a task.',
  ],
  PORT_CLOSED: [
    'Nothing listens on this port',
    'The packet arrives and is answered with a refusal, at once.',
    'Ask on a port that is open there, or let something listen on this one.',
  ],
  TLS_NAME_MISMATCH: [
    'The certificate is for another name',
    'The connection opens, but the server’s certificate does not cover the name that was asked for.',
    'Ask by a name of the service or of the endpoint.',
  ],
  DNS_SUPPORT_DISABLED: [
    'The VPC’s resolver is switched off',
    'With DNS support off, Amazon’s resolver does not answer in this VPC: no name resolves, whatever else is drawn.',
    'Turn DNS support of the VPC on.',
  ],
  DNS_SERVER_UNREACHABLE: [
    'The DNS server cannot be reached',
    'The VPC’s DHCP options name DNS servers of one’s own, and the question does not get there and back.',
    'Clear the way to the server for UDP port 53, or use AmazonProvidedDNS.',
  ],
  DNS_PHZ_NXDOMAIN: [
    'The private zone has no such name',
    'Private DNS made a hidden zone for the service. A name below it that the zone lacks does not exist in this VPC; public DNS is not asked.',
    'Ask for a name that the endpoint covers, or turn its private DNS off.',
  ],
  DNS_NO_ENDPOINT_INTERFACES: [
    'The endpoint has no interface',
    'The name belongs to an endpoint that has no network interface in any subnet, so there is no address to answer with.',
    'Give the endpoint a subnet.',
  ],
  DNS_NAME_NOT_PUBLISHED: ['No such name', 'No DNS server publishes this name.', 'Ask for a name that exists.'],
  DNS_NO_ADDRESS_OF_FAMILY: [
    'No address that the client can use',
    'The name has addresses, but none of a family (IPv4 or IPv6) that the client has.',
    'Give the client an address of the other family, or the name one.',
  ],
  NO_ADDRESS_OF_FAMILY: [
    'The client has no address of that family',
    'To send to an IPv6 address the interface needs an IPv6 address of its own, and likewise for IPv4.',
    'Give the client an address of that family.',
  ],
  UNKNOWN_SOURCE: ['Who asks is not clear', 'The request’s source is nothing that can open a connection.'],
  UNKNOWN_DESTINATION: ['Where it goes is not clear', 'The request’s destination is not part of the design.'],
  UNKNOWN_NAME: [
    'This name is not known here',
    'It is neither an AWS name of the catalogue nor the name of a host in the design. Draw an internet host with this name to have it answered.',
  ],
  UNKNOWN_RESOURCE: [
    'Something is missing from the design',
    'The answer depends on a thing that the design names but does not hold.',
  ],
  NOT_MODELLED: ['Not simulated', 'The answer depends on something that Hopwise does not simulate.'],
  INVALID_VALUE: ['A value cannot be read', 'The answer depends on a value in the design that cannot be read.'],
  AMBIGUOUS_ROUTE: [
    'Two routes are equally good',
    'Two routes for the same addresses lead to different targets: either the table names a destination twice, which AWS refuses, or two prefix lists overlap, and then AWS picks one and does not say which.',
  ],
  SERVICE_ADDRESS_NOT_KNOWN: [
    'It depends on which of AWS’s addresses answers',
    'Routes or filters treat parts of AWS’s address ranges differently, and which of them the service uses is not published.',
  ],
  ASSUMED_HOST_ANSWERS: [
    'Assumed: the far end answers',
    'The packet leaves the network. Whether somebody answers there is not part of the design.',
  ],
  ASSUMED_LISTENING: ['Assumed: something listens', 'The design does not say which ports are open there.'],
  ASSUMED_DNS_SERVER_RECURSES: [
    'Assumed: that DNS server knows public names only',
    'The VPC uses a DNS server of one’s own. It is taken to answer from public DNS and not to ask the VPC’s resolver.',
  ],
}

export interface CodeWords {
  readonly title: string
  readonly meaning: string
  /** What to change; null for assumptions, and for what cannot be told. */
  readonly remedy: string | null
  readonly source: string
}

/** A code in words, with the AWS page it rests on. */
export function explainCode(code: Code): CodeWords {
  const [title, meaning, remedy = null] = WORDS[code]
  return { title, meaning, remedy, source: CODES[code].source }
}
