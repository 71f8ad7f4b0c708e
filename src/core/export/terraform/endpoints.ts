import { settingsOf } from '../aws/settings.ts'
import type { Settings, Value } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { policyOf } from './access.ts'
import { type Arguments, block, blocks, type Printer } from './asked.ts'
import { made, none, snaked, tagged } from './made.ts'

interface EndpointSettings {
  readonly DnsOptions?: Settings | undefined
  readonly PolicyDocument?: Value | undefined
  readonly SubnetConfigurations?: readonly Settings[] | undefined
}
const endpoint = ({
  DnsOptions,
  PolicyDocument,
  SubnetConfigurations,
  ...settings
}: Settings & EndpointSettings): Arguments => ({
  ...snaked(settings),
  policy: PolicyDocument === undefined ? undefined : policyOf(PolicyDocument),
  dns_options: block(DnsOptions && snaked(DnsOptions)),
  subnet_configuration: blocks(SubnetConfigurations?.map(snaked)),
})

/** What stands in the service of what is planned beside it. */
const besideOf = (stack: StackPlan, service: string) => ({
  allowed_principals: stack.parts.flatMap((part) =>
    part.name === 'service-permissions' && part.service === service ? [settingsOf(part).AddAllowedPrincipals] : [],
  )[0],
  private_dns_name: stack.parts.flatMap((part) =>
    part.name === 'service-name' && part.service === service ? [part.dnsName] : [],
  )[0],
})

type Named = PartNameOf<
  | 'gateway-endpoint'
  | 'interface-endpoint'
  | 'gateway-load-balancer-endpoint'
  | 'resource-endpoint'
  | 'service-network-endpoint'
  | 'endpoint-service'
>

/** How the provider spells endpoints and endpoint services. */
export const endpoints: { readonly [N in Named]: Printer<N> } = {
  // Only interface endpoints have private names
  'gateway-endpoint': tagged('aws_vpc_endpoint', ({ PrivateDnsEnabled: _, ...settings }) => endpoint(settings)),
  'interface-endpoint': tagged('aws_vpc_endpoint', (settings) => endpoint(settings)),
  'endpoint-policy': made('aws_vpc_endpoint_policy', ({ VpcEndpointId, PolicyDocument }) => ({
    vpc_endpoint_id: VpcEndpointId,
    policy: policyOf(PolicyDocument),
  })),
  'balancer-endpoint': tagged('aws_vpc_endpoint', (settings) => endpoint(settings)),
  'resource-endpoint': tagged('aws_vpc_endpoint', (settings) => endpoint(settings)),
  'service-network-endpoint': tagged('aws_vpc_endpoint', (settings) => endpoint(settings)),
  // No argument says who pays
  'endpoint-service': tagged('aws_vpc_endpoint_service', ({ PayerResponsibility: _, ...settings }, part, stack) => ({
    ...snaked(settings),
    ...besideOf(stack, part.key),
  })),
  'service-permissions': none, // stand in the service
  'service-notification': made('aws_vpc_endpoint_connection_notification', ({ ServiceId, ...settings }) => ({
    vpc_endpoint_service_id: ServiceId,
    ...snaked(settings),
  })),
  'service-name': none, // stands in the service
  'connection-acceptance': made('aws_vpc_endpoint_connection_accepter', ({ ServiceId, VpcEndpointIds }) => ({
    vpc_endpoint_service_id: ServiceId,
    vpc_endpoint_id: VpcEndpointIds[0]!,
  })),
}
