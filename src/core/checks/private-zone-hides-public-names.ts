import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import { recordName } from '../net/recordName.ts'
import { findRecords } from '../sim/dns/findRecords.ts'
import { longestSuffix } from '../sim/dns/longestSuffix.ts'
import { dnsOf, type HostedZoneNet } from '../topology/dnsNet.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

type Zone = ConstructOf<'hosted-zone'>
type DnsRecord = Zone['records'][number]

/** Source: Route 53 guide, considerations for private hosted zones: split-view DNS, and no way on to public DNS. */
export const privateZoneHidesPublicNames: Check = {
  id: 'private-zone-hides-public-names',
  severity: 'warning',
  title: 'Private zone that hides public names',
  why: 'In its VPCs a private zone answers alone for all names below its domain. Public records of such names that it lacks do not exist there.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  *find({ design, topology }) {
    const publicZones = listOfKind(design, 'hosted-zone').filter(({ visibility }) => visibility === 'public')
    if (publicZones.length === 0) return
    /** By private and public zone: what is hidden, and where. */
    const hidden = new Map<string, Hidden>()
    for (const vpc of topology.vpcs.values()) {
      const { zones } = dnsOf(topology, vpc)
      if (zones.size === 0 || vpc.dnsHostnames === false) continue
      for (const open of publicZones)
        for (const [name, record] of namesOf(open)) {
          const zone = longestSuffix(zones, name)
          if (!zone || holds(zone, name)) continue
          const key = `${zone.id} ${open.id}`
          const known = hidden.get(key) ?? { zone: zone.id, open: open.id, vpcs: new Set(), records: new Map() }
          known.vpcs.add(vpc.id)
          known.records.set(name, record)
          hidden.set(key, known)
        }
    }
    for (const { zone, open, vpcs, records } of hidden.values()) {
      const names = [...records.keys()]
      const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
      const own = constructOfKind(design, zone, 'hosted-zone')
      yield {
        at: [place(zone, 'records'), place(open, 'records')],
        message: `The ${called(design, zone)} hides ${names.slice(0, 3).join(', ')}${more} of the public ${called(design, open)} from ${calledAll(design, [...vpcs])}: there the ${names.length === 1 ? 'name does' : 'names do'} not exist.`,
        fixes: own
          ? [
              {
                title: `Add the ${names.length === 1 ? 'record' : 'records'} to the ${called(design, zone)} too`,
                safety: 'review',
                edits: [
                  change('hosted-zone', zone, {
                    records: [...own.records, ...[...records].map(([name, record]) => ({ ...record, name }))],
                  }),
                ],
              },
            ]
          : [],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

interface Hidden {
  readonly zone: string
  readonly open: string
  readonly vpcs: Set<string>
  readonly records: Map<string, DnsRecord>
}

/** Names with an address, in full. */
function* namesOf({ domain, records }: Zone): Iterable<readonly [string, DnsRecord]> {
  const own = parseDnsName(domain)
  for (const record of own === null ? [] : records) {
    const name = recordName(record.name, own!)
    if (name !== null && (record.type === 'A' || record.type === 'AAAA' || record.type === 'CNAME'))
      yield [name, record]
  }
}

/** What cannot be read may be the record. */
const holds = (zone: HostedZoneNet, name: string): boolean =>
  zone.unread !== null ||
  (name.startsWith('*.')
    ? zone.names.has(name)
    : (findRecords(zone, name) ?? []).some((one) => WITH_ADDRESS.has(one.type)))
const WITH_ADDRESS: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME'])

const example = (both: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const www = ['www', 'A', '203.0.113.80'] as const
    b.hostedZone('corp.example.com', [], { visibility: 'public', records: [www] })
    b.hostedZone('corp.example.com', [vpc], { records: [['db', 'A', '10.0.1.9'], ...(both ? [www] : [])] })
  })
