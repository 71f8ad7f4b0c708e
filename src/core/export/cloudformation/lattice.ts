import { hexOf } from '../../base/hash.ts'
import type { Settings } from '../aws/value.ts'
import type { Part, PartNameOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { capitalised, renamed, tagged } from './made.ts'
import type { Printer, Tree } from './resource.ts'

/** VPC Lattice takes 3 to 40 small letters, digits and dashes, unique in the account: of the part, and of the stack by its id. */
function latticeName(stack: StackPlan, part: Part): Tree {
  const word = `hopwise-${nameOf(stack, part.key).toLowerCase().slice(0, 16)}-${hexOf(part.key, 6)}`
  const stackId = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }
  return { 'Fn::Join': ['-', [word, { 'Fn::Select': [0, { 'Fn::Split': ['-', stackId] }] }]] }
}

/** What CloudFormation calls otherwise than the API does. */
const OTHER_NAMES: readonly (readonly [api: string, own: string])[] = [
  ['type', 'resourceConfigurationType'],
  ['protocol', 'protocolType'],
  ['resourceGatewayIdentifier', 'resourceGatewayId'],
  ['resourceConfigurationGroupIdentifier', 'resourceConfigurationGroupId'],
  ['allowAssociationToShareableServiceNetwork', 'allowAssociationToSharableServiceNetwork'],
  ['domainVerificationIdentifier', 'domainVerificationId'],
]

/** How CloudFormation spells the parts of VPC Lattice; endpoints are of EC2. */
export const lattice: { readonly [N in Named]: Printer<N> } = {
  'resource-gateway': tagged('AWS::VpcLattice::ResourceGateway', (settings, part, stack) => ({
    Name: latticeName(stack, part),
    ...capitalised(settings),
  })),
  'domain-verification': tagged('AWS::VpcLattice::DomainVerification', capitalised),
  'resource-configuration': tagged('AWS::VpcLattice::ResourceConfiguration', (settings, part, stack) => {
    const { ipResource, dnsResource, arnResource } = settings.resourceConfigurationDefinition ?? {}
    const own: Settings = {
      ...settings,
      resourceConfigurationDefinition: settings.resourceConfigurationDefinition && {
        ipResource: ipResource?.ipAddress,
        dnsResource,
        arnResource: arnResource?.arn,
      },
    }
    const named = OTHER_NAMES.reduce((members, [api, name]) => renamed(members, api, name), own)
    return { Name: latticeName(stack, part), ...capitalised(named) }
  }),
  'service-network': tagged('AWS::VpcLattice::ServiceNetwork', capitalised),
  'network-resource': tagged('AWS::VpcLattice::ServiceNetworkResourceAssociation', (settings) => {
    const named = renamed(settings, 'serviceNetworkIdentifier', 'serviceNetworkId')
    return capitalised(renamed(named, 'resourceConfigurationIdentifier', 'resourceConfigurationId'))
  }),
  'network-vpc': tagged('AWS::VpcLattice::ServiceNetworkVpcAssociation', capitalised),
}
type Named = Exclude<
  PartNameOf<'resource-gateway' | 'resource-configuration' | 'service-network'>,
  'configuration-share' | 'network-share'
>
