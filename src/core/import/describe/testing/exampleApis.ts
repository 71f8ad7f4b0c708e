import type { SourceFile } from '../../unpack.ts'
import { OWNER } from './exampleParts.ts'

const arn = (rest: string) => `arn:aws:vpc-lattice:us-east-1:${OWNER}:${rest}`
const configuration = (id: string, more: object) => ({
  arn: arn(`resourceconfiguration/${id}`),
  id,
  name: `name of ${id}`,
  status: 'ACTIVE',
  protocol: 'TCP',
  resourceGatewayId: 'rgw-1',
  ...more,
})
const network = {
  serviceNetworkId: 'sn-1',
  serviceNetworkArn: arn('servicenetwork/sn-1'),
  serviceNetworkName: 'shared',
}

const lists = {
  ResourceGateways: [
    {
      arn: arn('resourcegateway/rgw-1'),
      id: 'rgw-1',
      name: 'in',
      status: 'ACTIVE',
      vpcId: 'vpc-b',
      subnetIds: ['subnet-b1', 'subnet-b2'],
      securityGroupIds: ['sg-b'],
      ipAddressType: 'DUALSTACK',
      resourceConfigDnsResolution: 'IN_VPC',
    },
  ],
  ResourceConfigurations: [
    configuration('rcfg-ip', {
      type: 'SINGLE',
      portRanges: ['5432', '8000-8080'],
      resourceConfigurationDefinition: { ipResource: { ipAddress: '10.2.0.9' } },
      customDomainName: 'db.example.com',
      domainVerificationStatus: 'VERIFIED',
    }),
    configuration('rcfg-group', { type: 'GROUP' }),
    configuration('rcfg-child', {
      type: 'CHILD',
      portRanges: ['443'],
      resourceConfigurationGroupId: 'rcfg-group',
      resourceConfigurationDefinition: { dnsResource: { domainName: 'inside.example.com' } },
    }),
  ],
  ServiceNetworks: [{ arn: arn('servicenetwork/sn-1'), id: 'sn-1', name: 'shared' }],
  ServiceNetworkResourceAssociations: [
    { id: 'snra-1', status: 'ACTIVE', resourceConfigurationId: 'rcfg-ip', privateDnsEnabled: true, ...network },
  ],
  ServiceNetworkVpcAssociations: [
    {
      id: 'snva-1',
      status: 'ACTIVE',
      vpcId: 'vpc-a',
      securityGroupIds: ['sg-a'],
      privateDnsEnabled: true,
      dnsOptions: { privateDnsPreference: 'SPECIFIED_DOMAINS_ONLY', privateDnsSpecifiedDomains: ['*.example.com'] },
      ...network,
    },
  ],
  RestApis: [
    {
      id: 'orders1',
      name: 'orders',
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'] },
      disableExecuteApiEndpoint: true,
      policy: '{"Version":"2012-10-17","Statement":[]}',
    },
  ],
}

/** What VPC Lattice and API Gateway print, as collect.sh gathers it: a file for each list. */
export const exampleApis = (): readonly SourceFile[] =>
  Object.entries(lists).map(([key, records]) => ({
    path: `${OWNER}/us-east-1/${key}.json`,
    text: JSON.stringify({ [key]: records }),
  }))
