import {
  asAccount,
  asFields,
  asFlag,
  asId,
  asIds,
  asNumber,
  asRecords,
  asText,
  asWord,
  type Fields,
  idFrom,
  lastPart,
  peekText,
} from '../fields.ts'
import { expectAlike, type Importing, note, once } from '../importing.ts'
import { tell } from '../ledger.ts'
import type { Entry } from '../records.ts'

/** What a network interface belongs to. `id` is the construct's id, or AWS's name of it. */
export interface Owner {
  readonly kind:
    | 'instance'
    | 'nat-gateway'
    | 'endpoint'
    | 'load-balancer'
    | 'transit-gateway-attachment'
    | 'lambda'
    | 'resolver-endpoint'
    | 'database'
    | 'ecs'
    | 'other'
    | 'nothing'
  readonly id: string
  /** Ports that it answers on, where the kind of owner says it; null = not known. */
  readonly listens: Listens
}
type Listens = readonly { readonly protocol: 'tcp' | 'udp'; readonly port: number }[] | null

/** A further private address of an interface, and the Elastic IP that is mapped to it. */
export interface SecondaryAddress {
  readonly privateIp: string
  readonly publicIp: string | null
  readonly allocationId: string | null
}

/** One network interface. */
export interface Interface {
  readonly id: string
  readonly owner: Owner
  readonly subnet: string | null
  readonly vpc: string | null
  readonly groups: readonly string[]
  readonly privateIp: string | null
  /** Private IPv4 addresses beside the primary one, as containers have them. */
  readonly secondary: readonly SecondaryAddress[]
  readonly ipv6: string | null
  readonly publicIp: string | null
  readonly sourceDestCheck: boolean
  readonly deviceIndex: number
  readonly description: string
  readonly account: string | null
  readonly entry: Entry
  /** The record itself, which may be a part of its entry. */
  readonly record: Fields
}

/** All network interfaces that the files tell of. */
export interface Interfaces {
  readonly byId: ReadonlyMap<string, Interface>
  /** Those of a construct: of a NAT gateway, an endpoint, a load balancer, … */
  of(ownerId: string): readonly Interface[]
  /** Those that readers have put into a construct. */
  readonly taken: Set<string>
  /** The same as `of`; they are put into the construct. */
  take(ownerId: string): readonly Interface[]
  /** Interface -> the client that has it, and which of its interfaces it is. */
  readonly clientOf: Map<string, { readonly client: string; readonly index: number }>
}

/** Id of the construct of a load balancer: type, name and hash of its ARN. */
export const loadBalancerId = (type: string, name: string, hash: string): string => `${type}-${name}-${hash}`
/** The same of a Classic Load Balancer, which has a name alone. */
export const classicBalancerId = (name: string): string => idFrom(`classic-${name}`)

const BY_DESCRIPTION: readonly (readonly [RegExp, Owner['kind'], (match: RegExpExecArray) => string])[] = [
  [/^Interface for NAT Gateway (nat-\w+)$/, 'nat-gateway', ([, id]) => id!],
  [/^VPC Endpoint Interface (vpce-\w+)$/, 'endpoint', ([, id]) => id!],
  [
    /^ELB (net|app|gwy)\/([^/]+)\/(\w+)$/,
    'load-balancer',
    ([, type, name, hash]) => loadBalancerId(type!, name!, hash!),
  ],
  [/^ELB (.+)/, 'load-balancer', ([, name]) => classicBalancerId(name!)],
  [/Transit Gateway Attachment (tgw-attach-\w+)$/i, 'transit-gateway-attachment', ([, id]) => id!],
  [/^AWS Lambda VPC ENI-(.+?)(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, 'lambda', ([, name]) => name!],
  [/\b(rgw-\w+)/, 'endpoint', ([, id]) => id!],
  [/(rslvr-(?:in|out)-\w+)/, 'resolver-endpoint', ([, id]) => id!],
  [/^ES (.+)/, 'database', ([, name]) => `opensearch ${name}`],
  [/^ElastiCache[ +]*(.+)/, 'database', ([, name]) => `elasticache ${name}`],
  [/^RDSNetworkInterface/, 'database', () => 'rds'],
  [/^(?:Redshift|DMS|DAX|DocumentDB|Neptune|MSK)/i, 'database', ([found]) => found.toLowerCase()],
  [/^arn:aws[\w-]*:ecs:/, 'ecs', () => 'ecs'],
]
/** What answers on one port whatever its configuration. Source: Amazon EFS guide, mount targets: NFS at 2049. */
const NFS: Listens = [{ protocol: 'tcp', port: 2049 }]
/** What only starts connections into a VPC. Source: EC2 API, NetworkInterface, InterfaceType; Glue guide, connections to a VPC. */
const SENDERS: ReadonlySet<string> = new Set([
  'api_gateway_managed',
  'aws_codestar_connections_managed',
  'ec2_instance_connect_endpoint',
  'global_accelerator_managed',
  'iot_rules_managed',
  'quicksight',
])
const listensOf = (description: string, type: string): Listens => {
  if (/^EFS mount target for /.test(description)) return NFS
  return SENDERS.has(type) || /^Attached to Glue using role/.test(description) ? [] : null
}
const BY_TYPE: Readonly<Record<string, Owner['kind']>> = {
  nat_gateway: 'nat-gateway',
  vpc_endpoint: 'endpoint',
  gateway_load_balancer_endpoint: 'endpoint',
  network_load_balancer: 'load-balancer',
  gateway_load_balancer: 'load-balancer',
  load_balancer: 'load-balancer',
  transit_gateway: 'transit-gateway-attachment',
  lambda: 'lambda',
}

/** Source: EC2 API, NetworkInterface, InterfaceType and Status. */
const TYPES = [
  'interface',
  'efa',
  'efa-only',
  'trunk',
  'branch',
  'evs',
  ...SENDERS,
  'nat_gateway',
  'vpc_endpoint',
  'gateway_load_balancer_endpoint',
  'network_load_balancer',
  'gateway_load_balancer',
  'load_balancer',
  'transit_gateway',
  'lambda',
]
const STATUSES = ['available', 'associated', 'attaching', 'in-use', 'detaching'] as const

/** The owner of an interface, told by its attachment, its type and its description. Source: EC2 API, NetworkInterface. */
function ownerOf(record: Fields): Owner {
  const attachment = asFields(record.Attachment)
  const instance = asId(attachment.InstanceId)
  if (instance) return { kind: 'instance', id: instance, listens: null }
  const description = peekText(record.Description) ?? ''
  for (const [pattern, kind, idOf] of BY_DESCRIPTION) {
    const match = pattern.exec(description)
    if (!match) continue
    tell(record.Description, 'understood')
    return { kind, id: idOf(match), listens: null }
  }
  const id = asId(record.NetworkInterfaceId) ?? ''
  const type = asWord(record.InterfaceType, TYPES) ?? peekText(record.InterfaceType) ?? ''
  const listens = listensOf(description, type)
  const kind = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
  // what AWS keeps it describes in its own words
  tell(record.Description, kind ? 'not understood' : 'understood')
  if (kind) return { kind, id, listens }
  const isAttached = asText(attachment.AttachmentId) !== null || asWord(record.Status, STATUSES) === 'in-use'
  return { kind: isAttached || asFlag(record.RequesterManaged) === true ? 'other' : 'nothing', id, listens }
}

/** The interfaces of `describe-network-interfaces`, and those that stand inside of instances. */
export const interfacesOf = (importing: Importing): Interfaces =>
  once(importing, 'interfaces', () => indexInterfaces(importing))

function indexInterfaces(importing: Importing): Interfaces {
  const elastic = new Map<string, Fields>()
  for (const { value } of importing.records('Addresses')) {
    const at = asText(value.NetworkInterfaceId)
    if (at && asText(value.PublicIp)) elastic.set(`${at} ${asText(value.PrivateIpAddress) ?? ''}`, value)
  }
  const byId = new Map<string, Interface>()
  const put = (entry: Entry, record: Fields, instance: string | null) => {
    const id = asId(record.NetworkInterfaceId)
    if (id === null) return
    const known = byId.get(id)
    if (known) expectAlike(importing, id, known.record, record, entry.place)
    else byId.set(id, readInterface(importing, id, entry, record, instance, elastic))
  }
  for (const entry of importing.records('NetworkInterfaces')) put(entry, entry.value, null)
  for (const entry of importing.records('Reservations'))
    for (const instance of asRecords(entry.value.Instances))
      for (const record of asRecords(instance.NetworkInterfaces)) put(entry, record, asId(instance.InstanceId))
  const byOwner = new Map<string, Interface[]>()
  for (const one of byId.values()) {
    const list = byOwner.get(one.owner.id)
    if (list) list.push(one)
    else byOwner.set(one.owner.id, [one])
  }
  const of = (owner: string): readonly Interface[] => byOwner.get(owner) ?? []
  const taken = new Set<string>()
  const take = (owner: string): readonly Interface[] => {
    const own = of(owner)
    for (const one of own) taken.add(one.id)
    return own
  }
  return { byId, of, taken, take, clientOf: new Map() }
}

function readInterface(
  importing: Importing,
  id: string,
  entry: Entry,
  record: Fields,
  instance: string | null,
  elastic: ReadonlyMap<string, Fields>,
): Interface {
  const addresses = () => asRecords(record.PrivateIpAddresses)
  const primary = () => addresses().find((one) => asFlag(one.Primary) === true) ?? addresses()[0]
  // Each is read when it is asked for: of an interface that another record says all of, nothing is.
  return {
    id,
    get owner(): Owner {
      return instance ? { kind: 'instance', id: instance, listens: null } : ownerOf(record)
    },
    get subnet() {
      return asId(record.SubnetId)
    },
    get vpc() {
      return asId(record.VpcId)
    },
    get groups() {
      return asIds(asRecords(record.Groups).map((group) => group.GroupId))
    },
    get privateIp() {
      const [own, first] = [asText(record.PrivateIpAddress), asText(primary()?.PrivateIpAddress)]
      const flags = addresses().map((one) => asFlag(one.Primary))
      if (flags.length > 0 && !flags.includes(null) && flags.filter((flag) => flag === true).length !== 1)
        note(
          importing,
          'assumed',
          `${id}: not one of its addresses is the primary one; ${own ?? first} counts`,
          entry.place,
        )
      if (own !== null && first !== null && own !== first)
        note(
          importing,
          'assumed',
          `${id}: its primary address is ${own}, and among its addresses ${first}; the former counts`,
          entry.place,
        )
      return own ?? first
    },
    get secondary() {
      const { privateIp } = this
      return addresses().flatMap((one) => {
        const ip = asText(one.PrivateIpAddress)
        if (ip === null || ip === privateIp) return []
        const mapped = [asFields(one.Association), elastic.get(`${id} ${ip}`) ?? {}]
        const said = (member: string) =>
          mapped.map((from) => asText(from[member])).find((text) => text !== null) ?? null
        return [{ privateIp: ip, publicIp: said('PublicIp'), allocationId: said('AllocationId') }]
      })
    },
    get ipv6() {
      return asText(asRecords(record.Ipv6Addresses)[0]?.Ipv6Address)
    },
    get publicIp() {
      const association = asFields(primary()?.Association ?? record.Association)
      return asText(association.PublicIp) ?? asText(elastic.get(`${id} ${this.privateIp}`)?.PublicIp)
    },
    get sourceDestCheck() {
      return asFlag(record.SourceDestCheck) ?? true
    },
    get deviceIndex() {
      return asNumber(asFields(record.Attachment).DeviceIndex) ?? 0
    },
    get description() {
      return asText(record.Description) ?? ''
    },
    get account() {
      return asAccount(record.OwnerId) ?? entry.account
    },
    entry,
    record,
  }
}

/** A short name for a client that stands for an interface of another service. */
export function titleOf({ id, owner, description }: Interface): string {
  if (owner.kind === 'lambda') return owner.id
  if (description.startsWith('arn:')) return lastPart(description)
  return description || id
}
