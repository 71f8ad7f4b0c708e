import { type ConstructOf, constructOfKind, type Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/index.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

type Service = ConstructOf<'endpoint-service'>

/** Source: AWS PrivateLink guide, manage DNS names: the TXT record stands in public DNS; new connections wait for it. */
export const privateNameNotVerified: Check = {
  id: 'private-name-not-verified',
  severity: 'warning',
  title: 'Private DNS name whose domain is not verified',
  why: 'AWS lets consumers use the private DNS name of a service only when its owner has shown, by a TXT record in public DNS, that the domain is theirs.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  *find({ design, topology }) {
    for (const service of ofKind(design, 'endpoint-service')) {
      const { id, privateDnsName, domainVerification } = service
      const name = privateDnsName === null ? null : parseDnsName(privateDnsName.replace(/^\*\./, ''))
      if (name === null || domainVerification === 'verified') continue
      const zone = findPublicZone(topology, name)
      const isThere = zone !== null && holdsRecord(design, zone, service)
      yield {
        at: [place(id, 'domainVerification'), ...(zone === null ? [] : [place(zone, 'records')])],
        message: `The private name ${privateDnsName} of the ${called(design, id)} is not verified, so endpoints do not answer by it. ${
          isThere
            ? 'Its TXT record is in the drawn public zone; start the verification.'
            : zone === null
              ? 'AWS looks for its TXT record in public DNS.'
              : `The ${called(design, zone)} lacks its TXT record.`
        }`,
        fixes: isThere ? [verify(id)] : zone === null ? [] : addRecord(design, zone, service, name),
      }
    }
  },
  examples: { bad: () => example('pendingVerification'), good: () => example('verified') },
}

/** The drawn public zone of the longest domain that holds the name. */
function findPublicZone({ publicZones }: CheckContext['topology'], name: string): string | null {
  for (let domain = name; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    const zone = publicZones.get(domain)
    if (zone) return zone.id
  }
  return null
}

/** AWS takes the record with its leading name or without. */
function holdsRecord(design: Design, zone: string, { verificationValue }: Service): boolean {
  const wanted = verificationValue?.toLowerCase()
  return (
    wanted !== undefined &&
    (constructOfKind(design, zone, 'hosted-zone')?.records ?? []).some(
      ({ type, values }) =>
        type === 'TXT' && values.some((value) => value.replace(/^"|"$/g, '').toLowerCase() === wanted),
    )
  )
}

const verify = (id: string): Fix => ({
  title: 'Take the domain as verified',
  safety: 'review',
  edits: [change('endpoint-service', id, { domainVerification: 'verified' })],
})

function addRecord(
  design: Design,
  zone: string,
  { id, verificationName, verificationValue }: Service,
  name: string,
): readonly Fix[] {
  const drawn = constructOfKind(design, zone, 'hosted-zone')
  if (!drawn || verificationName === null || verificationValue === null) return []
  const record = { name: `${verificationName}.${name}`, type: 'TXT', values: [verificationValue], alias: null } as const
  return [
    {
      title: 'Add the TXT record and take the domain as verified',
      safety: 'review',
      edits: [change('hosted-zone', zone, { records: [...drawn.records, record] }), ...verify(id).edits],
    },
  ]
}

const example = (domainVerification: 'pendingVerification' | 'verified') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.nlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    b.hostedZone('example.com')
    b.endpointService([balancer], {
      privateDnsName: 'api.example.com',
      domainVerification,
      verificationName: '_6e86v84tqgqubxbwii1m',
      verificationValue: 'vpce:l6p0ERxlTt45jevFwOCp',
    })
  })
