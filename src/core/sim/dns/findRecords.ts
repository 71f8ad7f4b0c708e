import type { HostedZoneNet, RecordNet } from '../../topology/dnsNet.ts'

/** The records that a zone answers a name with: its own, else those of the wildcard beside which it would stand; null where the name does not exist. Source: RFC 4592; Route 53 guide, asterisks in names. */
export function findRecords({ names, domain }: HostedZoneNet, name: string): readonly RecordNet[] | null {
  const own = names.get(name)
  if (own) return own
  // the nearest name above that exists decides: only its own wildcard may stand in
  for (let above = name; above.length > domain.length; ) {
    above = above.slice(above.indexOf('.') + 1)
    if (names.has(above)) return names.get(`*.${above}`) ?? null
  }
  return null
}

/** The subdomain that other name servers answer for, by NS records below the zone's own name. */
export function findDelegation({ names, domain }: HostedZoneNet, name: string): RecordNet | null {
  for (let at = name; at.length > domain.length; at = at.slice(at.indexOf('.') + 1)) {
    const record = names.get(at)?.find((one) => one.type === 'NS')
    if (record) return record
  }
  return null
}
