import { enabled } from '../aws/enabled.ts'
import { acceptPeeringCommand } from '../commands/byHand.ts'
import { answer, printCommand } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { byTag, confirmOnce, idWords, makeOnce, type StepPrinters, taggedAs } from './step.ts'

const STATES = ['Name=state,Values=initiating,initiatingRequest,pendingAcceptance,pending,available,modifying']

export const transitGateway: StepPrinters<'transit-gateway'> = {
  'transit-gateway': {
    create: (part, stack) => {
      const { asn, dnsSupport, securityGroupReferencing } = part.construct
      const settings = {
        ...(asn !== null && { AmazonSideAsn: asn }),
        AutoAcceptSharedAttachments: enabled(part.sharedWith.length > 0),
        DefaultRouteTableAssociation: 'disable',
        DefaultRouteTablePropagation: 'disable',
        DnsSupport: enabled(dnsSupport),
        SecurityGroupReferencingSupport: enabled(securityGroupReferencing),
        VpnEcmpSupport: 'enable',
        MulticastSupport: 'disable',
      }
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'TransitGateways[].TransitGatewayId', 'describe-transit-gateways', '--filters', [
            'Name=state,Values=pending,available,modifying',
          ]),
          operation: 'ec2 create-transit-gateway',
          options: [['--options', jsonWord(settings)], taggedAs(part, 'transit-gateway')],
          query: 'TransitGateway.TransitGatewayId',
        }),
        `wait_for available ${readGateway(stack, part.key, 'State')}`,
      ].join('\n')
    },
    remove: [
      'persist InvalidTransitGatewayID.NotFound aws ec2 delete-transit-gateway --region "$region" --transit-gateway-id "$id" >/dev/null',
      'wait_for \'|None|deleted\' allow InvalidTransitGatewayID.NotFound aws ec2 describe-transit-gateways --region "$region" --transit-gateway-ids "$id" --query \'TransitGateways[0].State\' --output text',
    ].join('\n'),
  },
  'transit-share': {
    create: (part, stack) =>
      shareOnce(stack, part, readGateway(stack, part.gateway, 'TransitGatewayArn'), part.accounts, false),
    remove: REMOVE_SHARE,
  },
}

const readGateway = (stack: StackPlan, key: string, field: string): string =>
  printCommand(stack, 'ec2 describe-transit-gateways', [
    ['--transit-gateway-ids', idOf(key)],
    ...answer(`TransitGateways[0].${field}`),
  ])

export const transitGatewayAttachment: StepPrinters<'transit-gateway-attachment'> = {
  'transit-attachment': {
    create: (part, stack) => {
      const { applianceMode, dnsSupport, ipv6Support, securityGroupReferencing } = part.construct
      const settings = {
        ApplianceModeSupport: enabled(applianceMode),
        DnsSupport: enabled(dnsSupport),
        Ipv6Support: enabled(ipv6Support),
        SecurityGroupReferencingSupport: enabled(securityGroupReferencing),
      }
      return [
        makeOnce(stack, part, {
          find: byTag(
            stack,
            part,
            'TransitGatewayVpcAttachments[].TransitGatewayAttachmentId',
            'describe-transit-gateway-vpc-attachments',
            '--filters',
            STATES,
          ),
          operation: 'ec2 create-transit-gateway-vpc-attachment',
          options: [
            ['--transit-gateway-id', idOf(part.gateway)],
            ['--vpc-id', idOf(part.vpc)],
            ['--subnet-ids', ...idWords(part.subnets)],
            ['--options', jsonWord(settings)],
            taggedAs(part, 'transit-gateway-attachment'),
          ],
          query: 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId',
        }),
        `wait_for available ${printCommand(stack, 'ec2 describe-transit-gateway-vpc-attachments', [
          ['--transit-gateway-attachment-ids', idOf(part.key)],
          ...answer('TransitGatewayVpcAttachments[0].State'),
        ])}`,
      ].join('\n')
    },
    remove: [
      'allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 delete-transit-gateway-vpc-attachment --region "$region" --transit-gateway-attachment-id "$id" >/dev/null',
      'wait_for \'|None|deleted\' allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 describe-transit-gateway-vpc-attachments --region "$region" --transit-gateway-attachment-ids "$id" --query \'TransitGatewayVpcAttachments[0].State\' --output text',
    ].join('\n'),
  },
}

/** Accepts the peering in the Region of the peer, once the request has arrived there. */
export const acceptPeeringCommands = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): string[] => [
  `wait_for 'pendingAcceptance|pending|available' retry InvalidTransitGatewayAttachmentID.NotFound ${peeringState(stack, part.attachment)}`,
  acceptPeeringCommand(part, stack),
  `wait_for available ${peeringState(stack, part.attachment)}`,
]
const peeringState = (stack: StackPlan, key: string): string =>
  printCommand(stack, 'ec2 describe-transit-gateway-peering-attachments', [
    ['--transit-gateway-attachment-ids', idOf(key)],
    ...answer('TransitGatewayPeeringAttachments[0].State'),
  ])

export const transitGatewayPeering: StepPrinters<'transit-gateway-peering'> = {
  'transit-peering': {
    create: (part, stack) =>
      [
        makeOnce(stack, part, {
          find: byTag(
            stack,
            part,
            'TransitGatewayPeeringAttachments[].TransitGatewayAttachmentId',
            'describe-transit-gateway-peering-attachments',
            '--filters',
            STATES,
          ),
          before:
            part.peerAccount === ''
              ? [`account=$(${printCommand(stack, 'sts get-caller-identity', answer('Account'))})`]
              : [],
          operation: 'ec2 create-transit-gateway-peering-attachment',
          options: [
            ['--transit-gateway-id', idOf(part.gateway)],
            ['--peer-transit-gateway-id', idOf(part.peer)],
            ['--peer-account-id', part.peerAccount === '' ? { expression: '"$account"' } : part.peerAccount],
            ['--peer-region', part.peerRegion],
            taggedAs(part, 'transit-gateway-attachment'),
          ],
          query: 'TransitGatewayPeeringAttachment.TransitGatewayAttachmentId',
        }),
        `wait_for 'pendingAcceptance|pending|available' ${peeringState(stack, part.key)}`,
      ].join('\n'),
    remove: [
      'allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 delete-transit-gateway-peering-attachment --region "$region" --transit-gateway-attachment-id "$id" >/dev/null',
      'wait_for \'|None|deleted\' allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 describe-transit-gateway-peering-attachments --region "$region" --transit-gateway-attachment-ids "$id" --query \'TransitGatewayPeeringAttachments[0].State\' --output text',
    ].join('\n'),
  },
  'transit-peering-acceptance': {
    create: (part, stack) => confirmOnce(stack, part, part.attachment, acceptPeeringCommands(part, stack)),
    remove: ': # goes with the attachment',
  },
}
