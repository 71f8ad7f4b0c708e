import * as z from 'zod/mini'
import {
  base,
  dnsRecordIpType,
  endpointState,
  flag,
  ipAddressType,
  list,
  optional,
  policyText,
  reference,
  typedText,
} from './common.ts'
import type { Sheet } from './definition.ts'
import { joined, shortServiceName, unusual } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import { inVpc, ofEndpointService, ofGroups, ofSubnetRows, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('interface-endpoint'),
  vpc: reference,
  /** Full name of an AWS, Marketplace or other account's service; of one's own drawn service `endpointService` says it. */
  service: typedText,
  /** The drawn endpoint service that it leads to; its name counts then, not `service`. */
  endpointService: optional(reference),
  /** Region of the service where it is another one (`ServiceRegion`). */
  serviceRegion: optional(typedText),
  state: endpointState,
  ipAddressType,
  dnsRecordIpType,
  subnets: list(
    z.strictObject({
      subnet: reference,
      privateIp: optional(typedText),
      /** `auto` or an address, where the endpoint's address type takes IPv6. */
      ipv6: optional(typedText),
    }),
    30,
  ),
  /** Empty = the VPC's default security group, as AWS does. */
  securityGroups: list(reference, 16),
  privateDns: flag(true),
  /** S3 only: VPC clients keep the public answers, on-premises resolvers get the endpoint's addresses. */
  privateDnsOnlyForInboundResolver: flag(false),
  /** The `vpce-ID-RANDOM` part of its DNS names; null = derived from the construct's id. */
  dnsLabel: optional(typedText),
  /** Its endpoint policy; null = AWS's own, full access. */
  policy: policyText,
  /** AWS’s own id of it, where the construct is called otherwise. */
  awsId: optional(typedText),
})

/** An interface endpoint (AWS PrivateLink). */
export const interfaceEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'interface-endpoint',
  title: 'Interface endpoint',
  noun: 'an interface endpoint',
  group: 'endpoints',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 7 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  reached: 'endpoint',
  asked: true,
  detail: ({ service, endpointService, state }) =>
    joined(endpointService === null ? shortServiceName(service) : 'Endpoint service', unusual(state)),
  service: ({ service }) => service,
  occupies: ({ subnets }) => occupiedRows('subnets', subnets),
  *lines({ id, endpointService, subnets, securityGroups }) {
    yield* inSubnets(id, subnets)
    yield* carried(id, securityGroups)
    yield* line(id, endpointService, 'endpoint-service', 'leads to')
  },
  references: [ofVpc, ofEndpointService, ofSubnetRows, ofGroups],
  blank: (parent) => ({ vpc: parent, service: 'com.amazonaws.us-east-1.kinesis-streams' }),
}
