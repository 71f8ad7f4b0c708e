import { describe, expect, it } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

const ARN = 'arn:aws:vpc-lattice:us-east-1:111122223333'
const PLACE = '111122223333/us-east-1'
const file = (name: string, content: unknown) => ({ path: `${PLACE}/${name}.json`, text: JSON.stringify(content) })

/** As `list-resource-gateways` prints it. */
const gateway = {
  arn: `${ARN}:resourcegateway/rgw-1`,
  id: 'rgw-1',
  name: 'in',
  status: 'ACTIVE',
  vpcIdentifier: 'vpc-b',
  subnetIds: ['subnet-b1', 'subnet-b2'],
  securityGroupIds: ['sg-b'],
  ipAddressType: 'DUALSTACK',
  resourceConfigDnsResolution: 'IN_VPC',
}
/** As `get-resource-configuration` prints it. */
const configuration = (id: string, more: object) => ({
  arn: `${ARN}:resourceconfiguration/${id}`,
  id,
  name: id,
  type: 'SINGLE',
  status: 'ACTIVE',
  resourceGatewayId: 'rgw-1',
  protocol: 'TCP',
  portRanges: ['5432', '8000-8080'],
  ...more,
})
const ip = configuration('rcfg-ip', {
  resourceConfigurationDefinition: { ipResource: { ipAddress: '10.2.0.9' } },
  customDomainName: 'db.example.com',
  domainVerificationStatus: 'VERIFIED',
})
const network = { arn: `${ARN}:servicenetwork/sn-1`, id: 'sn-1', name: 'shared', numberOfAssociatedVPCs: 1 }
const resourceAssociation = {
  arn: `${ARN}:servicenetworkresourceassociation/snra-1`,
  id: 'snra-1',
  status: 'ACTIVE',
  serviceNetworkId: 'sn-1',
  serviceNetworkArn: network.arn,
  resourceConfigurationId: 'rcfg-ip',
  privateDnsEnabled: true,
}
const vpcAssociation = {
  arn: `${ARN}:servicenetworkvpcassociation/snva-1`,
  id: 'snva-1',
  status: 'ACTIVE',
  serviceNetworkId: 'sn-1',
  serviceNetworkArn: network.arn,
  serviceNetworkName: 'shared',
  vpcId: 'vpc-a',
  securityGroupIds: ['sg-a'],
  privateDnsEnabled: true,
  dnsOptions: { privateDnsPreference: 'SPECIFIED_DOMAINS_ONLY', privateDnsSpecifiedDomains: ['*.example.com'] },
}
const endpoints = {
  VpcEndpoints: [
    {
      VpcEndpointId: 'vpce-res',
      VpcEndpointType: 'Resource',
      VpcId: 'vpc-a',
      State: 'Available',
      ResourceConfigurationArn: ip.arn,
      SubnetIds: ['subnet-a1'],
      Groups: [{ GroupId: 'sg-a' }],
      PrivateDnsEnabled: true,
      IpAddressType: 'DUALSTACK',
      DnsOptions: {
        PrivateDnsPreference: 'VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS',
        PrivateDnsSpecifiedDomains: ['example.com'],
      },
    },
    {
      VpcEndpointId: 'vpce-net',
      VpcEndpointType: 'ServiceNetwork',
      VpcId: 'vpc-a',
      State: 'PendingAcceptance',
      ServiceNetworkArn: network.arn,
      SubnetIds: ['subnet-a1'],
    },
    {
      VpcEndpointId: 'vpce-other',
      VpcEndpointType: 'Resource',
      VpcId: 'vpc-a',
      ResourceConfigurationArn: 'arn:aws:vpc-lattice:us-east-1:444455556666:resourceconfiguration/rcfg-theirs',
      SubnetIds: ['subnet-a1'],
    },
  ],
}
const files = [
  file('gateways', { items: [gateway] }),
  file('one', ip),
  file('networks', { items: [network] }),
  file('resources', { items: [resourceAssociation] }),
  file('association', vpcAssociation),
  file('endpoints', endpoints),
]
const { design, report } = importTexts(files)
const messages = report.notes.map(({ message }) => message).join('\n')

describe('what the AWS CLI prints of VPC Lattice', () => {
  it('is told by its ARNs, though every list is called items', () => {
    expect(design.constructs['rgw-1']).toMatchObject({
      kind: 'resource-gateway',
      vpc: 'vpc-b',
      subnets: ['subnet-b1', 'subnet-b2'],
      securityGroups: ['sg-b'],
      ipAddressType: 'dualstack',
      dnsResolution: 'in-vpc',
    })
    expect(design.constructs['rcfg-ip']).toMatchObject({
      kind: 'resource-configuration',
      account: 'account-111122223333',
      region: 'us-east-1',
      type: 'single',
      resourceGateway: 'rgw-1',
      definition: '10.2.0.9',
      ports: [
        { from: 5432, to: 5432 },
        { from: 8000, to: 8080 },
      ],
      customDomainName: 'db.example.com',
      domainVerification: 'verified',
      configurationId: 'rcfg-ip',
    })
  })

  it('a service network has the resources and VPCs of its associations', () => {
    expect(design.constructs['sn-1']).toMatchObject({
      kind: 'service-network',
      name: 'shared',
      resources: [{ configuration: 'rcfg-ip', privateDns: true }],
      vpcs: [
        {
          vpc: 'vpc-a',
          securityGroups: ['sg-a'],
          privateDns: true,
          privateDnsPreference: 'specified-domains-only',
          specifiedDomains: ['*.example.com'],
        },
      ],
    })
    expect(messages).not.toMatch(/sn-1|Nothing here reads|nothing that the AWS CLI prints/)
  })

  it('endpoints lead to what is drawn, and keep the ARN of what is not', () => {
    expect(design.constructs['vpce-res']).toMatchObject({
      kind: 'resource-endpoint',
      resourceConfiguration: 'rcfg-ip',
      privateDns: true,
      privateDnsPreference: 'verified-domains-and-specified-domains',
      specifiedDomains: ['example.com'],
      ipAddressType: 'dualstack',
      state: 'available',
    })
    expect(design.constructs['vpce-net']).toMatchObject({ serviceNetwork: 'sn-1', state: 'pendingAcceptance' })
    expect(design.constructs['vpce-other']).toMatchObject({ resourceConfiguration: null })
    expect(design.constructs['vpce-other']).toHaveProperty(
      'resourceConfigurationArn',
      'arn:aws:vpc-lattice:us-east-1:444455556666:resourceconfiguration/rcfg-theirs',
    )
  })

  it('the same as collect.sh gathers it gives the same design', () => {
    const gathered = importTexts([
      file('ResourceGateways', { ResourceGateways: [{ ...gateway, vpcIdentifier: undefined, vpcId: 'vpc-b' }] }),
      file('ResourceConfigurations', { ResourceConfigurations: [ip] }),
      file('ServiceNetworks', { ServiceNetworks: [network] }),
      file('ServiceNetworkResourceAssociations', { ServiceNetworkResourceAssociations: [resourceAssociation] }),
      file('ServiceNetworkVpcAssociations', { ServiceNetworkVpcAssociations: [vpcAssociation] }),
      file('VpcEndpoints', endpoints),
    ])
    expect(gathered.design.constructs).toEqual(design.constructs)
  })
})

it('lists alone leave open what a resource is and which groups an association has, and the report says so', () => {
  const { design: lists, report: told } = importTexts([
    file('configurations', {
      items: [{ arn: ip.arn, id: 'rcfg-ip', name: 'ip', type: 'SINGLE', resourceGatewayId: 'rgw-1', status: 'ACTIVE' }],
    }),
    file('networks', { items: [network] }),
    file('associations', { items: [{ ...vpcAssociation, securityGroupIds: undefined }] }),
  ])
  expect(lists.constructs['rcfg-ip']).toMatchObject({ definition: '', ports: [] })
  const said = told.notes.map(({ message }) => message)
  expect(said.join('\n')).toContain('rcfg-ip: what it leads to is not in the files')
  expect(said.join('\n')).toContain('sn-1: the security groups of its association with vpc-a are not in the files')
  expect(said.join('\n')).toContain('sn-1: the resources of the service network are not in the files')
})

it('what is missing is named: the calls of VPC Lattice, where something leads there', () => {
  const missing = (content: readonly ReturnType<typeof file>[]) =>
    importTexts([file('vpcs', { Vpcs: [{ VpcId: 'vpc-a', CidrBlock: '10.0.0.0/16' }] }), ...content])
      .report.missing.map(({ command }) => command)
      .filter((command) => command.includes('vpc-lattice'))
  expect(missing([])).toEqual([])
  expect(missing([file('endpoints', endpoints)])).toContain(
    'aws vpc-lattice list-resource-configurations --region us-east-1',
  )
  expect(missing(files).filter((command) => command.includes('list-resource-configurations'))).toEqual([])
})

it('what is being deleted is left out, and an association names a network that no list has', () => {
  const { design: read, report: told } = importTexts([
    file('gateways', { items: [{ ...gateway, status: 'DELETE_IN_PROGRESS' }] }),
    file('associations', {
      items: [vpcAssociation, { ...vpcAssociation, id: 'snva-2', vpcId: 'vpc-c', status: 'CREATE_FAILED' }],
    }),
  ])
  expect(read.constructs).not.toHaveProperty('rgw-1')
  expect(told.notes.map(({ message }) => message).join()).toContain('rgw-1: the resource gateway is being deleted')
  expect(read.constructs['sn-1']).toMatchObject({ name: 'shared', vpcs: [{ vpc: 'vpc-a' }] })
})

it('an empty list of items is no trouble, and a list that goes on is told', () => {
  const notes = (content: unknown) => importTexts([file('list', content)]).report.notes.map(({ message }) => message)
  expect(notes({ items: [] })).toEqual([])
  expect(notes({ items: [network], nextToken: 'x' }).join()).toContain('The list goes on')
  expect(notes({ items: [{ strange: true }] }).join()).toContain('nothing that the AWS CLI prints')
})

it('the names that AWS gave associations and endpoints are kept', () => {
  const own = (start: string) => `${start}.rcfg-ip.4232ccc.vpc-lattice-rsc.us-east-1.on.aws`
  const of = (name: string) => ({ DnsName: own(name), HostedZoneId: 'Z0123456789' })
  const { design: read, report: told } = importTexts([
    ...files.filter(({ path }) => !path.includes('resources.json')),
    file('resources', {
      items: [{ ...resourceAssociation, dnsEntry: { domainName: own('snra-1'), hostedZoneId: 'Z0' } }],
    }),
    file('names', {
      VpcEndpointAssociations: [
        { Id: 'vpce-a-1', VpcEndpointId: 'vpce-res', AssociatedResourceArn: ip.arn, DnsEntry: of('vpce-res-snra-0') },
        { Id: 'vpce-a-2', VpcEndpointId: 'vpce-net', ServiceNetworkArn: network.arn, DnsEntry: of('vpce-net-snra-1') },
      ],
    }),
  ])
  expect(read.constructs['sn-1']).toMatchObject({ resources: [{ configuration: 'rcfg-ip', dnsName: own('snra-1') }] })
  expect(read.constructs['vpce-res']).toMatchObject({ dnsNames: [own('vpce-res-snra-0')] })
  expect(read.constructs['vpce-net']).toMatchObject({ dnsNames: [own('vpce-net-snra-1')] })
  expect(told.notes.map(({ message }) => message).join('\n')).not.toMatch(/DnsEntry|DnsName|VpcEndpointAssociations/)
})

it('a database that is drawn is the resource of a configuration that names it', () => {
  const { design: read } = importTexts([
    file('configurations', {
      items: [
        configuration('rcfg-arn', {
          type: 'ARN',
          portRanges: undefined,
          resourceConfigurationDefinition: { arnResource: { arn: 'arn:aws:rds:us-east-1:111122223333:db:orders' } },
        }),
        configuration('rcfg-dns', {
          resourceConfigurationDefinition: { dnsResource: { domainName: 'orders.x.us-east-1.rds.amazonaws.com' } },
        }),
      ],
    }),
    file('databases', {
      DBInstances: [
        {
          DBInstanceIdentifier: 'orders',
          DBInstanceArn: 'arn:aws:rds:us-east-1:111122223333:db:orders',
          AvailabilityZone: 'us-east-1b',
          Endpoint: { Address: 'orders.x.us-east-1.rds.amazonaws.com', Port: 5432 },
          DBSubnetGroup: { VpcId: 'vpc-b', Subnets: [{ SubnetIdentifier: 'subnet-b1' }] },
          VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-b', Status: 'active' }],
        },
      ],
    }),
    file('interfaces', {
      NetworkInterfaces: [
        {
          NetworkInterfaceId: 'eni-1',
          Description: 'RDSNetworkInterface',
          AvailabilityZone: 'us-east-1b',
          VpcId: 'vpc-b',
          SubnetId: 'subnet-b1',
          PrivateIpAddress: '10.2.0.9',
          Groups: [{ GroupId: 'sg-b' }],
          RequesterManaged: true,
        },
      ],
    }),
  ])
  for (const id of ['rcfg-arn', 'rcfg-dns']) expect(read.constructs[id]).toMatchObject({ resource: 'database-orders' })
})

it('REST APIs are told too, as the CLI lists them', () => {
  const items = [{ id: 'edge1', name: 'shop', endpointConfiguration: { types: ['EDGE'] } }]
  expect(importTexts([file('apis', { items })]).design.constructs.edge1).toMatchObject({ kind: 'api-gateway-api' })
})

it('what nothing hangs on is not told, and a domain of which nobody says whether it is verified is', () => {
  const made = { createdAt: '2026-01-01T00:00:00Z', lastUpdatedAt: '2026-01-01T00:00:00Z' }
  const told = (more: object) =>
    importTexts([
      file('ResourceGateways', { ResourceGateways: [{ ...gateway, ...made, ipv4AddressesPerEni: 16 }] }),
      file('ResourceConfigurations', {
        ResourceConfigurations: [
          configuration('rcfg-ip', {
            ...made,
            allowAssociationToShareableServiceNetwork: true,
            amazonManaged: false,
            resourceConfigurationDefinition: { ipResource: { ipAddress: '10.2.0.9' } },
            ...more,
          }),
        ],
      }),
      file('ServiceNetworks', { ServiceNetworks: [{ ...network, ...made, numberOfAssociatedServices: 0 }] }),
      file('ServiceNetworkResourceAssociations', {
        ServiceNetworkResourceAssociations: [
          {
            ...resourceAssociation,
            ...made,
            createdBy: '111122223333',
            resourceConfigurationArn: ip.arn,
            resourceConfigurationName: 'rcfg-ip',
            serviceNetworkName: 'shared',
            isManagedAssociation: false,
          },
        ],
      }),
      file('ServiceNetworkVpcAssociations', {
        ServiceNetworkVpcAssociations: [
          { ...vpcAssociation, ...made, createdBy: '111122223333', dnsOptions: undefined },
        ],
      }),
    ]).report.notes.map(({ message }) => message)
  expect(told({})).toEqual([])
  expect(told({ customDomainName: 'db.example.com' })).toEqual([
    'ResourceConfigurations: not said, so that the usual is taken: DomainVerificationStatus',
  ])
  expect(told({ novelty: 1 })).toEqual(['ResourceConfigurations: read, and not used: Novelty'])
})

it('a Region in which the associations were not asked for says so, whatever was asked in another', () => {
  const there = { ...network, id: 'sn-2', arn: 'arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-2' }
  const notes = importTexts([
    file('ServiceNetworks', { ServiceNetworks: [network] }),
    file('ServiceNetworkResourceAssociations', { ServiceNetworkResourceAssociations: [] }),
    { path: '111122223333/eu-west-1/n.json', text: JSON.stringify({ ServiceNetworks: [there] }) },
  ]).report.notes.map(({ message }) => message)
  expect(notes).toContain('sn-2: the resources of the service network are not in the files')
  expect(notes).not.toContain('sn-1: the resources of the service network are not in the files')
})
