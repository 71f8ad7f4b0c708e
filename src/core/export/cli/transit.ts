import { idOf } from '../aws/value.ts'
import { acceptPeeringCommand } from '../commands/byHand.ts'
import { answer, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { confirmOnce, makeTagged, type StepsOf } from './step.ts'

const STATES = 'Name=state,Values=initiating,initiatingRequest,pendingAcceptance,pending,available,modifying'

const readGateway = (stack: StackPlan, key: string, field: string): string =>
  printCommand(stack, 'ec2 describe-transit-gateways', [
    ['--transit-gateway-ids', idOf(key)],
    ...answer(`TransitGateways[0].${field}`),
  ])

/** Accepts the peering in the Region of the peer, once the request has arrived there. */
const acceptPeeringCommands = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): string[] => [
  `wait_for 'pendingAcceptance|pending|available' retry InvalidTransitGatewayAttachmentID.NotFound ${peeringState(stack, part.attachment)}`,
  acceptPeeringCommand(part, stack),
  `wait_for available ${peeringState(stack, part.attachment)}`,
]
const peeringState = (stack: StackPlan, key: string): string =>
  printCommand(stack, 'ec2 describe-transit-gateway-peering-attachments', [
    ['--transit-gateway-attachment-ids', idOf(key)],
    ...answer('TransitGatewayPeeringAttachments[0].State'),
  ])

export const transit: StepsOf<'transit-gateway' | 'transit-gateway-attachment' | 'transit-gateway-peering'> = {
  'transit-gateway': {
    create: (part, stack, { Options }) => {
      const { AmazonSideAsn, AutoAcceptSharedAttachments, ...others } = Options
      return [
        makeTagged(stack, part, {
          thing: 'TransitGateway',
          options: optionsOf({ Options: { AmazonSideAsn, AutoAcceptSharedAttachments, ...others } }),
          state: 'Name=state,Values=pending,available,modifying',
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
    create: (part, stack, settings) =>
      shareOnce(stack, part, readGateway(stack, part.gateway, 'TransitGatewayArn'), settings),
    remove: REMOVE_SHARE,
  },
  'transit-attachment': {
    create: (part, stack, settings) =>
      [
        makeTagged(stack, part, {
          thing: 'TransitGatewayVpcAttachment',
          options: optionsOf(settings),
          type: 'transit-gateway-attachment',
          query: 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId',
          found: [
            'describe-transit-gateway-vpc-attachments',
            'TransitGatewayVpcAttachments[].TransitGatewayAttachmentId',
          ],
          state: STATES,
        }),
        `wait_for available ${printCommand(stack, 'ec2 describe-transit-gateway-vpc-attachments', [
          ['--transit-gateway-attachment-ids', idOf(part.key)],
          ...answer('TransitGatewayVpcAttachments[0].State'),
        ])}`,
      ].join('\n'),
    remove: [
      'allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 delete-transit-gateway-vpc-attachment --region "$region" --transit-gateway-attachment-id "$id" >/dev/null',
      'wait_for \'|None|deleted\' allow InvalidTransitGatewayAttachmentID.NotFound aws ec2 describe-transit-gateway-vpc-attachments --region "$region" --transit-gateway-attachment-ids "$id" --query \'TransitGatewayVpcAttachments[0].State\' --output text',
    ].join('\n'),
  },
  'transit-peering': {
    create: (part, stack, settings) => {
      const isOwn = settings.PeerAccountId === ''
      const PeerAccountId = isOwn ? expression('"$account"') : settings.PeerAccountId
      return [
        makeTagged(stack, part, {
          thing: 'TransitGatewayPeeringAttachment',
          options: optionsOf({ ...settings, PeerAccountId }),
          type: 'transit-gateway-attachment',
          query: 'TransitGatewayPeeringAttachment.TransitGatewayAttachmentId',
          found: [
            'describe-transit-gateway-peering-attachments',
            'TransitGatewayPeeringAttachments[].TransitGatewayAttachmentId',
          ],
          state: STATES,
        }),
        `wait_for 'pendingAcceptance|pending|available' ${peeringState(stack, part.key)}`,
      ].join('\n')
    },
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
