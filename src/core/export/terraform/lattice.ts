import type { PartNameOf } from '../plan/part.ts'
import { block, type Printer } from './asked.ts'
import { snaked, tagged } from './made.ts'
import { latticeNamed } from './named.ts'
import { share } from './share.ts'

type Named = PartNameOf<'resource-gateway' | 'resource-configuration' | 'service-network'>

/** How the provider spells the parts of VPC Lattice; endpoints are of EC2. */
export const lattice: { readonly [N in Named]: Printer<N> } = {
  'resource-gateway': tagged(
    'aws_vpclattice_resource_gateway',
    ({ vpcIdentifier, resourceConfigDnsResolution, ...settings }, part) => ({
      name: latticeNamed(part),
      vpc_id: vpcIdentifier,
      resource_config_dns_resolution: resourceConfigDnsResolution,
      ...snaked(settings),
    }),
  ),
  'domain-verification': tagged('aws_vpclattice_domain_verification'),
  'resource-configuration': tagged('aws_vpclattice_resource_configuration', (settings, part) => {
    const {
      resourceConfigurationDefinition,
      resourceConfigurationGroupIdentifier,
      domainVerificationIdentifier,
      // No argument says the domain of a group
      groupDomain: _,
      ...others
    } = settings
    const { ipResource, dnsResource, arnResource } = resourceConfigurationDefinition ?? {}
    return {
      name: latticeNamed(part),
      ...snaked(others),
      resource_configuration_group_id: resourceConfigurationGroupIdentifier,
      domain_verification_id: others.customDomainName === undefined ? undefined : domainVerificationIdentifier,
      resource_configuration_definition: block(
        resourceConfigurationDefinition && {
          ip_resource: block(ipResource && snaked(ipResource)),
          dns_resource: block(dnsResource && snaked(dnsResource)),
          arn_resource: block(arnResource && snaked(arnResource)),
        },
      ),
    }
  }),
  'configuration-share': share,
  'service-network': tagged('aws_vpclattice_service_network', (settings, part) => ({
    name: latticeNamed(part),
    ...snaked(settings),
  })),
  'network-share': share,
  'network-resource': tagged('aws_vpclattice_service_network_resource_association'),
  'network-vpc': tagged('aws_vpclattice_service_network_vpc_association', ({ dnsOptions, ...settings }) => ({
    ...snaked(settings),
    dns_options: block(dnsOptions && snaked(dnsOptions)),
  })),
}
