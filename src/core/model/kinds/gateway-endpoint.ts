import * as z from 'zod/mini'
import {
  base,
  dnsRecordIpType,
  endpointState,
  ipAddressType,
  list,
  optional,
  policyText,
  reference,
  typedText,
} from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined, shortServiceName, unusual } from './detailParts.ts'
import { lines } from './lines.ts'

const schema = z.strictObject({
  ...base('gateway-endpoint'),
  vpc: reference,
  service: typedText,
  routeTables: list(reference, 200),
  /** S3 only; all others carry IPv4. */
  ipAddressType,
  dnsRecordIpType,
  state: endpointState,
  /** Its endpoint policy; null = AWS's own, full access. */
  policy: policyText,
  /** AWS’s own id of it, where the construct is called otherwise. */
  awsId: optional(typedText),
})

/** A gateway endpoint, for S3 and DynamoDB. */
export const gatewayEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'gateway-endpoint',
  title: 'Gateway endpoint',
  noun: 'a gateway endpoint',
  group: 'endpoints',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'side', rank: 6 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  reached: 'service',
  asked: true,
  detail: ({ service, routeTables, state }) =>
    joined(shortServiceName(service), unusual(state) ?? count(routeTables.length, 'table')),
  service: ({ service }) => service,
  lines: ({ id, routeTables, service }) => lines(id, routeTables, 'endpoint-route', shortServiceName(service)),
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'routeTables[]', kinds: ['route-table'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ vpc: parent, service: 'com.amazonaws.us-east-1.s3' }),
}
