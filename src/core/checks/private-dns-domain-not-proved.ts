import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Edit } from '../model/edit.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type DomainProof, findDomainProof, type ProofRecord, proofRecordOf } from '../sim/dns/findDomainProof.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

type Design = CheckContext['design']

/** Source: AWS PrivateLink guide, domain ownership verification. */
export const privateDnsDomainNotProved: Check = {
  id: 'private-dns-domain-not-proved',
  severity: 'warning',
  title: 'Private DNS name without proof of its domain',
  why: 'Consumers get the private DNS name of a service once its owner has proved that the domain is theirs, by a TXT record in public DNS.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  *find({ design }) {
    for (const service of listOfKind(design, 'endpoint-service')) {
      const proof = service.domainVerification === 'verified' ? null : proofRecordOf(service)
      if (!proof) continue
      const found = findDomainProof(design, proof)
      const at = place(service.id, 'domainVerification')
      yield {
        at: 'zone' in found ? [at, place(found.zone, 'records')] : [at],
        message: `The domain ${proof.domain} of the ${called(design, service.id)} is not verified: ${reasons[found.found](proof)}.`,
        fixes: fixesOf(design, service.id, proof, found),
      }
    }
  },
  examples: { bad: () => example('pendingVerification'), good: () => example('verified') },
}

const reasons: { readonly [K in DomainProof['found']]: (proof: ProofRecord) => string } = {
  record: () => 'the TXT record is there, and the verification has to be started',
  'other-value': ({ value }) => `the TXT record holds another value than ${value}`,
  'no-record': ({ name, value }) => `public DNS lacks the TXT record ${name} with the value ${value}`,
  'no-zone': ({ name, value }) => `it takes a TXT record ${name} with the value ${value} in public DNS`,
}

function fixesOf(design: Design, service: string, { name, value }: ProofRecord, found: DomainProof): readonly Fix[] {
  if (found.found === 'no-zone') return []
  if (found.found === 'record') {
    const edits: [Edit] = [change('endpoint-service', service, { domainVerification: 'verified' })]
    return [{ title: 'Start the verification', safety: 'review', edits }]
  }
  const records = constructOfKind(design, found.zone, 'hosted-zone')?.records ?? []
  const proof = { type: 'TXT', values: [value], alias: null } as const
  const wanted =
    found.found === 'other-value'
      ? records.map((one, index) => (index === found.record ? { ...one, ...proof } : one))
      : [...records, { name, ...proof }]
  const title = `Put the record into the ${called(design, found.zone)}`
  return [{ title, safety: 'safe', edits: [change('hosted-zone', found.zone, { records: wanted })] }]
}

const example = (domainVerification: 'pendingVerification' | 'verified') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.nlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })], listeners: [['TCP', 443]] })
    b.endpointService([balancer], { privateDnsName: 'api.example.com', domainVerification })
    b.hostedZone('example.com')
  })
