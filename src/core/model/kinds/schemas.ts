import * as z from 'zod/mini'
import {
  base,
  choice,
  dnsRecordIpType,
  endpointState,
  flag,
  flagOrUnknown,
  ipAddressType,
  list,
  listens,
  optional,
  plainText,
  portRange,
  reference,
  traffic,
  typedText,
} from './common.ts'

export const account = z.strictObject({
  ...base('account'),
  accountId: typedText,
  /** Region code -> zone name -> zone id, as this account sees them. Regions left out use the catalogue's example map. */
  zones: z._default(z.record(plainText(40), z.record(plainText(40), plainText(40))), {}),
})

export const region = z.strictObject({ ...base('region'), code: typedText })

export const vpc = z.strictObject({
  ...base('vpc'),
  region: reference,
  account: reference,
  /** IPv4 blocks; the first is the primary one (the resolver is its base address plus two). */
  cidrs: z.array(typedText).check(z.maxLength(50)),
  ipv6Cidrs: list(typedText, 5),
  /** null = unknown, as after an import: AWS answers for these two by a call of their own. */
  dnsSupport: flagOrUnknown(true),
  dnsHostnames: flagOrUnknown(false),
  /** `AmazonProvidedDNS` or addresses, as in a DHCP option set. */
  dhcpDnsServers: z._default(z.array(typedText).check(z.maxLength(4)), ['AmazonProvidedDNS']),
  /** null = AWS's own, never edited: local routes only / itself in, all out / everything allowed. */
  mainRouteTable: optional(reference),
  defaultSecurityGroup: optional(reference),
  defaultNetworkAcl: optional(reference),
})

export const availabilityZone = z.strictObject({ ...base('availability-zone'), vpc: reference, zoneName: typedText })

export const subnet = z.strictObject({
  ...base('subnet'),
  zone: reference,
  cidr: typedText,
  ipv6Cidr: optional(typedText),
  /** null = the VPC's main route table. */
  routeTable: optional(reference),
  /** null = the VPC's default network ACL. */
  networkAcl: optional(reference),
  mapPublicIpOnLaunch: flag(false),
  /** AAAA records made up from 64:ff9b::/96 for names that have IPv4 addresses only. */
  dns64: flag(false),
  /** Accounts that the subnet is shared with (AWS RAM): their clients may lie in it. */
  sharedWith: list(reference, 50),
})

const destination = z.union([z.strictObject({ cidr: typedText }), z.strictObject({ prefixList: typedText })])

export const routeTable = z.strictObject({
  ...base('route-table'),
  vpc: reference,
  routes: list(
    z.strictObject({
      destination,
      /**
       * Id of a gateway, a connection, an endpoint of a Gateway Load Balancer or a client; `blackhole` where the target was deleted;
       * `local` in the table of a gateway, or where a narrower route is turned back. Routes of gateway endpoints, propagated ones and those for the VPC's blocks are never written here.
       */
      target: z.union([z.literal('blackhole'), z.literal('local'), reference]),
      /** Which interface of a client the route leads to, counted from 0. */
      interface: z.optional(z.int().check(z.minimum(0), z.maximum(14))),
    }),
    1000,
  ),
  /** The internet gateway or virtual private gateway whose incoming traffic the table steers (an edge association). */
  edgeOf: optional(reference),
  /** Virtual private gateways whose routes are propagated into the table. */
  propagatingGateways: list(reference, 5),
})

export const internetGateway = z.strictObject({ ...base('internet-gateway'), vpc: reference })

export const natGateway = z.strictObject({
  ...base('nat-gateway'),
  subnet: reference,
  /** null = chosen by AWS; the simulator takes a sample address. */
  privateIp: optional(typedText),
  publicIp: optional(typedText),
  /** A private one keeps to private networks and has no Elastic IP address. */
  connectivity: choice(['public', 'private'], 'public'),
})

const peer = z.union([
  z.strictObject({ cidr: typedText }),
  z.strictObject({ securityGroup: reference }),
  /** Id of a prefix list construct, or an AWS-managed list by name: `com.amazonaws.us-east-1.s3`. */
  z.strictObject({ prefixList: typedText }),
])
const groupRules = list(z.strictObject({ ...traffic, peer, description: z._default(plainText(255), '') }), 1000)

export const securityGroup = z.strictObject({
  ...base('security-group'),
  vpc: reference,
  description: z._default(plainText(255), ''),
  ingress: groupRules,
  egress: z._default(
    z.array(z.strictObject({ ...traffic, peer, description: z._default(plainText(255), '') })).check(z.maxLength(1000)),
    [{ protocol: 'all', ports: null, icmp: null, peer: { cidr: '0.0.0.0/0' }, description: '' }],
  ),
})

const aclEntries = list(
  z.strictObject({
    number: z.int().check(z.minimum(1), z.maximum(32766)),
    action: z.enum(['allow', 'deny']),
    ...traffic,
    cidr: typedText,
  }),
  200,
)

export const networkAcl = z.strictObject({
  ...base('network-acl'),
  vpc: reference,
  ingress: aclEntries,
  egress: aclEntries,
})

/** A customer-managed prefix list, or AWS's own list of a service under its name with entries that replace the catalogue's. */
export const prefixList = z.strictObject({
  ...base('prefix-list'),
  region: reference,
  listName: typedText,
  entries: list(z.strictObject({ cidr: typedText, description: z._default(plainText(255), '') }), 1000),
})

export const client = z.strictObject({
  ...base('client'),
  /** `database` and `other` are imported interfaces of RDS, OpenSearch and other services: they answer and start nothing. */
  runtime: z.enum(['ec2', 'lambda', 'ecs', 'database', 'other']),
  /** The account that runs it, where that is a participant of a shared subnet; null = the owner of the VPC. */
  account: optional(reference),
  operatingSystem: z._default(z.enum(['linux', 'windows']), 'linux'),
  /** The first is the primary one. A Lambda function has one for each of its subnets and uses any of them. */
  interfaces: z
    .array(
      z.strictObject({
        subnet: reference,
        securityGroups: list(reference, 16),
        /** null = chosen by AWS; the simulator takes a sample address. */
        privateIp: optional(typedText),
        ipv6: optional(typedText),
        /** `none`, `auto` (an address AWS chooses) or an Elastic IP address. */
        publicIp: z._default(typedText, 'none'),
        /** Off = the interface may send and take packets that are not its own (an appliance, a NAT instance). */
        sourceDestCheck: flag(true),
        /** Further private IPv4 addresses of the same interface. */
        secondaryIps: z.optional(z.array(typedText).check(z.maxLength(50))),
        /** AWS's id of it, `eni-…`; requests may name it. */
        interfaceId: optional(typedText),
      }),
    )
    .check(z.minLength(1), z.maxLength(15)),
  /** What its system does with packets that are not its own. */
  forwarding: choice(['unknown', 'none', 'routes', 'translates'], 'unknown'),
  /** Ports that something listens on; null = not stated, every port is taken to answer. */
  listens,
})

export const gatewayEndpoint = z.strictObject({
  ...base('gateway-endpoint'),
  vpc: reference,
  service: typedText,
  routeTables: list(reference, 200),
  /** S3 only; all others carry IPv4. */
  ipAddressType,
  dnsRecordIpType,
  state: endpointState,
})

export const interfaceEndpoint = z.strictObject({
  ...base('interface-endpoint'),
  vpc: reference,
  /** Full name of an AWS, Marketplace or other account's service; of one's own drawn service `endpointService` says it. */
  service: typedText,
  /** The drawn endpoint service that it leads to; its name counts then, not `service`. */
  endpointService: optional(reference),
  /** Region of the service where it is another one (`ServiceRegion`). */
  serviceRegion: optional(typedText),
  state: endpointState,
  ipAddressType,
  dnsRecordIpType,
  subnets: list(
    z.strictObject({
      subnet: reference,
      privateIp: optional(typedText),
      /** `auto` or an address, where the endpoint's address type takes IPv6. */
      ipv6: optional(typedText),
    }),
    30,
  ),
  /** Empty = the VPC's default security group, as AWS does. */
  securityGroups: list(reference, 16),
  privateDns: flag(true),
  /** S3 only: VPC clients keep the public answers, on-premises resolvers get the endpoint's addresses. */
  privateDnsOnlyForInboundResolver: flag(false),
  /** The `vpce-ID-RANDOM` part of its DNS names; null = derived from the construct's id. */
  dnsLabel: optional(typedText),
})

/** A public AWS service of a Region, drawn so that arrows have somewhere to end. It answers whether drawn or not. */
export const awsService = z.strictObject({ ...base('aws-service'), region: reference, service: typedText })
export const s3Bucket = z.strictObject({
  ...base('s3-bucket'),
  region: reference,
  account: reference,
  bucketName: typedText,
})
export const dynamodbTable = z.strictObject({
  ...base('dynamodb-table'),
  region: reference,
  account: reference,
  tableName: typedText,
})

export const internetHost = z.strictObject({
  ...base('internet-host'),
  addresses: list(typedText, 16),
  hostNames: list(typedText, 16),
  listens,
})

export { portRange }
