import * as z from 'zod/mini'
import { base, dnsRecordIpType, endpointState, ipAddressType, list, reference, typedText } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { count, joined, shortServiceName, unusual } from './detailParts.ts'
import { lines } from './lines.ts'
import { addressTypeField, endpointStateField, recordTypeField } from './parts.ts'

const schema = z.strictObject({
  ...base('gateway-endpoint'),
  vpc: reference,
  service: typedText,
  routeTables: list(reference, 200),
  /** S3 only; all others carry IPv4. */
  ipAddressType,
  dnsRecordIpType,
  state: endpointState,
})

type Own = Told<typeof schema>
const isForS3 = (construct: Own) => construct.service.endsWith('.s3')

/** A gateway endpoint, for S3 and DynamoDB. */
export const gatewayEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'gateway-endpoint',
  title: 'Gateway endpoint',
  noun: 'a gateway endpoint',
  group: 'endpoints',
  summary:
    'Puts a route to S3 or DynamoDB of the same Region into its route tables. Names keep their public answers; there is no charge.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'side', rank: 6 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  detail: ({ service, routeTables, state }) =>
    joined(shortServiceName(service), unusual(state) ?? count(routeTables.length, 'table')),
  service: ({ service }) => service,
  lines: ({ id, routeTables, service }) => lines(id, routeTables, 'endpoint-route', shortServiceName(service)),
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'routeTables[]', kinds: ['route-table'], onDelete: 'remove-entry' },
  ],
  fields: [
    { key: 'service', label: 'Service', input: 'gateway-service' },
    {
      key: 'routeTables',
      label: 'Route tables',
      input: 'references',
      kinds: ['route-table'],
      noneLabel: 'None: no subnet uses the endpoint',
      help: 'Subnets that use one of these tables reach the service through the endpoint.',
    },
    endpointStateField,
    { ...addressTypeField, when: isForS3, help: 'Which packets its routes take.' },
    { ...recordTypeField, when: isForS3 },
  ],
  create: (id, name, parent) => ({
    kind: 'gateway-endpoint',
    id,
    name,
    vpc: parent,
    service: 'com.amazonaws.us-east-1.s3',
    routeTables: [],
    ipAddressType: 'ipv4',
    dnsRecordIpType: 'service-defined',
    state: 'available',
  }),
}
