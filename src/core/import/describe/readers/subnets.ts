import { notImported } from '../../../model/notImported.ts'
import { asAccount, asFields, asFlag, asId, asRecords, asText, asWord, type Fields, idFrom } from '../../fields.ts'
import { add, type Importing, once, skip } from '../../importing.ts'
import { isAccountId, regionOfZone } from '../../places.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, accountNumberOf, regionCodeOf, titleOfRecord, zonesOf } from '../../whereabouts.ts'
import { BLOCK_STATES } from './vpcs.ts'

/** `describe-availability-zones`: which zone a name means in this account. Source: RAM guide, Availability Zone IDs. */
export function readZone(entry: Entry, importing: Importing): undefined {
  const name = asText(entry.value.ZoneName)
  const id = asText(entry.value.ZoneId)
  const region = asText(entry.value.RegionName) ?? regionOfZone(name) ?? entry.region
  if (name && id && region && entry.account) zonesOf(importing, entry.account, region).set(name, id)
}

/** `describe-subnets`. One that is shared is described in every account that it is shared with, under that account's zone name. */
export function readSubnet(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.SubnetId)
  const vpc = asId(entry.value.VpcId)
  const cidr = asText(entry.value.CidrBlock)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the subnet’s VPC is not there')
  if (cidr === null && asFlag(entry.value.Ipv6Native) !== true)
    return skip(importing, entry, id, 'a subnet without an IPv4 block')
  const zone = zoneOf(importing, entry, vpc)
  if (zone === null) return skip(importing, entry, id, 'the subnet’s Availability Zone is not there')
  const acl = aclOf(importing, id)
  add(importing, entry, {
    kind: 'subnet',
    id,
    name: titleOfRecord(entry, id),
    zone,
    cidr,
    ipv6Cidr: ipv6BlockOf(entry),
    routeTable: tableOf(importing, id),
    networkAcl: acl === 'default' ? null : (acl ?? (entry.planned ? null : notImported(`network-acl-of-${id}`))),
    mapPublicIpOnLaunch: asFlag(entry.value.MapPublicIpOnLaunch) ?? false,
    dns64: asFlag(entry.value.EnableDns64) ?? false,
    sharedWith: viewersOf(importing, entry, id),
  })
}

const ipv6BlockOf = ({ value }: Entry): string | null =>
  asText(
    asRecords(value.Ipv6CidrBlockAssociationSet).find(
      (block) => (asWord(asFields(block.Ipv6CidrBlockState).State, BLOCK_STATES) ?? 'associated') === 'associated',
    )?.Ipv6CidrBlock,
  )

/** The construct of the subnet's zone; zones are drawn inside of their VPC. */
function zoneOf(importing: Importing, entry: Entry, vpc: string): string | null {
  const name = zoneNameOf(importing, entry)
  if (name === null) return null
  const id = idFrom(`${vpc}.${name}`)
  if (!importing.constructs.has(id)) add(importing, entry, { kind: 'availability-zone', id, name, vpc, zoneName: name })
  return id
}

/** The zone's name in the owner's account: the viewer's may mean another zone, so the zone id decides where it is known. */
function zoneNameOf(importing: Importing, entry: Entry): string | null {
  const seen = asText(entry.value.AvailabilityZone)
  const id = asText(entry.value.AvailabilityZoneId)
  const owner = accountNumberOf(entry)
  const region = regionCodeOf(importing, entry)
  if (region === null) return seen
  const zones = zonesOf(importing, owner, region)
  const own = id === null ? undefined : [...zones].find(([, zone]) => zone === id)?.[0]
  if (own) return own
  const name = seen !== null && !zones.has(seen) ? seen : (id ?? seen)
  if (name !== null && id !== null) zones.set(name, id)
  return name
}

/** Zone names as the account that looked sees them, before any subnet is placed. */
export function learnZones(importing: Importing): undefined {
  for (const entry of importing.raw('Subnets')) {
    const owner = asAccount(entry.value.OwnerId)
    const name = asText(entry.value.AvailabilityZone)
    const id = asText(entry.value.AvailabilityZoneId)
    const region = regionCodeOf(importing, entry)
    const viewer = entry.account ?? owner
    if (name && id && region && isAccountId(viewer)) zonesOf(importing, viewer, region).set(name, id)
  }
}

const tableOf = (importing: Importing, subnet: string): string | null =>
  once(importing, 'table-of-subnet', () => {
    const tables = new Map<string, string>()
    for (const { value } of importing.records('RouteTables')) {
      const table = asId(value.RouteTableId)
      if (table !== null) for (const one of associatedSubnets(value)) tables.set(one, table)
    }
    return tables
  }).get(subnet) ?? null

/** The ACL of the subnet; AWS lists the subnets of the default one too, so one that no ACL lists is unknown. */
const aclOf = (importing: Importing, subnet: string): string | null =>
  once(importing, 'acl-of-subnet', () => {
    const acls = new Map<string, string>()
    for (const { value } of importing.records('NetworkAcls')) {
      const acl = asFlag(value.IsDefault) === true ? 'default' : asId(value.NetworkAclId)
      if (acl !== null) for (const one of associatedSubnets(value)) acls.set(one, acl)
    }
    return acls
  }).get(subnet) ?? null

const associatedSubnets = (record: Fields): readonly string[] =>
  asRecords(record.Associations).flatMap((one) =>
    (asWord(asFields(one.AssociationState).State, BLOCK_STATES) ?? 'associated') === 'associated'
      ? (asId(one.SubnetId) ?? [])
      : [],
  )

/** Accounts other than the owner's whose files show the subnet. */
function viewersOf(importing: Importing, entry: Entry, id: string): string[] {
  const owner = accountNumberOf(entry)
  const viewers = once(importing, 'viewers-of-subnet', () => {
    const found = new Map<string | null, Set<string>>()
    for (const { account, value } of importing.raw('Subnets')) {
      const seen = found.get(asText(value.SubnetId)) ?? new Set<string>()
      found.set(asText(value.SubnetId), seen)
      if (account !== null) seen.add(account)
    }
    return found
  })
  return [...(viewers.get(id) ?? [])]
    .filter((account) => account !== owner)
    .map((account) => accountByNumber(importing, account))
}
