import * as z from 'zod/mini'
import { isIp4, parseAddress } from '../../net/index.ts'
import {
  base,
  dnsRecordIpType,
  endpointState,
  flag,
  ipAddressType,
  list,
  optional,
  reference,
  typedText,
} from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { joined, shortServiceName, unusual } from './detailParts.ts'
import { carried, inSubnets, line } from './lines.ts'
import { occupiedRows } from './occupied.ts'
import {
  addressTypeField,
  endpointServiceField,
  endpointStateField,
  groupsField,
  inVpc,
  ofEndpointService,
  ofGroups,
  ofSubnetRows,
  ofVpc,
  recordTypeField,
  subnetRows,
} from './parts.ts'

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
})

type Own = Told<typeof schema>
const isForS3 = (construct: Own) => construct.privateDns && /\.s3$/.test(construct.service)
const takesIpv6 = (construct: Own) => construct.ipAddressType !== 'ipv4'
const isIpv6 = (text: string) => {
  const address = parseAddress(text)
  return address !== null && !isIp4(address)
}
const isNamed = (construct: Own) => construct.endpointService === null

/** An interface endpoint (AWS PrivateLink). */
export const interfaceEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'interface-endpoint',
  title: 'Interface endpoint',
  noun: 'an interface endpoint',
  group: 'endpoints',
  summary: 'Brings a service into the VPC as network interfaces with private addresses, one for each of its subnets.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 7 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
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
  fields: [
    endpointServiceField,
    { key: 'service', label: 'Service', input: 'interface-service', when: isNamed },
    {
      key: 'serviceRegion',
      label: 'Region of the service',
      input: 'text',
      optional: true,
      help: 'Empty: the endpoint’s own Region.',
      rule: (text) =>
        /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(text) ? null : `“${text}” is not a Region code such as us-east-1`,
    },
    subnetRows(30, 'One in each zone; each gets a network interface of the endpoint.', [
      {
        key: 'ipv6',
        label: 'IPv6 address',
        input: 'text',
        optional: true,
        when: takesIpv6,
        help: 'Empty: none. The word auto: AWS chooses one of the subnet.',
        rule: (text) => (text === 'auto' || isIpv6(text) ? null : `“${text}” is neither auto nor an IPv6 address`),
      },
    ]),
    groupsField('They must let the clients in, mostly on TCP 443.'),
    endpointStateField,
    {
      key: 'privateDns',
      label: 'Private DNS',
      input: 'boolean',
      help: 'On: the service’s usual names lead to the endpoint, everywhere in the VPC.',
    },
    {
      key: 'privateDnsOnlyForInboundResolver',
      label: 'Private DNS only for the inbound resolver endpoint',
      input: 'boolean',
      when: isForS3,
      help: 'On: clients in the VPC keep the public answers; only names asked from outside lead to the endpoint. Needs an S3 gateway endpoint.',
    },
    {
      key: 'dnsLabel',
      label: 'Endpoint name part',
      input: 'text',
      optional: true,
      help: 'The first part of its own DNS names, such as vpce-0a1b2c3d-4e5f6a7b. Empty: made from the id.',
      rule: (text) =>
        /^vpce-[0-9a-z]{1,30}(-[0-9a-z]{1,20})?$/.test(text)
          ? null
          : `“${text}” is not of the form vpce-0a1b2c3d-4e5f6a7b`,
    },
    { ...addressTypeField, help: 'IPv6 needs subnets that have an IPv6 block.' },
    recordTypeField,
  ],
  create: (id, name, parent) => ({
    kind: 'interface-endpoint',
    id,
    name,
    vpc: parent,
    service: 'com.amazonaws.us-east-1.kinesis-streams',
    endpointService: null,
    serviceRegion: null,
    state: 'available',
    ipAddressType: 'ipv4',
    dnsRecordIpType: 'service-defined',
    subnets: [],
    securityGroups: [],
    privateDns: true,
    privateDnsOnlyForInboundResolver: false,
    dnsLabel: null,
  }),
}
