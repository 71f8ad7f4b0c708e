import { hashText } from '../../../base/hash.ts'
import { NOT_KNOWN } from '../../../model/notImported.ts'
import { type Address, addOffset, formatAddress, isIp4, parseAddress } from '../../../net/address.ts'
import { blockOf as readBlock, sizeOf } from '../../../net/block.ts'
import { partitionOf } from '../partitionOf.ts'
import type { Evaluated, Properties, Stack, StackResource } from '../stack.ts'
import { fieldsOf, flagOf, idOf, idsOf, recordsOf, textOf } from './values.ts'

/** What of an instance or interface is not known before it is made. */
type What = 'private-ip' | 'public-ip' | 'private-name' | 'public-name'
/** Stands in texts for what AWS chooses, until it is known which subnet has which block. */
export const placeholder = (what: What, id: string): string => `⟨${what} of ${id}⟩`
const PLACEHOLDER = /⟨(private-ip|public-ip|private-name|public-name) of ([^⟩]+)⟩/g

/** An IPv6 block as Amazon would give a VPC, always the same one for the same VPC. */
export const amazonBlock = (vpc: string): string => {
  const digits = hashText(`ipv6 ${vpc}`).toString(16).padStart(8, '0')
  return `2600:1f18:${digits.slice(0, 4)}:${digits.slice(4, 6)}00::/56`
}

/**
 * The stacks with addresses in the places of placeholders: those that resources state, else free ones of their subnets, chosen once all stated ones are
 * known. What nobody names is left to the simulator, as for a drawn instance.
 */
export function chooseAddresses(stacks: readonly Stack[]): readonly Stack[] {
  const wanted = new Set<string>()
  const look = (value: Evaluated): void => {
    if (typeof value === 'string') for (const [, what, id] of value.matchAll(PLACEHOLDER)) wanted.add(`${what} ${id}`)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part)
  }
  for (const { resources } of stacks) for (const { properties } of resources) look(properties)
  if (wanted.size === 0) return stacks
  const given = giveAddresses(stacks, wanted)
  const put = (value: Evaluated): Evaluated => {
    if (typeof value === 'string') {
      const lost = [...value.matchAll(PLACEHOLDER)].find(([, what, id]) => !given.has(`${what} ${id}`))
      if (lost) return { unknown: `the address of ${lost[2]} is not known` }
      return value.replace(PLACEHOLDER, (_, what, id) => given.get(`${what} ${id}`)!)
    }
    if (Array.isArray(value)) return (value as readonly Evaluated[]).map(put)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, put(part as Evaluated)]))
  }
  return stacks.map((stack) => ({
    ...stack,
    resources: stack.resources.map((one) => ({ ...one, properties: withOwn(one, put(one.properties) as Properties) })),
  }))

  /** An address that others name is said by its owner, so that both mean the same. */
  function withOwn({ type, id }: StackResource, properties: Properties): Properties {
    const own = given.get(`private-ip ${id}`)
    const open = given.get(`public-ip ${id}`)
    return {
      ...properties,
      ...(own !== undefined && statedIp(type, properties) === null && { [CHOSEN]: own }),
      ...(open !== undefined && { [CHOSEN_PUBLIC]: open }),
    }
  }
}
/** The properties under which chosen addresses are handed on; no template can say them. */
export const CHOSEN = '⟨private address⟩'
export const CHOSEN_PUBLIC = '⟨public address⟩'

/** The address that an instance or interface states itself. */
function statedIp(type: string, properties: Properties): string | null {
  const addresses = recordsOf(properties.PrivateIpAddresses)
  const primary = addresses.find((one) => flagOf(one.Primary) === true)
  const first = recordsOf(properties.NetworkInterfaces)[0]
  const inline = type === 'AWS::EC2::Instance' && first ? statedIp('', first) : null
  return textOf(properties.PrivateIpAddress) ?? textOf(primary?.PrivateIpAddress) ?? inline
}

/** `what id` -> the address or name. */
function giveAddresses(stacks: readonly Stack[], wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const all = new Map(stacks.flatMap(({ resources }) => resources.map((one) => [one.id, one] as const)))
  const taken = new Set<string>()
  const keep = (value: Evaluated): void => {
    if (typeof value === 'string') {
      if (parseAddress(value) !== null) taken.add(value)
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) keep(part)
  }
  for (const { properties } of all.values()) keep(properties)
  const privateIps = new Map<string, string | null>()
  const privateIpOf = (id: string): string | null => {
    if (!privateIps.has(id)) privateIps.set(id, choosePrivate(all, id, taken, privateIpOf))
    return privateIps.get(id)!
  }
  const given = new Map<string, string>()
  for (const one of wanted) {
    const [what, id] = one.split(' ') as [What, string]
    const resource = all.get(id)
    const value = !resource
      ? null
      : what === 'private-ip'
        ? privateIpOf(id)
        : what === 'public-ip'
          ? publicIpOf(resource)
          : what === 'private-name'
            ? privateName(privateIpOf(id), resource.region)
            : publicName(publicIpOf(resource), resource.region)
    if (value !== null) given.set(one, value)
  }
  return given
}

const privateName = (ip: string | null, region: string): string | null =>
  ip === null
    ? null
    : `ip-${ip.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`}`
const publicName = (ip: string, region: string): string =>
  `ec2-${ip.replaceAll('.', '-')}.${region === 'us-east-1' ? 'compute-1' : `${region}.compute`}.${partitionOf(region).suffix}`

/** The one that the template says AWS gave; else one of 198.18.0.0/15 (RFC 2544), the simulator's own range for public addresses that AWS chooses. */
const publicIpOf = ({ id, type, awsId }: StackResource): string => {
  // `Ref` of an Elastic IP address gives the address
  if (type === 'AWS::EC2::EIP' && awsId !== undefined && parseAddress(awsId) !== null) return awsId
  const at = hashText(`eip ${id}`) % 0x20000
  return `198.${18 + (at >>> 16)}.${(at >>> 8) & 255}.${at & 255}`
}

type All = ReadonlyMap<string, StackResource>

/** Where databases, caches and the like say in which group of subnets they stand, or in which cluster, which says it. */
const GROUPED = [
  'DBSubnetGroupName',
  'CacheSubnetGroupName',
  'SubnetGroupName',
  'ClusterSubnetGroupName',
  'DBClusterIdentifier',
] as const

/** The subnet that a resource stands in first: in its own zone, where it says one. */
function firstSubnet(all: All, { properties }: StackResource): string | null {
  const stated = idOf(properties.SubnetId)
  if (stated !== null) return stated
  const subnets = [properties.SubnetIds, properties.VpcSubnetIds, fieldsOf(properties.VPCOptions).SubnetIds].flatMap(
    idsOf,
  )
  const zone = textOf(properties.AvailabilityZone)
  const inZone = subnets.find((one) => zone !== null && textOf(all.get(one)?.properties.AvailabilityZone) === zone)
  if (subnets.length > 0) return inZone ?? subnets[0]!
  for (const member of GROUPED) {
    const name = textOf(properties[member])?.toLowerCase()
    const group =
      name === undefined
        ? undefined
        : [...all.values()].find(
            (one) => one.id.toLowerCase() === name || textOf(one.properties[member])?.toLowerCase() === name,
          )
    const found =
      group && firstSubnet(all, { ...group, properties: { ...properties, ...group.properties, [member]: null } })
    if (found) return found
  }
  return null
}

function choosePrivate(all: All, id: string, taken: Set<string>, others: (id: string) => string | null): string | null {
  const resource = all.get(id)
  if (!resource) return null
  const { properties, type } = resource
  const stated = statedIp(type, properties)
  if (stated !== null) return stated
  const first = recordsOf(properties.NetworkInterfaces).find((one) => (textOf(one.DeviceIndex) ?? '0') === '0')
  const eni = first && textOf(first.NetworkInterfaceId)
  if (eni) return others(eni)
  const subnet = all.get(idOf(first?.SubnetId) ?? firstSubnet(all, resource) ?? '')
  const text = textOf(fieldsOf(subnet?.properties).CidrBlock)
  const block = text === null || text === NOT_KNOWN ? null : readBlock(text)
  if (!block || !isIp4(block.base)) return null
  const usable = sizeOf(block) - 5
  for (let i = 0; i < usable; i++) {
    const address: Address = addOffset(block.base, 4 + ((hashText(id) + i) % usable))
    const found = formatAddress(address)
    if (taken.has(found)) continue
    taken.add(found)
    return found
  }
  return null
}
