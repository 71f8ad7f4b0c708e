import { appendAll } from '../../../base/appendAll.ts'
import { groupBy } from '../../../base/groupBy.ts'
import { notImported } from '../../../model/notImported.ts'
import {
  asFields,
  asFlag,
  asHost,
  asId,
  asIds,
  asNumber,
  asRecords,
  asText,
  asWord,
  type Fields,
  lastPart,
  plain,
} from '../../fields.ts'
import { add, expectAlike, type Importing, type InputOf, ignore, note, once, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, regionOf, titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'

type DnsRecord = NonNullable<InputOf<'hosted-zone'>['records']>[number]
const TYPES = ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SRV'] as const

/** Those that say nothing of where a name leads. */
const OTHER_TYPES = ['SOA', 'PTR', 'CAA', 'SPF', 'NAPTR', 'DS', 'TLSA', 'SSHFP', 'HTTPS', 'SVCB'] as const

const withoutDot = (name: string): string => (name.length > 1 ? name.replace(/\.$/, '') : name)
/** Route 53 writes other letters as `\052`; that one is the asterisk. */
const nameFrom = (text: string): string =>
  withoutDot(text.replace(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8))))
const zoneId = (value: unknown): string | null => asId(lastPart(asText(value) ?? ''))

/** `route53 list-hosted-zones`, with `get-hosted-zone` for the VPCs and `list-resource-record-sets` for the records. */
export function readHostedZone(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = zoneId(value.Id)
  const domain = asText(value.Name)
  if (id === null || domain === null) return skip(importing, entry, id, 'a hosted zone without a name')
  const isPrivate = asFlag(asFields(value.Config).PrivateZone) ?? false
  const details = once(importing, 'zone-details', () =>
    byZone(importing.records('HostedZoneDetails'), (one) => asFields(one.HostedZone).Id),
  )
  const records = once(importing, 'zone-records', () =>
    byZone(importing.records('HostedZoneRecords'), (one) => one.HostedZoneId),
  )
  const [detail, ...others] = details.get(id) ?? []
  if (importing.constructs.has(id)) {
    // described by its own call
    if (detail) expectAlike(importing, id, asFields(detail.value.HostedZone), value, entry.place)
    return
  }
  for (const other of others) expectAlike(importing, id, detail!.value, other.value, other.place)
  const sets = records.get(id) ?? []
  const allRecords = sets.length > 0 && sets.every((one) => asFlag(one.value.IsTruncated) !== true)
  const allVpcs = !isPrivate || detail !== undefined
  if (!allRecords)
    note(importing, 'unknown', `${id}: the records of the hosted zone are not all in the files`, entry.place)
  if (!allVpcs)
    note(importing, 'unknown', `${id}: the VPCs of the private hosted zone are not in the files`, entry.place)
  add(importing, entry, {
    kind: 'hosted-zone',
    id,
    name: nameFrom(domain),
    account: accountByNumber(importing, entry.account),
    domain: nameFrom(domain),
    visibility: isPrivate ? 'private' : 'public',
    vpcs: asIds(asRecords(detail?.value.VPCs).map((one) => one.VPCId)),
    records: recordsOf(importing, sets, nameFrom(domain)),
    allRecords,
    allVpcs,
  })
}

/** The zone that `get-hosted-zone` describes, where no list names it. */
export const readZoneDetail = (entry: Entry, importing: Importing): undefined =>
  readHostedZone({ ...entry, value: asFields(entry.value.HostedZone) }, importing)

const byZone = (entries: readonly Entry[], idOf: (value: Fields) => unknown): ReadonlyMap<string, readonly Entry[]> =>
  groupBy(entries, (entry) => zoneId(idOf(entry.value)) ?? '')

function recordsOf(importing: Importing, answers: readonly Entry[], zone: string): DnsRecord[] {
  const found = new Map<string, DnsRecord & { values: string[] }>()
  for (const { sets, set } of answers.flatMap((one) =>
    asRecords(one.value.ResourceRecordSets).map((set) => ({ sets: one, set })),
  )) {
    const name = asText(set.Name)
    const type = asWord(set.Type, TYPES)
    if (type === null && asWord(set.Type, OTHER_TYPES) !== null) {
      ignore(importing, set)
      continue
    }
    if (type === null || name === null) {
      skip(importing, sets, zone, 'a record of the hosted zone has no name, or no type that there is', set)
      continue
    }
    const full = nameFrom(name)
    const key = `${full.toLowerCase()} ${type}`
    const values = asRecords(set.ResourceRecords).flatMap((one) => asText(one.Value) ?? [])
    const alias = aliasOf(importing, set)
    const known = found.get(key)
    if (known) {
      note(
        importing,
        'assumed',
        `${full} ${type}: every value of its weighted or other alternatives may be answered`,
        sets.place,
      )
      appendAll(
        known.values,
        values.map((one) => plain(one, 1024)),
      )
    } else
      found.set(key, {
        name: full === zone ? '@' : full,
        type,
        values: values.map((one) => plain(type === 'TXT' ? unquoted(one) : withoutDot(one), 1024)),
        alias,
      })
  }
  return [...found.values()]
}

const unquoted = (text: string): string => text.replace(/"\s+"/g, '').replace(/^"(.*)"$/, '$1')

/** The construct whose name an alias record leads to; a name that nothing drawn has leads nowhere. */
function aliasOf(importing: Importing, set: Fields): string | null {
  const target = asText(asFields(set.AliasTarget).DNSName)
  if (target === null) return null
  const name = withoutDot(target)
    .toLowerCase()
    .replace(/^dualstack\./, '')
  const known = once(importing, 'names', () => {
    const names = new Map<string, string>()
    for (const one of importing.constructs.values())
      if ((one.kind === 'network-load-balancer' || one.kind === 'application-load-balancer') && one.dnsName !== null)
        names.set(one.dnsName.toLowerCase(), one.id)
    for (const { value } of importing.records('VpcEndpoints')) {
      const id = asId(value.VpcEndpointId)
      if (id !== null)
        for (const one of asRecords(value.DnsEntries)) names.set((asHost(one.DnsName) ?? '').toLowerCase(), id)
    }
    return names
  })
  return known.get(name) ?? asId(name) ?? notImported('name')
}

/** `route53resolver list-resolver-endpoints`, addresses from `list-resolver-endpoint-ip-addresses` or from the interfaces. */
export function readResolverEndpoint(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  const vpc = asId(value.HostVPCId)
  const direction = asWord(value.Direction, ['inbound', 'outbound'])
  if (id === null || vpc === null || direction === null)
    return skip(importing, entry, id, 'the VPC or the direction of the Resolver endpoint is not there')
  const own = interfacesOf(importing).take(id)
  const stated = importing
    .where('ResolverEndpointIpAddresses', 'ResolverEndpointId', id)
    .flatMap((one) => asRecords(one.value.IpAddresses))
    .flatMap((one) => {
      const subnet = asId(one.SubnetId)
      return subnet === null ? [] : [{ subnet, privateIp: asText(one.Ip) }]
    })
  const addresses =
    stated.length > 0
      ? stated
      : own.flatMap(({ subnet, privateIp }) => (subnet === null ? [] : [{ subnet, privateIp }]))
  if (addresses.length === 0)
    return skip(importing, entry, id, 'the addresses of the Resolver endpoint are not in the files')
  add(importing, entry, {
    kind: 'resolver-endpoint',
    id,
    name: asText(value.Name) ?? id,
    vpc,
    direction,
    addresses,
    securityGroups: asIds(value.SecurityGroupIds),
  })
}

/** `route53resolver list-resolver-rules` with `list-resolver-rule-associations`. */
export function readResolverRule(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  const domain = asText(value.DomainName)
  const type = asWord(value.RuleType, ['forward', 'system', 'recursive'])
  if (id === null || domain === null || type === null)
    return skip(importing, entry, id, 'the type or the domain of the rule is not there')
  // AWS's own rule for everything else.
  if (type === 'recursive' || id.startsWith('rslvr-autodefined')) return ignore(importing, value)
  const targets = asRecords(value.TargetIps).flatMap((one) => {
    const address = asText(one.Ip) ?? asText(one.Ipv6)
    return address === null ? [] : [{ address, port: asNumber(one.Port) ?? 53 }]
  })
  const allVpcs = importing.wasAsked('ResolverRuleAssociations', entry)
  if (!allVpcs) note(importing, 'unknown', `${id}: the VPCs of the rule are not in the files`, entry.place)
  add(importing, entry, {
    kind: 'resolver-rule',
    id,
    name: titleOfRecord(entry, asText(value.Name) ?? id),
    region: regionOf(importing, entry),
    ruleType: type,
    domain: nameFrom(domain),
    targets,
    resolverEndpoint: asId(value.ResolverEndpointId),
    vpcs: asIds(importing.where('ResolverRuleAssociations', 'ResolverRuleId', id).map((one) => one.value.VPCId)),
    allVpcs,
  })
}
