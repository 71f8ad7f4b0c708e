import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, isIp4, parseAddress } from '../../net/address.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import { recordName } from '../../net/recordName.ts'
import type { HostedZoneNet, RecordNet } from '../dnsNet.ts'
import type { Origin } from '../origin.ts'
import type { TopologyGap } from '../topology.ts'
import { addGap, type Building } from './building.ts'

type Zone = ConstructOf<'hosted-zone'>

/** A drawn hosted zone with its records by name; null where its own domain cannot be read. */
export function lowerZone(building: Building, zone: Zone): HostedZoneNet | TopologyGap {
  const domain = parseDnsName(zone.domain)
  if (domain === null)
    return addGap(
      building,
      'invalid-value',
      { construct: zone.id, path: ['domain'] },
      `“${zone.domain}” is no domain name`,
    )
  // the apex exists whatever is drawn: Route 53 puts the zone's own NS and SOA records there
  const names = new Map<string, RecordNet[]>(zone.allRecords ? [[domain, []]] : [])
  let unread: TopologyGap | null = zone.allRecords
    ? null
    : addGap(
        building,
        'dangling-reference',
        { construct: zone.id, path: ['allRecords'] },
        'the design does not have all of its records',
      )
  zone.records.forEach((record, index) => {
    const origin = { construct: zone.id, path: ['records', index] }
    const name = recordName(record.name, domain)
    if (name === null) {
      const at = { construct: zone.id, path: [...origin.path, 'name'] }
      unread ??= addGap(building, 'invalid-value', at, `“${record.name}” is no name of the zone ${domain}`)
      return
    }
    const list = names.get(name)
    const net = lowerRecord(building, record, origin)
    if (list) list.push(net)
    else names.set(name, [net])
    // names between the record and the apex exist with it (RFC 4592), and no wildcard stands in for them
    for (let above = parentOf(name); above.length > domain.length; above = parentOf(above))
      if (!names.has(above)) names.set(above, [])
  })
  return { id: zone.id, domain, names, unread, rival: null }
}

const parentOf = (name: string): string => name.slice(name.indexOf('.') + 1)

function lowerRecord(building: Building, record: Zone['records'][number], origin: Origin): RecordNet {
  const { type, alias } = record
  const base: RecordNet = { origin, type, addresses: [], leadsTo: null, alias, gap: null }
  if (alias !== null || (type !== 'A' && type !== 'AAAA' && type !== 'CNAME')) {
    if (alias === null || building.design.constructs[alias]) return base
    const at = { construct: origin.construct, path: [...origin.path, 'alias'] }
    return { ...base, gap: addGap(building, 'dangling-reference', at, `nothing is called “${alias}”`) }
  }
  const misread = (text: string, what: string) =>
    addGap(
      building,
      'invalid-value',
      { construct: origin.construct, path: [...origin.path, 'values'] },
      `“${text}” ${what}`,
    )
  if (type === 'CNAME') {
    const [first = ''] = record.values
    const leadsTo = parseDnsName(first)
    return leadsTo === null ? { ...base, gap: misread(first, 'is no host name') } : { ...base, leadsTo }
  }
  const addresses: Address[] = []
  let gap: TopologyGap | null = null
  for (const text of record.values) {
    const address = parseAddress(text)
    if (address !== null && isIp4(address) === (type === 'A')) addresses.push(address)
    else gap ??= misread(text, `is no ${type === 'A' ? 'IPv4' : 'IPv6'} address`)
  }
  return { ...base, addresses, gap }
}
