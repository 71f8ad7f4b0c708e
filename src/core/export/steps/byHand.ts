import { settingsOf } from '../aws/settings.ts'
import { idOf, regionCalled, type Settings } from '../aws/value.ts'
import type { PartKey, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Arguments, asText, bareId, filters, pick, type Short, short } from './argument.ts'
import { type Call, call } from './call.ts'

// Calls that scripts make, and that somebody makes by hand where no template can do the same.

/** Reads a field of an endpoint service. */
export const readService = (stack: StackPlan, key: PartKey, query: string): Call =>
  call(
    stack,
    'ec2 describe-vpc-endpoint-service-configurations',
    { ServiceIds: [idOf(key)] },
    `ServiceConfigurations[0].${query}`,
  )

/** Gives the service its private DNS name. */
export const nameServiceCall = (part: PartOf<'service-name'>, stack: StackPlan): Call =>
  call(stack, 'ec2 modify-vpc-endpoint-service-configuration', settingsOf(part))
/** Reads the TXT record that verifies the name. */
export const readNameCall = (part: PartOf<'service-name'>, stack: StackPlan): Call =>
  readService(stack, part.service, 'PrivateDnsNameConfiguration.[Name,Type,Value]')
/** Has AWS look for the TXT record, once it stands in public DNS. */
export const verifyNameCall = (part: PartOf<'service-name'>, stack: StackPlan): Call =>
  call(stack, 'ec2 start-vpc-endpoint-service-private-dns-verification', pick(settingsOf(part), 'ServiceId'))

/** Puts a policy that names what waited for the endpoint. */
export const endpointPolicyCall = (part: PartOf<'endpoint-policy'>, stack: StackPlan): Call => {
  const { VpcEndpointId, PolicyDocument } = settingsOf(part)
  return call(stack, 'ec2 modify-vpc-endpoint', { VpcEndpointId, PolicyDocument: asText(PolicyDocument) })
}
/** The same for a key. */
export const keyPolicyCall = (part: PartOf<'key-policy'>, stack: StackPlan): Call => {
  const { KeyId, Policy } = settingsOf(part)
  return call(stack, 'kms put-key-policy', { KeyId, PolicyName: 'default', Policy: asText(Policy) })
}

/** Lets somebody use a key, beside what its policy says. */
export const grantCall = (part: PartOf<'key-grant'>, stack: StackPlan): Call =>
  call(stack, 'kms create-grant', settingsOf(part), 'GrantId')

/** The provider's word that an endpoint may connect. */
export const acceptCall = (part: PartOf<'connection-acceptance'>, stack: StackPlan): Call =>
  call(stack, 'ec2 accept-vpc-endpoint-connections', settingsOf(part), 'Unsuccessful[].Error.[Code,Message]')

type ZoneVpc = PartOf<'zone-vpc' | 'zone-authorization' | 'zone-association'>
export const zoneVpc = (part: ZoneVpc): Arguments => {
  const { HostedZoneId, VPC } = settingsOf(part)
  return { HostedZoneId, VPC: vpcShort(VPC) }
}
export const vpcShort = ({ VPCRegion, VPCId }: Settings): Short => short({ VPCRegion, VPCId })
/** In the zone's account: lets another account associate its VPC. */
export const authorizeCall = (part: PartOf<'zone-authorization'>, stack: StackPlan): Call =>
  call(stack, 'route53 create-vpc-association-authorization', zoneVpc(part))
/** In the VPC's account. */
export const associateCall = (part: PartOf<'zone-association'>, stack: StackPlan): Call =>
  call(stack, 'route53 associate-vpc-with-hosted-zone', zoneVpc(part))

/** Whether that was done. Ids of zones come as `/hostedzone/Z…` too. */
export const associatedCall = (part: PartOf<'zone-association'>, stack: StackPlan): Call =>
  call(stack, 'route53 list-hosted-zones-by-vpc', { VPCId: idOf(part.vpc), VPCRegion: regionCalled(part.regionCode) }, [
    "HostedZoneSummaries[?HostedZoneId=='",
    bareId(part.zone),
    "'].HostedZoneId",
  ])

/** Lets the names of that side resolve to private addresses for the other side. */
export const peeringDnsCall = (part: PartOf<'peering-dns'>, stack: StackPlan): Call =>
  call(stack, 'ec2 modify-vpc-peering-connection-options', settingsOf(part))

/** Leads the route that AWS made for a block of the VPC elsewhere. */
export const replaceLocalCall = (part: PartOf<'route'>, stack: StackPlan): Call =>
  call(stack, 'ec2 replace-route', settingsOf(part))

type Acceptance = PartOf<'transit-peering-acceptance'>
/** Accepts the peering in the Region of the peer, by the id that the accepter's side has for it. */
export const acceptPeeringCall = (part: Acceptance, stack: StackPlan): Call =>
  call(stack, 'ec2 accept-transit-gateway-peering-attachment', {
    TransitGatewayAttachmentId: idOf(part.between ? part.key : part.attachment),
  })

const PEERINGS = 'ec2 describe-transit-gateway-peering-attachments'
const LIVE = ['pendingAcceptance', 'pending', 'available']

/**
 * The id that the accepter's side has for the attachment: in one Region AWS lists the two sides apart, and lets nobody accept by the other's id.
 * Source: hashicorp/terraform-provider-aws 23828, boto/boto3 3820.
 */
export const peerAttachmentCall = (
  { attachment, between }: Acceptance & { readonly between: NonNullable<Acceptance['between']> },
  stack: StackPlan,
): Call =>
  call(stack, PEERINGS, { Filters: filters({ state: LIVE }) }, [
    "TransitGatewayPeeringAttachments[?RequesterTgwInfo.TransitGatewayId=='",
    idOf(between.requester),
    "' && AccepterTgwInfo.TransitGatewayId=='",
    idOf(between.accepter),
    "' && TransitGatewayAttachmentId!='",
    idOf(attachment),
    "'].TransitGatewayAttachmentId | [0]",
  ])

/** Whether that was done: AWS may take a while to carry it out. */
export const acceptedPeeringCall = (part: Acceptance, stack: StackPlan): Call =>
  call(
    stack,
    PEERINGS,
    { TransitGatewayAttachmentIds: [idOf(part.between ? part.key : part.attachment)] },
    "TransitGatewayPeeringAttachments[?State=='pending' || State=='available'].State",
  )

/** A route to what a prefix list holds. */
export const listRouteCall = (part: PartOf<'transit-list-route'>, stack: StackPlan): Call =>
  call(stack, 'ec2 create-transit-gateway-prefix-list-reference', settingsOf(part))

/** Whether that is there. */
export const foundListRouteCall = (part: PartOf<'transit-list-route'>, stack: StackPlan): Call =>
  call(
    stack,
    'ec2 get-transit-gateway-prefix-list-references',
    {
      TransitGatewayRouteTableId: idOf(part.table),
      Filters: filters({ 'prefix-list-id': idOf(part.list) }),
    },
    'TransitGatewayPrefixListReferences[].PrefixListId',
  )

/** Reads the id of the attachment that AWS makes with a connection to a transit gateway. */
export const vpnAttachmentCall = (part: PartOf<'vpn-attachment'>, stack: StackPlan): Call =>
  call(
    stack,
    'ec2 describe-transit-gateway-attachments',
    { Filters: filters({ 'resource-id': idOf(part.connection), 'resource-type': 'vpn' }) },
    'TransitGatewayAttachments[0].TransitGatewayAttachmentId',
  )
