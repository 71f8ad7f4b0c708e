import { hexOf } from '../../base/hash.ts'
import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { isWithin, parseDnsName } from '../../net/dnsName.ts'
import { recordName } from '../../net/recordName.ts'

/** The TXT record by which an owner proves that the domain of a service's private DNS name is theirs. */
export interface ProofRecord {
  /** `_6e86v84tqgqubxbwii1m.api.example.com`; the record may also stand at `domain` itself. */
  readonly name: string
  readonly domain: string
  /** `vpce:…` */
  readonly value: string
}

/** What the record has to say; null for services without a private DNS name. Where the design does not say what AWS gave out, a sample that hangs on the id alone. Source: AWS PrivateLink guide, domain ownership verification. */
export function proofRecordOf(service: ConstructOf<'endpoint-service'>): ProofRecord | null {
  const domain = service.privateDnsName === null ? null : parseDnsName(service.privateDnsName.replace(/^\*\./, ''))
  if (domain === null) return null
  const label = service.verificationName ?? `_${hexOf(`verification name ${service.id}`, 20)}`
  const value = service.verificationValue ?? `vpce:${hexOf(`verification value ${service.id}`, 20)}`
  return { name: isWithin(label, domain) ? label : `${label}.${domain}`, domain, value }
}

/** Whether the drawn public zones hold the record, and where. */
export type DomainProof =
  | { readonly found: 'record' | 'other-value'; readonly zone: ConstructId; readonly record: number }
  | { readonly found: 'no-record'; readonly zone: ConstructId }
  /** No drawn public zone holds the domain: it may be kept elsewhere. */
  | { readonly found: 'no-zone' }

/** Looks for a service's proof in the drawn public hosted zones, as AWS does in public DNS: the zone with the longest domain is the one that answers. What AWS found is the service's own `domainVerification`. */
export function findDomainProof(design: Design, proof: ProofRecord): DomainProof {
  const zone = listOfKind(design, 'hosted-zone')
    .filter((one) => one.visibility === 'public' && isWithin(proof.domain, parseDnsName(one.domain) ?? '?'))
    .sort((a, b) => b.domain.length - a.domain.length || (a.id < b.id ? -1 : 1))[0]
  if (!zone) return { found: 'no-zone' }
  const domain = parseDnsName(zone.domain)!
  const wanted = new Set([proof.name.toLowerCase(), proof.domain])
  let other: number | null = null
  for (const [record, { name, type, values }] of zone.records.entries()) {
    if (type !== 'TXT' || !wanted.has(recordName(name, domain) ?? '')) continue
    if (values.some((text) => text.replace(/^"(.*)"$/, '$1') === proof.value))
      return { found: 'record', zone: zone.id, record }
    if (values.some((text) => /^"?vpce:/.test(text))) other ??= record
  }
  return other === null ? { found: 'no-record', zone: zone.id } : { found: 'other-value', zone: zone.id, record: other }
}
