import type { RouteTargetKind } from '../plan/networkShapes.ts'
import type { PartKey, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { answer, type Option, printCommand, runQuietly } from './command.ts'
import { blockPiece, idOf, jsonWord, printWord } from './word.ts'

export const readService = (stack: StackPlan, key: string, query: string): string =>
  printCommand(stack, 'ec2 describe-vpc-endpoint-service-configurations', [
    ['--service-ids', idOf(key)],
    ...answer(`ServiceConfigurations[0].${query}`),
  ])

/** Gives the service its private DNS name; AWS answers with the TXT record that verifies it. */
export const serviceNameCommands = (part: PartOf<'service-name'>, stack: StackPlan): string[] => [
  runQuietly(stack, 'ec2 modify-vpc-endpoint-service-configuration', [
    ['--service-id', idOf(part.service)],
    ['--private-dns-name', part.dnsName],
  ]),
  readService(stack, part.service, 'PrivateDnsNameConfiguration.[Name,Type,Value]'),
]
/** Has AWS look for the TXT record, once it stands in public DNS. */
export const verifyNameCommand = (part: PartOf<'service-name'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 start-vpc-endpoint-service-private-dns-verification', [['--service-id', idOf(part.service)]])

/** The provider's word that an endpoint may connect. */
export const acceptCommand = (part: PartOf<'connection-acceptance'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 accept-vpc-endpoint-connections', [
    ['--service-id', idOf(part.service)],
    ['--vpc-endpoint-ids', idOf(part.endpoint)],
    ...answer('Unsuccessful[].Error.[Code,Message]'),
  ])

export const vpcOption = (vpc: PartKey, regionCode: string): Option => [
  '--vpc',
  [`VPCRegion=${regionCode},VPCId=`, idOf(vpc)],
]

type AcrossAccounts = PartOf<'zone-authorization'> | PartOf<'zone-association'>
const acrossAccounts = (part: AcrossAccounts, stack: StackPlan, operation: string): string => {
  const options: Option[] = [['--hosted-zone-id', idOf(part.zone)], vpcOption(part.vpc, part.regionCode)]
  return runQuietly(stack, operation, options)
}
/** In the zone's account: lets another account associate its VPC. */
export const authorizeCommand = (part: PartOf<'zone-authorization'>, stack: StackPlan): string =>
  acrossAccounts(part, stack, 'route53 create-vpc-association-authorization')
/** In the VPC's account. */
export const associateCommand = (part: PartOf<'zone-association'>, stack: StackPlan): string =>
  acrossAccounts(part, stack, 'route53 associate-vpc-with-hosted-zone')

/** Lets the names of that side resolve to private addresses for the other side. */
export const peeringDnsCommand = (part: PartOf<'peering-dns'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 modify-vpc-peering-connection-options', [
    ['--vpc-peering-connection-id', idOf(part.peering)],
    [`--${part.side}-peering-connection-options`, jsonWord({ AllowDnsResolutionFromRemoteVpc: true })],
  ])

const TARGETS = {
  gateway: '--gateway-id',
  'nat-gateway': '--nat-gateway-id',
  'egress-only-gateway': '--egress-only-internet-gateway-id',
  peering: '--vpc-peering-connection-id',
  'transit-gateway': '--transit-gateway-id',
  endpoint: '--vpc-endpoint-id',
  instance: '--instance-id',
  interface: '--network-interface-id',
} as const satisfies { readonly [K in RouteTargetKind]: string }

export function routeOptions(part: PartOf<'route'>, stack: StackPlan): { options: Option[]; destination: string } {
  const { block } = part.destination
  const piece = part.destination.block ? blockPiece(stack, part.destination.block) : idOf(part.destination.list)
  const flag = !block
    ? '--destination-prefix-list-id'
    : block.family === 4
      ? '--destination-cidr-block'
      : '--destination-ipv6-cidr-block'
  const options: Option[] = [
    ['--route-table-id', idOf(part.table)],
    [flag, piece],
    [TARGETS[part.targetKind], idOf(part.target)],
  ]
  return { options, destination: printWord(stack, piece) }
}

/** Leads the route that AWS made for a block of the VPC elsewhere. */
export const replaceLocalCommand = (part: PartOf<'route'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 replace-route', routeOptions(part, stack).options)

/** Accepts the peering in the Region of the peer. */
export const acceptPeeringCommand = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): string => {
  const options: Option[] = [['--transit-gateway-attachment-id', idOf(part.attachment)]]
  return runQuietly(stack, 'ec2 accept-transit-gateway-peering-attachment', options)
}

export const transitTarget = (attachment: string | null): Option =>
  attachment === null ? ['--blackhole'] : ['--transit-gateway-attachment-id', idOf(attachment)]

/** A route to what a prefix list holds; CloudFormation has none. */
export const listRouteCommand = (part: PartOf<'transit-list-route'>, stack: StackPlan): string =>
  runQuietly(stack, 'ec2 create-transit-gateway-prefix-list-reference', [
    ['--transit-gateway-route-table-id', idOf(part.table)],
    ['--prefix-list-id', idOf(part.list)],
    transitTarget(part.attachment),
  ])

/** How to read the id of the attachment that AWS makes with a connection to a transit gateway. */
export const vpnAttachmentQuery = (
  part: PartOf<'vpn-attachment'>,
): { operation: string; options: Option[]; query: string } => ({
  operation: 'ec2 describe-transit-gateway-attachments',
  options: [['--filters', ['Name=resource-id,Values=', idOf(part.connection)], 'Name=resource-type,Values=vpn']],
  query: 'TransitGatewayAttachments[0].TransitGatewayAttachmentId',
})

export const vpnAttachmentCommand = (part: PartOf<'vpn-attachment'>, stack: StackPlan): string => {
  const { operation, options, query } = vpnAttachmentQuery(part)
  return printCommand(stack, operation, [...options, ...answer(query)])
}
