import { arnOf } from '../arnOf.ts'
import type { Evaluated, StackResource } from '../stack.ts'
import { allOf, calledBy, draw, lacks, readElsewhere, say, tell, type } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { fieldsOf, flagOf, idOf, idsOf, textOf, textsOf } from './values.ts'

const arn =
  (what: string) =>
  (one: Referred): Evaluated =>
    arnOf(one, 'vpc-lattice', `${what}/${one.id}`)

function putGateway(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'IpAddressType', 'ResourceConfigDnsResolution')) return
  say(putting, resource, 'ResourceGateways', {
    Id: id,
    Name: calledBy(resource, 'Name'),
    VpcId: idOf(properties.VpcIdentifier) ?? undefined,
    SubnetIds: idsOf(properties.SubnetIds),
    SecurityGroupIds: idsOf(properties.SecurityGroupIds),
    IpAddressType: textOf(properties.IpAddressType) ?? undefined,
    ResourceConfigDnsResolution: textOf(properties.ResourceConfigDnsResolution) ?? undefined,
    Status: 'ACTIVE',
  })
}

/** The drawn resource that a name or an ARN leads to: names are made of ids. */
function behind(putting: Putting, text: string): string | null {
  const byArn = text.startsWith('arn:') ? putting.byRef.get(idOf(text) ?? '') : undefined
  if (byArn) return byArn.id
  const label = text.split('.')[0] ?? ''
  const isOwn = /^[^.]+\.example\.[a-z0-9-]+\.[a-z]+\.amazonaws\.com/.test(text)
  for (const { resources } of isOwn ? putting.stacks : [])
    for (const { id } of resources) if (id.toLowerCase().replaceAll('.', '-') === label) return id
  return null
}

function putConfiguration(resource: StackResource, putting: Putting): undefined {
  const { id, properties, region, account } = resource
  if (lacks(putting, resource, 'ResourceConfigurationType', 'PortRanges')) return
  const definition = fieldsOf(properties.ResourceConfigurationDefinition)
  const domain = fieldsOf(definition.DnsResource).DomainName
  const leads = textOf(definition.IpResource) ?? textOf(domain) ?? textOf(definition.ArnResource)
  const name = textOf(properties.CustomDomainName) ?? textOf(properties.GroupDomain)
  if (name !== null)
    tell(putting, resource, 'assumed', `its domain ${name} is not verified: that takes a record in public DNS`)
  draw(putting, resource, {
    kind: 'resource-configuration',
    id,
    name: calledBy(resource, 'Name'),
    region,
    account,
    type: textOf(properties.ResourceConfigurationType)?.toLowerCase() ?? 'single',
    group: idOf(properties.ResourceConfigurationGroupId),
    resourceGateway: idOf(properties.ResourceGatewayId),
    resource: leads === null ? null : behind(putting, leads),
    definition: leads ?? '',
    ports: textsOf(properties.PortRanges).flatMap((text) => {
      const [from, to] = text.split('-').map(Number)
      return from === undefined || Number.isNaN(from) ? [] : [{ from, to: to ?? from }]
    }),
    customDomainName: name,
  })
}

const names = (properties: StackResource['properties']) => {
  const options = fieldsOf(properties.DnsOptions)
  return {
    PrivateDnsEnabled: flagOf(properties.PrivateDnsEnabled) ?? false,
    DnsOptions: {
      PrivateDnsPreference: textOf(options.PrivateDnsPreference) ?? undefined,
      PrivateDnsSpecifiedDomains: textsOf(options.PrivateDnsSpecifiedDomains),
    },
  }
}

function putNetwork(resource: StackResource, putting: Putting): undefined {
  say(putting, resource, 'ServiceNetworks', {
    Id: resource.id,
    Name: calledBy(resource, 'Name'),
    OwnerId: resource.account,
  })
  if (allOf(putting, 'AWS::VpcLattice::ServiceNetworkServiceAssociation').length > 0)
    tell(putting, resource, 'unknown', 'services of VPC Lattice are not drawn: what they answer is not known')
}

const association =
  (key: string, read: (properties: StackResource['properties']) => object): ResourceType['put'] =>
  (resource, putting) => {
    if (lacks(putting, resource, 'PrivateDnsEnabled', 'DnsOptions')) return
    say(putting, resource, key, { Id: resource.id, Status: 'ACTIVE', ...read(resource.properties) })
  }

export const lattice: Readonly<Record<string, ResourceType>> = {
  'AWS::VpcLattice::ResourceGateway': type(
    [
      'Name',
      'VpcIdentifier',
      'SubnetIds',
      'SecurityGroupIds',
      'IpAddressType',
      'ResourceConfigDnsResolution',
      'Ipv4AddressesPerEni',
    ],
    putGateway,
    { ref: arn('resourcegateway'), attributes: { Id: ({ id }) => id, Arn: arn('resourcegateway') } },
  ),
  'AWS::VpcLattice::ResourceConfiguration': type(
    [
      'Name',
      'ResourceConfigurationType',
      'ResourceGatewayId',
      'ResourceConfigurationGroupId',
      'ResourceConfigurationDefinition',
      'PortRanges',
      'ProtocolType',
      'CustomDomainName',
      'GroupDomain',
      'DomainVerificationId',
      'AllowAssociationToSharableServiceNetwork',
      'ResourceConfigurationAuthType',
    ],
    putConfiguration,
    { ref: arn('resourceconfiguration'), attributes: { Id: ({ id }) => id, Arn: arn('resourceconfiguration') } },
  ),
  'AWS::VpcLattice::DomainVerification': type(['DomainName'], readElsewhere, { attributes: { Id: ({ id }) => id } }),
  'AWS::VpcLattice::ServiceNetwork': type(['Name', 'AuthType', 'SharingConfig'], putNetwork, {
    ref: arn('servicenetwork'),
    attributes: { Id: ({ id }) => id, Arn: arn('servicenetwork') },
  }),
  'AWS::VpcLattice::ServiceNetworkResourceAssociation': type(
    ['ServiceNetworkId', 'ResourceConfigurationId', 'PrivateDnsEnabled'],
    association('ServiceNetworkResourceAssociations', (own) => ({
      ServiceNetworkId: idOf(own.ServiceNetworkId),
      ResourceConfigurationId: idOf(own.ResourceConfigurationId),
      PrivateDnsEnabled: flagOf(own.PrivateDnsEnabled) ?? false,
    })),
    { attributes: { Id: ({ id }) => id, Arn: arn('servicenetworkresourceassociation') } },
  ),
  'AWS::VpcLattice::ServiceNetworkVpcAssociation': type(
    ['ServiceNetworkIdentifier', 'VpcIdentifier', 'SecurityGroupIds', 'PrivateDnsEnabled', 'DnsOptions'],
    association('ServiceNetworkVpcAssociations', (own) => ({
      ServiceNetworkId: idOf(own.ServiceNetworkIdentifier),
      VpcId: idOf(own.VpcIdentifier),
      SecurityGroupIds: idsOf(own.SecurityGroupIds),
      ...names(own),
    })),
    { attributes: { Id: ({ id }) => id, Arn: arn('servicenetworkvpcassociation') } },
  ),
}
