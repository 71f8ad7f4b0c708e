import { CODES, type Code } from '../sim/codes.ts'

/** Title and meaning of every code, in words. */
const WORDS: Readonly<Record<Code, readonly [title: string, meaning: string]>> = {
  ENI_SG_RULES_MISMATCH: [
    'No security-group rule allows it',
    'None of the interface’s security groups has a rule for this peer, protocol and port, so the packet is dropped without a word.',
  ],
  SG_HAS_NO_RULES: [
    'The security group has no rules that way',
    'A security group without rules in a direction lets nothing through in it.',
  ],
  SUBNET_ACL_RESTRICTION: [
    'A network ACL denies it',
    'The first entry that matches decides, in the order of the rule numbers; what no entry matches is denied. ACLs remember nothing, so replies need an entry of their own.',
  ],
  NO_ROUTE_TO_DESTINATION: [
    'No route leads there',
    'The subnet’s route table has no route that covers the destination.',
  ],
  BAD_STATE_ROUTE: [
    'The route is a blackhole',
    'The route’s target is gone or detached. The route is chosen all the same, and drops what it matches.',
  ],
  NO_POSSIBLE_DESTINATION: ['Nothing has this address', 'The address lies in the network, but no interface owns it.'],
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: [
    'The client has no public address',
    'An internet gateway drops IPv4 packets from an interface that has no public address of its own.',
  ],
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: [
    'The internet cannot reach a private address',
    'From the internet only public addresses that are mapped to an interface can be reached.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: [
    'A private address behind an internet gateway',
    'An internet gateway does not forward to private addresses.',
  ],
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: [
    'A shared address behind an internet gateway',
    'An internet gateway does not forward to 100.64.0.0/10.',
  ],
  NGW_REQUIRES_SOURCE_IN_VPC: [
    'The NAT gateway serves its own VPC only',
    'A NAT gateway takes traffic that started in its VPC, not what comes from elsewhere.',
  ],
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: [
    'A gateway endpoint takes TCP and ping only',
    'Other protocols to the service’s addresses are dropped at the endpoint.',
  ],
  TARGET_PORT_RESTRICTION: [
    'The service does not answer on this port',
    'The packet arrives where the service is, but the service serves other ports and drops this one.',
  ],
  PROTOCOL_RESTRICTION: [
    'This protocol is not served here',
    'Interface endpoints of AWS services answer TCP only: no ping, no UDP.',
  ],
  BAD_STATE_ATTACHMENT: [
    'The gateway is not attached here',
    'The gateway is not attached to the VPC that the packet is in.',
  ],
  NGW_ANSWERS_NOTHING: [
    'A NAT gateway answers nothing itself',
    'It forwards for others; packets sent to its own address are dropped.',
  ],
  ADDRESS_OF_ANOTHER: [
    'Another interface has this address here',
    'What is asked for lies in another VPC. In the client’s own VPC the address belongs to something else, and the VPC’s local route leads there.',
  ],
  REPLY_LEAVES_ELSEWHERE: [
    'The reply goes another way',
    'The reply leaves by a gateway that never saw the request, so the caller does not recognise it and keeps waiting.',
  ],
  FORWARDING_LOOP: ['The routes lead in a circle', 'The packet comes back to where it has been and is given up.'],
  LAMBDA_ACCEPTS_NOTHING: [
    'Nothing can connect to a Lambda function',
    'A function’s interfaces open connections; none can be opened to them.',
  ],
  PORT_CLOSED: ['Nothing listens on this port', 'The packet arrives and is answered with a refusal, at once.'],
  TLS_NAME_MISMATCH: [
    'The certificate is for another name',
    'The connection opens, but the server’s certificate does not cover the name that was asked for.',
  ],
  DNS_SUPPORT_DISABLED: [
    'The VPC’s resolver is switched off',
    'With DNS support off, Amazon’s resolver does not answer in this VPC: no name resolves, whatever else is drawn.',
  ],
  DNS_SERVER_UNREACHABLE: [
    'The DNS server cannot be reached',
    'The VPC’s DHCP options name a DNS server of one’s own, and the question does not get there and back.',
  ],
  DNS_PHZ_NXDOMAIN: [
    'The private zone has no such name',
    'Private DNS made a hidden zone for the service. A name below it that the zone lacks does not exist in this VPC; public DNS is not asked.',
  ],
  DNS_NO_ENDPOINT_INTERFACES: [
    'The endpoint has no interface',
    'The name belongs to an endpoint that has no network interface in any subnet, so there is no address to answer with.',
  ],
  DNS_NAME_NOT_PUBLISHED: ['No such name', 'Nothing publishes this name.'],
  DNS_NO_ADDRESS_OF_FAMILY: [
    'No address that the client can use',
    'The name has addresses, but none of a family (IPv4 or IPv6) that the client has.',
  ],
  NO_ADDRESS_OF_FAMILY: [
    'The client has no address of that family',
    'To send to an IPv6 address the interface needs an IPv6 address of its own, and likewise for IPv4.',
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
  NOT_MODELLED: ['Not simulated', 'The answer depends on something that is not simulated.'],
  INVALID_VALUE: ['A value cannot be read', 'The answer depends on a value in the design that cannot be read.'],
  AMBIGUOUS_ROUTE: [
    'Two routes are equally good',
    'Two prefix lists hold the same range and lead to different targets. AWS picks one and does not say which.',
  ],
  SERVICE_ADDRESS_NOT_KNOWN: [
    'It depends on which address the service has today',
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

/** A code in words, with the AWS page it rests on. */
export function explainCode(code: Code): { readonly title: string; readonly meaning: string; readonly source: string } {
  const [title, meaning] = WORDS[code]
  return { title, meaning, source: CODES[code].source }
}
