import { refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const endpointService: ResourcePrinters<'endpoint-service'> = {
  'endpoint-service': (part, stack) => {
    const { acceptanceRequired, payer, supportedRegions, supportedIpAddressTypes } = part.construct
    return {
      type: 'AWS::EC2::VPCEndpointService',
      properties: present({
        AcceptanceRequired: acceptanceRequired,
        [part.balancerKind === 'network' ? 'NetworkLoadBalancerArns' : 'GatewayLoadBalancerArns']: part.balancers.map(
          (key) => refTo(stack, key),
        ),
        SupportedIpAddressTypes: listed(supportedIpAddressTypes),
        SupportedRegions: listed(supportedRegions),
        PayerResponsibility: payer === 'service-owner' ? 'ServiceOwner' : undefined,
        Tags: tagsOf(part),
      }),
    }
  },
  'service-permissions': (part, stack) => ({
    type: 'AWS::EC2::VPCEndpointServicePermissions',
    properties: { ServiceId: refTo(stack, part.service), AllowedPrincipals: part.principals },
  }),
  'service-notification': (part, stack) => ({
    type: 'AWS::EC2::VPCEndpointConnectionNotification',
    properties: {
      ServiceId: refTo(stack, part.service),
      ConnectionNotificationArn: part.topic,
      ConnectionEvents: part.events,
    },
  }),
  'service-name': () => null, // no property has it
  'connection-acceptance': () => null, // no resource accepts connections
}
