import { privateNamesOf } from '../aws/findService.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { awsServiceOf } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, DNS names: certificates of AWS services hold the services' names and those of endpoints. */
export const ownNameForEndpoint: Check = {
  id: 'own-name-for-endpoint',
  severity: 'warning',
  title: 'Name that the certificate of a service does not hold',
  why: 'AWS’s services show a certificate for their own names and for those of endpoints. By any other name the connection is made, and the client then refuses the certificate.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  *find({ design, catalogue }) {
    for (const zone of listOfKind(design, 'hosted-zone')) {
      const domain = parseDnsName(zone.domain)
      for (const [i, { name, alias }] of domain === null ? [] : zone.records.entries()) {
        const endpoint = alias === null ? null : constructOfKind(design, alias, 'interface-endpoint')
        const names =
          endpoint && awsServiceOf({ catalogue }, endpoint) ? privateNamesOf(catalogue, endpoint.service) : []
        const full = fullName(name, domain!)
        if (!endpoint || names.length === 0 || names.some((known) => isCovered(full, known))) continue
        yield {
          at: [place(zone.id, 'records', i), place(endpoint.id, 'service')],
          message: `The ${called(design, zone.id)} gives ${full} the addresses of the ${called(design, endpoint.id)}, whose certificate is for ${names[0]}: clients refuse it.`,
        }
      }
    }
  },
  examples: { bad: () => example('queue.example.internal'), good: () => example('sqs.us-east-1.amazonaws.com') },
}

const fullName = (name: string, domain: string): string => {
  const text = name.toLowerCase().replace(/\.$/, '')
  if (text === '@') return domain
  return text === domain || text.endsWith(`.${domain}`) ? text : `${text}.${domain}`
}

/** A wildcard of a zone stands for names below its own, and so for the zone of a wildcard certificate. */
const isCovered = (name: string, known: string): boolean => {
  const [own, zone] = [name.replace(/^\*\./, ''), known.replace(/^\*\./, '')]
  return own === zone || (known.startsWith('*.') && own.endsWith(`.${zone}`))
}

const example = (domain: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    const alias = b.interfaceEndpoint(vpc, 'sqs', { subnets, privateDns: false })
    b.hostedZone(domain, [vpc], { records: [{ name: '@', alias }] })
  })
