import type {
  AclEntry,
  BlockValue,
  Direction,
  GroupRule,
  Of,
  PartKey,
  PlannedInterface,
  PlannedPeer,
  PlannedTraffic,
} from './partBasics.ts'
import type { PlannedPolicy, PolicyPiece } from './policyText.ts'

/** What a route of a VPC may lead to, by how AWS names it. */
export type RouteTargetKind =
  | 'gateway'
  | 'nat-gateway'
  | 'egress-only-gateway'
  | 'peering'
  | 'transit-gateway'
  | 'endpoint'
  | 'instance'
  | 'interface'

/** Parts of VPCs, subnets, tables, gateways, filters and clients. */
export interface NetworkShapes {
  'dhcp-options': Of<'vpc', { readonly servers: readonly string[] }>
  vpc: Of<'vpc', { readonly cidr: string }>
  'vpc-cidr': Of<'vpc', { readonly vpc: PartKey; readonly cidr: string }>
  'vpc-ipv6': Of<'vpc', { readonly vpc: PartKey; readonly number: number }>
  'dhcp-association': Of<'vpc', { readonly vpc: PartKey; readonly options: PartKey }>
  /** The group that AWS makes with a VPC, where the design does not draw it. */
  'default-group': Of<'vpc', { readonly vpc: PartKey }>
  subnet: Of<
    'subnet',
    {
      readonly vpc: PartKey
      /** null = IPv6-only. */
      readonly cidr: string | null
      readonly zoneName: string
      readonly ipv6: BlockValue | null
    }
  >
  'subnet-share': Of<'subnet', { readonly subnet: PartKey; readonly accounts: readonly string[] }>
  /** `isMain` and `isDefault`: the subnet names none and so takes that of its VPC. */
  'subnet-route-table': Of<'subnet', { readonly subnet: PartKey; readonly table: PartKey; readonly isMain: boolean }>
  'subnet-network-acl': Of<'subnet', { readonly subnet: PartKey; readonly acl: PartKey; readonly isDefault: boolean }>
  'internet-gateway': Of<'internet-gateway'>
  'gateway-attachment': Of<'internet-gateway', { readonly gateway: PartKey; readonly vpc: PartKey }>
  'nat-address': Of<'nat-gateway'>
  /** `address` null: a private one. */
  'nat-gateway': Of<
    'nat-gateway',
    { readonly subnet: PartKey; readonly address: PartKey | null; readonly privateIp: string | null }
  >
  'regional-nat-address': Of<'regional-nat-gateway'>
  /** Without zones AWS covers those that have interfaces, with addresses of its own choice. */
  'regional-nat-gateway': Of<
    'regional-nat-gateway',
    {
      readonly vpc: PartKey
      readonly zones: readonly { readonly zoneName: string; readonly address: PartKey }[]
    }
  >
  'egress-only-gateway': Of<'egress-only-internet-gateway', { readonly vpc: PartKey }>
  'elastic-address': Of<'elastic-ip'>
  'elastic-association': Of<
    'elastic-ip',
    {
      readonly address: PartKey
      readonly instance: PartKey
      readonly interface: PartKey | null
      /** Null: the primary one. */
      readonly privateIp: string | null
    }
  >
  'block-exclusion': Of<
    'block-public-access',
    { readonly of: PartKey; readonly ofKind: 'vpc' | 'subnet'; readonly allow: 'bidirectional' | 'egress' }
  >
  'block-public-access': Of<'block-public-access'>
  /** `strict`: its rules are for policies in strict order. */
  'firewall-rule-group': Of<'firewall-rule-group', { readonly strict: boolean }>
  /** A rule group is a part, or AWS's own of that ARN. */
  'firewall-policy': Of<
    'network-firewall',
    {
      readonly groups: readonly {
        readonly group: PartKey | null
        readonly arn: string | null
        readonly stateless: boolean
        readonly priority: number
      }[]
    }
  >
  /** What AWS makes with a firewall in one of its subnets; `isOnly`: there is no other. */
  'firewall-endpoint': Of<
    'network-firewall',
    { readonly firewall: PartKey; readonly subnet: PartKey; readonly zoneName: string; readonly isOnly: boolean }
  >
  'network-firewall': Of<
    'network-firewall',
    { readonly vpc: PartKey; readonly subnets: readonly PartKey[]; readonly policy: PartKey | null }
  >
  /** `ofNat`: the table that AWS makes with that regional NAT gateway. */
  'route-table': Of<'route-table', { readonly vpc: PartKey; readonly isMain: boolean; readonly ofNat: PartKey | null }>
  'edge-association': Of<
    'route-table',
    {
      readonly table: PartKey
      readonly gateway: PartKey
    }
  >
  /** Routes of a virtual private gateway that AWS keeps in the table. */
  'route-propagation': Of<'route-table', { readonly table: PartKey; readonly gateway: PartKey }>
  route: Of<
    'route-table',
    {
      readonly table: PartKey
      readonly destination: { readonly block: BlockValue } | { readonly list: PartKey; readonly block?: never }
      readonly target: PartKey
      readonly targetKind: RouteTargetKind
      /** The destination is a block of the VPC: the route that AWS made for it is led elsewhere instead of a new one made. */
      readonly replacesLocal: boolean
    }
  >
  'prefix-list': Of<
    'prefix-list',
    { readonly family: 4 | 6; readonly entries: readonly { readonly cidr: string; readonly description: string }[] }
  >
  'security-group': Of<'security-group', { readonly vpc: PartKey; readonly isDefault: boolean }>
  /** With accounts whose clients stand in a shared subnet and carry the group. */
  'group-share': Of<'security-group', { readonly group: PartKey; readonly accounts: readonly string[] }>
  /** Taking away the rules that AWS puts into a new group. */
  'group-clearing': Of<'security-group', { readonly group: PartKey }>
  'group-rule': Of<
    'security-group',
    {
      readonly group: PartKey
      readonly direction: Direction
      readonly traffic: PlannedTraffic
      readonly peer: PlannedPeer
      readonly description: GroupRule['description']
    }
  >
  'network-acl': Of<'network-acl', { readonly vpc: PartKey; readonly isDefault: boolean }>
  'acl-entry': Of<
    'network-acl',
    {
      readonly acl: PartKey
      readonly direction: Direction
      readonly number: number
      readonly action: AclEntry['action']
      readonly traffic: PlannedTraffic
      readonly block: BlockValue
    }
  >
  'client-interface': Of<'client', { readonly interface: PlannedInterface }>
  /** `interfaces` hold `part` where the interface is a part of its own (an instance with several). */
  instance: Of<
    'client',
    {
      readonly interfaces: readonly (PlannedInterface & { readonly part: PartKey | null })[]
      readonly size: string | null
      /** By which Session Manager reaches it. */
      readonly profile: PartKey | null
    }
  >
  'client-address': Of<'client'>
  'address-association': Of<
    'client',
    { readonly address: PartKey; readonly instance: PartKey; readonly interface: PartKey | null }
  >
  'lambda-role': Of<'client'>
  'instance-role': Of<'client'>
  'instance-profile': Of<'client', { readonly role: PartKey }>
  'lambda-function': Of<
    'client',
    {
      readonly role: PartKey
      readonly subnets: readonly PartKey[]
      readonly groups: readonly PartKey[]
      readonly ipv6: boolean
    }
  >
  'ecs-cluster': Of<'client'>
  'ecs-role': Of<'client'>
  /** `role` starts it, `taskRole` is what it calls AWS by. */
  'ecs-task': Of<'client', { readonly role: PartKey; readonly taskRole: PartKey | null }>
  'ecs-service': Of<
    'client',
    {
      readonly cluster: PartKey
      readonly task: PartKey
      readonly interface: PlannedInterface
      readonly starts: boolean
    }
  >
  /** `encryptedBy` null: a key of S3's own. */
  bucket: Of<'s3-bucket', { readonly encryptedBy: readonly PolicyPiece[] | null }>
  /** `policy` null: none. */
  table: Of<'dynamodb-table', { readonly policy: PlannedPolicy | null }>
  api: Of<'api-gateway-api', { readonly endpoints: readonly PartKey[]; readonly policy: PlannedPolicy | null }>
}
