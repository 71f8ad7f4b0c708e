import type { SettingsFor } from './settingsFor.ts'
import { arnCalled, idOf, listed } from './value.ts'

export const endpointService = {
  'endpoint-service': ({ construct, balancers, balancerKind }) => ({
    AcceptanceRequired: construct.acceptanceRequired,
    NetworkLoadBalancerArns: balancerKind === 'network' ? balancers.map(idOf) : undefined,
    GatewayLoadBalancerArns: balancerKind === 'gateway' ? balancers.map(idOf) : undefined,
    SupportedIpAddressTypes: listed(construct.supportedIpAddressTypes),
    SupportedRegions: listed(construct.supportedRegions),
    PayerResponsibility: construct.payer === 'service-owner' ? 'ServiceOwner' : undefined,
  }),
  'service-permissions': (part) => ({
    ServiceId: idOf(part.service),
    AddAllowedPrincipals: part.principals.map(arnCalled),
  }),
  'service-notification': (part) => ({
    ServiceId: idOf(part.service),
    ConnectionNotificationArn: arnCalled(part.topic),
    ConnectionEvents: part.events,
  }),
  'service-name': (part) => ({ ServiceId: idOf(part.service), PrivateDnsName: part.dnsName }),
  'connection-acceptance': (part) => ({ ServiceId: idOf(part.service), VpcEndpointIds: [idOf(part.endpoint)] }),
} satisfies SettingsFor<'endpoint-service'>
