import { settingsOf } from '../aws/settings.ts'
import { idOf, regionCalled, type Settings } from '../aws/value.ts'
import type { PartKey, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { answer, type Option, printCommand, runQuietly } from './command.ts'
import { optionsOf } from './optionsOf.ts'
import { expression, shorthand, variableOf } from './word.ts'

// Commands that scripts run, and that somebody runs by hand where no template can do the same.

/** Reads a field of an endpoint service. */
export const readService = (stack: StackPlan, key: PartKey, query: string): string =>
  printCommand(stack, 'ec2 describe-vpc-endpoint-service-configurations', [
    ['--service-ids', idOf(key)],
    ...answer(`ServiceConfigurations[0].${query}`),
  ])

/** Gives the service its private DNS name. */
export const nameServiceCommand = (part: PartOf<'service-name'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 modify-vpc-endpoint-service-configuration', optionsOf(settingsOf(part)))
/** Reads the TXT record that verifies the name. */
export const readNameCommand = (part: PartOf<'service-name'>, stack: StackPlan): string =>
  readService(stack, part.service, 'PrivateDnsNameConfiguration.[Name,Type,Value]')
/** Has AWS look for the TXT record, once it stands in public DNS. */
export const verifyNameCommand = (part: PartOf<'service-name'>, stack: StackPlan): string =>
  runQuietly(
    stack,
    'ec2 start-vpc-endpoint-service-private-dns-verification',
    optionsOf(settingsOf(part), ['ServiceId']),
  )

/** The provider's word that an endpoint may connect. */
export const acceptCommand = (part: PartOf<'connection-acceptance'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 accept-vpc-endpoint-connections', [
    ...optionsOf(settingsOf(part)),
    ...answer('Unsuccessful[].Error.[Code,Message]'),
  ])

type ZoneVpc = PartOf<'zone-vpc' | 'zone-authorization' | 'zone-association'>
export const zoneVpcOptions = (part: ZoneVpc): Option[] => {
  const { HostedZoneId, VPC } = settingsOf(part)
  return optionsOf({ HostedZoneId, VPC: vpcShorthand(VPC) })
}
export const vpcShorthand = ({ VPCRegion, VPCId }: Settings) => shorthand({ VPCRegion, VPCId })
/** In the zone's account: lets another account associate its VPC. */
export const authorizeCommand = (part: PartOf<'zone-authorization'>, stack: StackPlan): string =>
  runQuietly(stack, 'route53 create-vpc-association-authorization', zoneVpcOptions(part))
/** In the VPC's account. */
export const associateCommand = (part: PartOf<'zone-association'>, stack: StackPlan): string =>
  runQuietly(stack, 'route53 associate-vpc-with-hosted-zone', zoneVpcOptions(part))

/** Whether that was done. */
export const associatedCommand = (part: PartOf<'zone-association'>, stack: StackPlan): string =>
  printCommand(stack, 'route53 list-hosted-zones-by-vpc', [
    ['--vpc-id', idOf(part.vpc)],
    ['--vpc-region', regionCalled(part.regionCode)],
    ...answer(["HostedZoneSummaries[?HostedZoneId=='", bareZone(stack, part.zone), "'].HostedZoneId"]),
  ])
/** Ids of zones come as `/hostedzone/Z…` too. */
const bareZone = (stack: StackPlan, key: PartKey) => expression(`"\${${variableOf(stack, key)}##*/}"`)

/** Lets the names of that side resolve to private addresses for the other side. */
export const peeringDnsCommand = (part: PartOf<'peering-dns'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 modify-vpc-peering-connection-options', optionsOf(settingsOf(part)))

/** Leads the route that AWS made for a block of the VPC elsewhere. */
export const replaceLocalCommand = (part: PartOf<'route'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 replace-route', optionsOf(settingsOf(part)))

/** Accepts the peering in the Region of the peer. */
export const acceptPeeringCommand = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 accept-transit-gateway-peering-attachment', optionsOf(settingsOf(part)))

/** Whether that was done: AWS may take a while to carry it out. */
export const acceptedPeeringCommand = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 describe-transit-gateway-peering-attachments', [
    ['--transit-gateway-attachment-ids', idOf(part.attachment)],
    ...answer("TransitGatewayPeeringAttachments[?State=='pending' || State=='available'].State"),
  ])

/** A route to what a prefix list holds. */
export const listRouteCommand = (part: PartOf<'transit-list-route'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 create-transit-gateway-prefix-list-reference', optionsOf(settingsOf(part)))

/** Whether that is there. */
export const foundListRouteCommand = (part: PartOf<'transit-list-route'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 get-transit-gateway-prefix-list-references', [
    ['--transit-gateway-route-table-id', idOf(part.table)],
    ['--filters', ['Name=prefix-list-id,Values=', idOf(part.list)]],
    ...answer('TransitGatewayPrefixListReferences[].PrefixListId'),
  ])

/** Reads the id of the attachment that AWS makes with a connection to a transit gateway. */
export const vpnAttachmentCommand = (part: PartOf<'vpn-attachment'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 describe-transit-gateway-attachments', [
    ['--filters', ['Name=resource-id,Values=', idOf(part.connection)], 'Name=resource-type,Values=vpn'],
    ...answer('TransitGatewayAttachments[0].TransitGatewayAttachmentId'),
  ])
