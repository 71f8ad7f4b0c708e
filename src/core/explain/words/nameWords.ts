import type { CodeText } from './codeText.ts'

/** Codes of names, certificates and what a service answers in its own words. */
export const nameWords = {
  API_IS_PRIVATE: [
    'A private API does not answer at public addresses',
    'Private APIs are had through execute-api endpoints alone. At its public addresses API Gateway answers 403 Forbidden for them.',
    'Give the client an execute-api endpoint under that name: private DNS in its VPC, forwarding to an inbound Resolver endpoint, or the name that an associated endpoint gives the API.',
  ],
  API_IS_PUBLIC: [
    'An execute-api endpoint leads to private APIs alone',
    'Private DNS of the endpoint answers for every API of the Region. Regional and edge-optimised ones it does not serve: API Gateway answers 403 Forbidden.',
    'Turn the endpoint’s private DNS off and ask for private APIs by other names, or ask for this API by a custom domain name with an alias record.',
  ],
  API_DEFAULT_NAME_OFF: [
    'The API’s default name is turned off',
    'API Gateway answers 403 Forbidden for the default name: the API is had by its custom domain names alone.',
    'Ask by a custom domain name, or turn the default name on.',
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
    'The question for the name goes as a packet to a DNS server that a resolver rule, the DHCP options or another DNS server name, and it does not get there and back.',
    'Clear the way to the server for UDP port 53, or let another one be asked.',
  ],
  DNS_SERVER_ANSWERS_NOTHING: [
    'That is no DNS server',
    'The name is asked of an address where nobody answers such questions. An outbound Resolver endpoint only sends, and endpoints, gateways and load balancers without a listener for it do not answer either.',
    'Name the addresses of an inbound Resolver endpoint, or of a DNS server, there instead.',
  ],
  DNS_ENDPOINT_ZONE_NXDOMAIN: [
    'The endpoint’s private DNS has no such name',
    'Private DNS made a hidden zone for the service. A name below it that the zone lacks does not exist in this VPC; public DNS is not asked.',
    'Ask for a name that the endpoint covers, turn its private DNS off, or add an endpoint for the service whose name it is, where AWS has one.',
  ],
  DNS_PHZ_NXDOMAIN: [
    'The private hosted zone has no such name',
    'A private hosted zone answers alone for all names below its domain in the VPCs that it is associated with. What it has no record for does not exist there; public DNS is not asked.',
    'Add a record for the name to the zone, or one for * that stands for all names below.',
  ],
  DNS_FIREWALL_BLOCKS: [
    'DNS Firewall blocks the name',
    'The first rule of the VPC’s DNS Firewall that holds a name decides. This one blocks it, so the resolver looks it up nowhere.',
    'Allow the name by a rule with a lower priority, or take it out of the list.',
  ],
  DNS_FORWARDING_LOOP: [
    'The question goes round in a circle',
    'A rule sends the question to a server that sends it back to the resolver it came from, so nobody ever answers.',
    'Let one of the two answer by itself: take the VPC out of the rule, or give the server something else to ask.',
  ],
  DNS_CNAME_LOOP: [
    'The records lead round in a circle',
    'The name is a CNAME of another name that leads back to it, so there is no address at the end.',
    'Give one of the records an address, or a name that has one.',
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
} as const satisfies Readonly<Record<string, CodeText>>
