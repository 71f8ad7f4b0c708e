import type { Construct, ConstructKind, ConstructOf } from '../../model/index.ts'

/** Names one part of a plan: the construct's id, followed by `/` and a word where AWS keeps something of it separately. */
export type PartKey = string

/** A CIDR block as drawn, or one that AWS picks: the IPv6 block of a VPC, or the /64 of that number in it. */
export type BlockValue =
  | { readonly text: string; readonly family: 4 | 6 }
  | { readonly from: PartKey; readonly number: number | null; readonly family: 6 }

export type Direction = 'ingress' | 'egress'
type GroupRule = ConstructOf<'security-group'>['ingress'][number]
type AclEntry = ConstructOf<'network-acl'>['ingress'][number]

/** Protocol by IANA number (-1 is every one); `range` is ports, or ICMP type and code; null where the protocol has neither. */
export interface PlannedTraffic {
  readonly protocol: number
  readonly range: { readonly from: number; readonly to: number } | null
}
/** The far end of a security-group rule. */
export type PlannedPeer =
  | { readonly block: BlockValue }
  | { readonly group: PartKey; readonly block?: never }
  | { readonly list: PartKey; readonly block?: never; readonly group?: never }

export interface PlannedInterface {
  readonly index: number
  readonly subnet: PartKey
  readonly groups: readonly PartKey[]
  readonly privateIp: string | null
  readonly ipv6: boolean
  /** Whether AWS is to give it a public address at launch. */
  readonly publicIp: boolean
}

type Of<K extends ConstructKind, Details = object> = Details & { readonly construct: ConstructOf<K> }

/** Every kind of part with the construct kind it belongs to and what is planned about it. Other parts are named by key. */
export interface PartShapes {
  'dhcp-options': Of<'vpc', { readonly servers: readonly string[] }>
  vpc: Of<'vpc', { readonly cidr: string }>
  'vpc-cidr': Of<'vpc', { readonly vpc: PartKey; readonly cidr: string }>
  'vpc-ipv6': Of<'vpc', { readonly vpc: PartKey; readonly number: number }>
  'dhcp-association': Of<'vpc', { readonly vpc: PartKey; readonly options: PartKey }>
  /** The group that AWS makes with a VPC, where the design does not draw it. */
  'default-group': Of<'vpc', { readonly vpc: PartKey }>
  subnet: Of<
    'subnet',
    { readonly vpc: PartKey; readonly cidr: string; readonly zoneName: string; readonly ipv6: BlockValue | null }
  >
  /** `isMain` and `isDefault`: the subnet names none and so takes that of its VPC. */
  'subnet-route-table': Of<'subnet', { readonly subnet: PartKey; readonly table: PartKey; readonly isMain: boolean }>
  'subnet-network-acl': Of<'subnet', { readonly subnet: PartKey; readonly acl: PartKey; readonly isDefault: boolean }>
  'internet-gateway': Of<'internet-gateway'>
  'gateway-attachment': Of<'internet-gateway', { readonly gateway: PartKey; readonly vpc: PartKey }>
  'nat-address': Of<'nat-gateway'>
  'nat-gateway': Of<
    'nat-gateway',
    { readonly subnet: PartKey; readonly address: PartKey; readonly privateIp: string | null }
  >
  'route-table': Of<'route-table', { readonly vpc: PartKey; readonly isMain: boolean }>
  route: Of<
    'route-table',
    {
      readonly table: PartKey
      readonly destination: { readonly block: BlockValue } | { readonly list: PartKey; readonly block?: never }
      readonly target: PartKey
      readonly targetKind: 'internet-gateway' | 'nat-gateway'
    }
  >
  'prefix-list': Of<
    'prefix-list',
    { readonly family: 4 | 6; readonly entries: readonly { readonly cidr: string; readonly description: string }[] }
  >
  'security-group': Of<'security-group', { readonly vpc: PartKey; readonly isDefault: boolean }>
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
  'gateway-endpoint': Of<'gateway-endpoint', { readonly vpc: PartKey; readonly tables: readonly PartKey[] }>
  'interface-endpoint': Of<
    'interface-endpoint',
    {
      readonly vpc: PartKey
      readonly subnets: readonly { readonly subnet: PartKey; readonly privateIp: string | null }[]
      readonly groups: readonly PartKey[]
      readonly privateDns: boolean
      /** Only for a service that also has a gateway endpoint (S3) and with private DNS on; null elsewhere. */
      readonly onlyInboundResolver: boolean | null
      /** Region of the service where it is another one. */
      readonly serviceRegion: string | null
      readonly takesPolicy: boolean
    }
  >
  'client-interface': Of<'client', { readonly interface: PlannedInterface }>
  /** `interfaces` hold `part` where the interface is a part of its own (an instance with several). */
  instance: Of<
    'client',
    {
      readonly interfaces: readonly (PlannedInterface & { readonly part: PartKey | null })[]
      readonly size: string | null
    }
  >
  'client-address': Of<'client'>
  'address-association': Of<
    'client',
    { readonly address: PartKey; readonly instance: PartKey; readonly interface: PartKey | null }
  >
  'lambda-role': Of<'client'>
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
  'ecs-task': Of<'client', { readonly role: PartKey }>
  'ecs-service': Of<
    'client',
    {
      readonly cluster: PartKey
      readonly task: PartKey
      readonly interface: PlannedInterface
      readonly starts: boolean
    }
  >
  bucket: Of<'s3-bucket'>
  table: Of<'dynamodb-table'>
}

export type PartName = keyof PartShapes
/** A part of that name. `needs` holds the keys of all parts that must be there before it. */
export type PartOf<N extends PartName> = {
  readonly name: N
  readonly key: PartKey
  readonly needs: readonly PartKey[]
} & PartShapes[N]
export type Part = { [N in PartName]: PartOf<N> }[PartName]
/** The parts that constructs of that kind come to; never for kinds that are not deployed. */
export type PartNameOf<K extends ConstructKind> = {
  [N in PartName]: PartShapes[N]['construct']['kind'] extends K ? N : never
}[PartName]

/** Key of a construct's own part, or of what goes by `word` beside it. */
export const keyOf = (construct: Construct | string, word?: string): PartKey => {
  const id = typeof construct === 'string' ? construct : construct.id
  return word === undefined ? id : `${id}/${word}`
}

/** A part with its key made from the construct and `word` (null for the construct's own part). */
export function makePart<N extends PartName>(
  name: N,
  construct: PartShapes[N]['construct'],
  word: string | null,
  needs: readonly PartKey[],
  details: Omit<PartShapes[N], 'construct'>,
): Part {
  const key = keyOf(construct.id, word ?? undefined)
  return { ...details, name, key, construct, needs: [...new Set(needs)] } as unknown as Part
}
