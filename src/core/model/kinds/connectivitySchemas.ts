import * as z from 'zod/mini'
import { base, choice, flag, list, listens, optional, plainText, reference, typedText } from './common.ts'

/** An Elastic IP address, and the client's interface, NAT gateway or load balancer node that has it. */
export const elasticIp = z.strictObject({
  ...base('elastic-ip'),
  region: reference,
  /** null = chosen by AWS; the simulator takes a sample address. */
  publicIp: optional(typedText),
  /** null = not associated. */
  holder: optional(reference),
  /** Which interface of the holder, counted from 0. */
  interface: z._default(z.int().check(z.minimum(0), z.maximum(29)), 0),
  /** Which of the interface's private addresses it is mapped to; left out = the primary one. */
  privateIp: optional(typedText),
})

export const egressOnlyInternetGateway = z.strictObject({ ...base('egress-only-internet-gateway'), vpc: reference })

/** A NAT gateway of a whole VPC (`AvailabilityMode=regional`): no subnet, a route table of its own. Source: fact sheet 2.3. */
export const regionalNatGateway = z.strictObject({
  ...base('regional-nat-gateway'),
  vpc: reference,
  /** null = a table with the VPC's blocks and 0.0.0.0/0 to its internet gateway, as AWS makes it. */
  routeTable: optional(reference),
  /** Zone names that it covers; empty = every zone with an interface, as AWS does by itself. */
  zones: list(typedText, 20),
  publicIps: list(typedText, 20),
})

export const PEERING_STATES = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'rejected',
  'expired',
  'failed',
  'deleting',
  'deleted',
] as const

/** A peering connection between two VPCs. One that is not in the design leaves what lies behind it unknown. */
export const peeringConnection = z.strictObject({
  ...base('peering-connection'),
  requester: reference,
  accepter: reference,
  state: choice(PEERING_STATES, 'active'),
  /** Whether public host names of the other side's instances resolve to private addresses when asked from the requester, and from the accepter. */
  requesterDnsResolution: flag(false),
  accepterDnsResolution: flag(false),
})

export const transitGateway = z.strictObject({
  ...base('transit-gateway'),
  region: reference,
  account: reference,
  asn: optional(z.int().check(z.minimum(1), z.maximum(4294967294))),
  securityGroupReferencing: flag(false),
  dnsSupport: flag(true),
})

export const ATTACHMENT_STATES = [
  'initiating',
  'pendingAcceptance',
  'pending',
  'available',
  'modifying',
  'rejected',
  'failed',
  'deleting',
  'deleted',
] as const

/** A VPC's attachment to a transit gateway, with one subnet in each zone that it serves. */
export const transitGatewayAttachment = z.strictObject({
  ...base('transit-gateway-attachment'),
  vpc: reference,
  transitGateway: reference,
  subnets: list(reference, 20),
  state: choice(ATTACHMENT_STATES, 'available'),
  /** Keeps both directions of a connection in one zone. */
  applianceMode: flag(false),
  ipv6Support: flag(false),
  dnsSupport: flag(true),
  securityGroupReferencing: flag(true),
})

/** A peering of two transit gateways; routes over it are static. */
export const transitGatewayPeering = z.strictObject({
  ...base('transit-gateway-peering'),
  transitGateway: reference,
  peer: reference,
  state: choice(ATTACHMENT_STATES, 'available'),
})

/** Attachments name each other by construct: VPC attachments, peerings, VPN connections and Direct Connect links. */
export const transitGatewayRouteTable = z.strictObject({
  ...base('transit-gateway-route-table'),
  transitGateway: reference,
  /** Attachments whose incoming traffic asks this table. */
  associations: list(reference, 5000),
  /** Attachments whose blocks are put into the table. */
  propagations: list(reference, 5000),
  routes: list(
    z.strictObject({
      destination: z.union([z.strictObject({ cidr: typedText }), z.strictObject({ prefixList: typedText })]),
      target: z.union([z.literal('blackhole'), reference]),
    }),
    10000,
  ),
})

export const virtualPrivateGateway = z.strictObject({
  ...base('virtual-private-gateway'),
  vpc: reference,
  asn: optional(z.int().check(z.minimum(1), z.maximum(4294967294))),
})

export const customerGateway = z.strictObject({
  ...base('customer-gateway'),
  region: reference,
  /** Public address of the device. */
  ipAddress: typedText,
  asn: z._default(z.int().check(z.minimum(1), z.maximum(4294967294)), 65000),
  /** The network that the device stands in; null = not drawn. */
  network: optional(reference),
})

/** A Site-to-Site VPN connection of a customer gateway with a virtual private gateway or a transit gateway. */
export const vpnConnection = z.strictObject({
  ...base('vpn-connection'),
  region: reference,
  customerGateway: reference,
  /** Virtual private gateway or transit gateway. */
  gateway: reference,
  state: choice(['pending', 'available', 'deleting', 'deleted'], 'available'),
  /** Whether at least one of its two tunnels is up. */
  tunnelsUp: flag(true),
  routing: choice(['static', 'bgp'], 'static'),
  /** Blocks behind the customer gateway: the static routes, or what it announces; empty with BGP = the blocks of its network. */
  routes: list(typedText, 1000),
})

/** A Direct Connect virtual interface, through a Direct Connect gateway or directly, to a virtual private gateway or a transit gateway. */
export const directConnect = z.strictObject({
  ...base('direct-connect'),
  region: reference,
  gateway: reference,
  network: reference,
  state: choice(['pending', 'available', 'down', 'deleting', 'deleted'], 'available'),
  /** Blocks that the network announces; empty = all of its own. */
  announced: list(typedText, 100),
  /** Blocks that AWS announces to the network; empty = those of the VPCs behind the gateway. */
  allowedPrefixes: list(typedText, 200),
})

/** A network outside AWS, with its own hosts and DNS server. */
export const onPremisesNetwork = z.strictObject({
  ...base('on-premises-network'),
  cidrs: list(typedText, 100),
  /** Address of the DNS server that its hosts ask; null = a public one. */
  dnsServer: optional(typedText),
  /** Names that its DNS server passes on: to inbound endpoints of VPC Resolver, mostly. */
  forwards: list(z.strictObject({ domain: typedText, servers: list(typedText, 6) }), 100),
  /** Whether hosts may also go to the internet by a way of the network's own. */
  internetAccess: flag(true),
})

export const onPremisesHost = z.strictObject({
  ...base('on-premises-host'),
  network: reference,
  privateIp: typedText,
  /** Names that the network's DNS server answers with the address. */
  hostNames: list(typedText, 16),
  listens,
})

/** VPC Block Public Access of an account in a Region. */
export const blockPublicAccess = z.strictObject({
  ...base('block-public-access'),
  region: reference,
  account: reference,
  mode: choice(['off', 'block-bidirectional', 'block-ingress'], 'block-bidirectional'),
  exclusions: list(
    z.strictObject({
      /** A VPC or a subnet. */
      of: reference,
      allow: choice(['bidirectional', 'egress'], 'bidirectional'),
    }),
    50,
  ),
})

/** AWS Network Firewall: drawn and exported; what its rules do is not simulated. */
export const networkFirewall = z.strictObject({
  ...base('network-firewall'),
  vpc: reference,
  subnets: list(reference, 20),
  policyArn: z._default(plainText(255), ''),
})
