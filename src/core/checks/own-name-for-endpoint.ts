import { certificateHolds } from '../aws/certificateHolds.ts'
import { privateNamesOf } from '../aws/findService.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import { recordName } from '../net/recordName.ts'
import type { Topology } from '../topology/topology.ts'
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
  *find({ design, topology, catalogue }) {
    for (const zone of listOfKind(design, 'hosted-zone')) {
      const domain = parseDnsName(zone.domain)
      for (const [i, record] of domain === null ? [] : zone.records.entries()) {
        const id = record.alias ?? behindName(topology, record)
        const endpoint = id === null ? null : constructOfKind(design, id, 'interface-endpoint')
        const found = endpoint && awsServiceOf({ catalogue }, endpoint)
        const full = recordName(record.name, domain!)
        if (!endpoint || !found || full === null || certificateHolds(catalogue, endpoint.service, full) !== false)
          continue
        yield {
          at: [place(zone.id, 'records', i), place(endpoint.id, 'service')],
          message: `The ${called(design, zone.id)} gives ${full} the addresses of the ${called(design, endpoint.id)}, whose certificate is for ${privateNamesOf(catalogue, endpoint.service)[0] ?? endpoint.service}: clients refuse it.`,
        }
      }
    }
  },
  examples: { bad: () => example('queue.example.internal'), good: () => example('sqs.us-east-1.amazonaws.com') },
}

/** The endpoint whose own name a CNAME leads to. */
const behindName = ({ endpointNames }: Topology, { type, values }: ConstructOf<'hosted-zone'>['records'][number]) =>
  (type === 'CNAME' && endpointNames.get(parseDnsName(values[0] ?? '') ?? '')?.endpoint.id) || null

const example = (domain: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    const alias = b.interfaceEndpoint(vpc, 'sqs', { subnets, privateDns: false })
    b.hostedZone(domain, [vpc], { records: [{ name: '@', alias }] })
  })
