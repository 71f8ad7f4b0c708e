import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { awsIdField } from './awsIdField.ts'
import { ipv6OrAuto } from './ipv6OrAuto.ts'
import {
  addressTypeField,
  endpointServiceField,
  endpointStateField,
  groupsField,
  recordTypeField,
  subnetRows,
} from './parts.ts'
import { endpointPolicyField } from './policyField.ts'

type Own = ConstructOf<'interface-endpoint'>
const isForS3 = (construct: Own) => construct.privateDns && /\.s3$/.test(construct.service)
const takesIpv6 = (construct: Own) => construct.ipAddressType !== 'ipv4'
const isNamed = (construct: Own) => construct.endpointService === null

/** What one reads and fills in of an interface endpoint. */
export const interfaceEndpointForm: Form<Own> = {
  summary: 'Brings a service into the VPC as network interfaces with private addresses, one for each of its subnets.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
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
        rule: ipv6OrAuto,
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
    endpointPolicyField,
    awsIdField,
  ],
}
