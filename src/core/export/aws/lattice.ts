import type { PlannedNames, PlannedResource } from '../plan/latticeShapes.ts'
import type { PartKey } from '../plan/part.ts'
import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import {
  arnCalled,
  bareIdOf,
  dnsNameOf,
  type Holder,
  idOf,
  idsOf,
  type Later,
  listed,
  placed,
  privateAddressOf,
} from './value.ts'

/** Which domains a VPC takes, in the API's words; AWS takes no list beside a preference that asks for none. Source: EC2 API, DnsOptionsSpecification. */
const preferenceOf = ({ privateDnsPreference, specifiedDomains }: PlannedNames) => ({
  preference: privateDnsPreference.toUpperCase().replaceAll('-', '_'),
  domains: privateDnsPreference.includes('specified') ? listed(specifiedDomains) : undefined,
})

interface Placed {
  readonly subnets: readonly PartKey[]
  readonly groups: readonly PartKey[]
  readonly construct: PlannedNames & { readonly ipAddressType: string }
}
function standing({ subnets, groups, construct }: Placed) {
  const { preference, domains } = preferenceOf(construct)
  return {
    SubnetIds: idsOf(subnets),
    SecurityGroupIds: idsOf(groups),
    PrivateDnsEnabled: construct.privateDns,
    DnsOptions: construct.privateDns
      ? { PrivateDnsPreference: preference, PrivateDnsSpecifiedDomains: domains }
      : undefined,
    IpAddressType: construct.ipAddressType,
  }
}

const portRange = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? `${from}` : `${from}-${to}`

/** The address of a resource, or the name or ARN by which AWS finds it. */
const nameOrAddress = (resource: PlannedResource, holder: Holder): string | Later => {
  if ('text' in resource) return resource.kind === 'arn' ? arnCalled(resource.text) : placed(resource.text, holder)
  if (resource.kind === 'balancer') return dnsNameOf(resource.key)
  return resource.kind.startsWith('given') ? idOf(resource.key) : privateAddressOf(resource.key)
}

function definitionOf(resource: PlannedResource, addressType: string, holder: Holder) {
  const value = nameOrAddress(resource, holder)
  const isDomain = resource.kind === 'domain' || resource.kind === 'given-domain' || resource.kind === 'balancer'
  return {
    ipResource: isDomain || resource.kind === 'arn' ? undefined : { ipAddress: value },
    dnsResource: isDomain ? { domainName: value, ipAddressType: addressType } : undefined,
    arnResource: resource.kind === 'arn' ? { arn: value } : undefined,
  }
}

const arnOrNothing = (text: string | null) => (text === null ? undefined : arnCalled(text))

/** Source: VPC Lattice API, CreateResourceConfiguration: which type takes what. */
export const lattice = {
  'resource-gateway': ({ construct, vpc, subnets, groups }) => ({
    vpcIdentifier: idOf(vpc),
    subnetIds: idsOf(subnets),
    securityGroupIds: idsOf(groups),
    ipAddressType: construct.ipAddressType.toUpperCase(),
    resourceConfigDnsResolution: construct.dnsResolution === 'in-vpc' ? 'IN_VPC' : 'PUBLIC',
  }),
  'domain-verification': ({ domain }) => ({ domainName: domain }),
  'resource-configuration': ({ construct, type, gateway, group, resource, addressType, verification, inNetwork }) => {
    const hasPorts = type === 'SINGLE' || type === 'CHILD'
    const domain = construct.customDomainName ?? undefined
    return {
      type,
      portRanges: hasPorts ? (listed(construct.ports.map(portRange)) ?? ['1-65535']) : undefined,
      protocol: type === 'SINGLE' || type === 'GROUP' ? 'TCP' : undefined,
      resourceGatewayIdentifier: gateway === null ? undefined : idOf(gateway),
      resourceConfigurationGroupIdentifier: group === null ? undefined : bareIdOf(group),
      resourceConfigurationDefinition:
        resource === null ? undefined : definitionOf(resource, addressType, { construct }),
      allowAssociationToShareableServiceNetwork: type === 'CHILD' ? undefined : inNetwork,
      customDomainName: type === 'GROUP' ? undefined : domain,
      groupDomain: type === 'GROUP' ? domain : undefined,
      domainVerificationIdentifier: verification === null ? undefined : idOf(verification),
    }
  },
  'configuration-share': (part) => shareSettings(part.configuration, part.accounts, true),
  'service-network': () => ({ authType: 'NONE' }),
  'network-share': (part) => shareSettings(part.network, part.accounts, true),
  'network-resource': ({ network, configuration, privateDns }) => ({
    serviceNetworkIdentifier: idOf(network),
    resourceConfigurationIdentifier: bareIdOf(configuration),
    privateDnsEnabled: privateDns,
  }),
  'network-vpc': ({ network, vpc, groups, names }) => {
    const { preference, domains } = preferenceOf(names)
    return {
      serviceNetworkIdentifier: idOf(network),
      vpcIdentifier: idOf(vpc),
      securityGroupIds: idsOf(groups),
      privateDnsEnabled: names.privateDns,
      dnsOptions: names.privateDns
        ? { privateDnsPreference: preference, privateDnsSpecifiedDomains: domains }
        : undefined,
    }
  },
  'resource-endpoint': (part) => ({
    VpcEndpointType: 'Resource',
    VpcId: idOf(part.vpc),
    ResourceConfigurationArn:
      part.configuration === null ? arnOrNothing(part.construct.resourceConfigurationArn) : idOf(part.configuration),
    ...standing(part),
  }),
  'service-network-endpoint': (part) => ({
    VpcEndpointType: 'ServiceNetwork',
    VpcId: idOf(part.vpc),
    ServiceNetworkArn: part.network === null ? arnOrNothing(part.construct.serviceNetworkArn) : idOf(part.network),
    ...standing(part),
  }),
} satisfies SettingsFor<
  'resource-gateway' | 'resource-configuration' | 'service-network' | 'resource-endpoint' | 'service-network-endpoint'
>
