import type { Construct, Definition } from './definition.ts'

const isForS3 = (construct: Construct) =>
  construct.kind === 'interface-endpoint' && construct.privateDns && /\.s3$/.test(construct.service)

/** An interface endpoint (AWS PrivateLink). */
export const interfaceEndpoint: Definition<'interface-endpoint'> = {
  kind: 'interface-endpoint',
  title: 'Interface endpoint',
  noun: 'an interface endpoint',
  group: 'endpoints',
  summary: 'Brings a service into the VPC as network interfaces with private addresses, one for each of its subnets.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'subnets[].subnet', kinds: ['subnet'], onDelete: 'remove-entry' },
    { path: 'securityGroups[]', kinds: ['security-group'], onDelete: 'remove-entry' },
  ],
  fields: [
    { key: 'service', label: 'Service', input: 'interface-service' },
    {
      key: 'subnets',
      label: 'Subnets',
      input: 'rows',
      rowLabel: 'Subnet',
      most: 30,
      blank: { privateIp: null },
      help: 'One in each zone; each gets a network interface of the endpoint.',
      of: [
        { key: 'subnet', label: 'Subnet', input: 'reference', kinds: ['subnet'] },
        {
          key: 'privateIp',
          label: 'Private address',
          input: 'address4',
          optional: true,
          help: 'Empty: AWS chooses one of the subnet.',
        },
      ],
    },
    {
      key: 'securityGroups',
      label: 'Security groups',
      input: 'references',
      kinds: ['security-group'],
      noneLabel: 'The default security group of the VPC',
      help: 'They must let the clients in, mostly on TCP 443.',
    },
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
  ],
  create: (id, name, parent) => ({
    kind: 'interface-endpoint',
    id,
    name,
    vpc: parent,
    service: 'com.amazonaws.us-east-1.kinesis-streams',
    subnets: [],
    securityGroups: [],
    privateDns: true,
    privateDnsOnlyForInboundResolver: false,
    dnsLabel: null,
  }),
}
