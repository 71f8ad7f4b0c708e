import { groupBy } from '../base/groupBy.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, DNS record IP type of gateway endpoints; S3 user guide. */
export const dnsRecordTypeRefused: Check = {
  id: 'dns-record-type-refused',
  severity: 'error',
  title: 'DNS record type that a gateway endpoint cannot have',
  why: 'A gateway endpoint that sets the addresses of S3’s records itself needs both DNS attributes of its VPC. Beside an interface endpoint that answers inbound resolvers only, it has the same record type, or leaves it to the service.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html',
  *find({ design }) {
    const beside = groupBy(
      listOfKind(design, 'interface-endpoint').filter(
        (one) => one.privateDns && one.privateDnsOnlyForInboundResolver && lives(one),
      ),
      ({ vpc, service }) => `${vpc} ${service}`,
    )
    for (const { id, vpc: vpcId, service, dnsRecordIpType, ...endpoint } of listOfKind(design, 'gateway-endpoint')) {
      if (dnsRecordIpType === 'service-defined' || !lives(endpoint)) continue
      const fixes = [
        {
          title: 'Leave the record type to the service',
          safety: 'review',
          edits: [change('gateway-endpoint', id, { dnsRecordIpType: 'service-defined' })],
        },
      ] as const
      const vpc = constructOfKind(design, vpcId, 'vpc')
      if (vpc?.dnsSupport === false || vpc?.dnsHostnames === false)
        yield {
          at: [place(id, 'dnsRecordIpType'), place(vpcId)],
          message: `The ${called(design, id)} sets the type of DNS records, for which the ${called(design, vpcId)} needs DNS support and DNS hostnames on.`,
          fixes,
        }
      const other = beside.get(`${vpcId} ${service}`)?.find((one) => one.dnsRecordIpType !== dnsRecordIpType)
      if (other)
        yield {
          at: [place(id, 'dnsRecordIpType'), place(other.id, 'dnsRecordIpType')],
          message: `The ${called(design, id)} has the record type ${dnsRecordIpType}, the ${called(design, other.id)} ${other.dnsRecordIpType}. Private DNS for inbound resolvers asks for the same.`,
          fixes,
        }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (dnsHostnames: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], dnsRecordIpType: 'ipv4' })
  })
