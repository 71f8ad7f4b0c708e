import { idOf } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held } from './argument.ts'
import { acceptPeeringCall, peerAttachmentCall } from './byHand.ts'
import { type Call, call, recordedCall } from './call.ts'
import { confirmOnce, type Line, lookUp, makeTagged, persist, run, runOnce, type StepsOf, waitFor } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

const STATE = [
  'state',
  ['initiating', 'initiatingRequest', 'pendingAcceptance', 'pending', 'available', 'modifying'],
] as const
const NO_ATTACHMENT = 'InvalidTransitGatewayAttachmentID.NotFound'

const readGateway = (stack: StackPlan, key: string, field: string): Call =>
  call(stack, 'ec2 describe-transit-gateways', { TransitGatewayIds: [idOf(key)] }, `TransitGateways[0].${field}`)

const peeringState = (stack: StackPlan, key: string): Call =>
  call(
    stack,
    'ec2 describe-transit-gateway-peering-attachments',
    { TransitGatewayAttachmentIds: [idOf(key)] },
    'TransitGatewayPeeringAttachments[0].State',
  )

/** Accepts what the accepter's side lists of the request, which may go by another id there; null where only the id of the request is known. */
const acceptOnce = (part: PartOf<'transit-peering-acceptance'>, stack: StackPlan): Line | null => {
  const { between } = part
  if (between === null) return null
  const listed = peerAttachmentCall({ ...part, between }, stack)
  return runOnce(
    stack,
    part,
    [
      waitFor('tgw-attach-[0-9a-f]+', listed),
      lookUp(part.key, `attachment of ${part.construct.id} at the peer`, listed),
      run(acceptPeeringCall(part, stack), 'IncorrectState'),
      waitFor('available', peeringState(stack, part.key)),
    ],
    idOf(part.key),
  )
}

/** Deletes an attachment and waits until it is gone. */
const removal = (word: 'vpc' | 'peering', list: string): readonly Line[] => [
  run(
    recordedCall(`ec2 delete-transit-gateway-${word}-attachment`, { TransitGatewayAttachmentId: held('id') }),
    NO_ATTACHMENT,
  ),
  waitFor(
    '|None|deleted',
    recordedCall(
      `ec2 describe-transit-gateway-${word}-attachments`,
      { TransitGatewayAttachmentIds: [held('id')] },
      `${list}[0].State`,
    ),
    { done: NO_ATTACHMENT },
  ),
]

export const transit: StepsOf<'transit-gateway' | 'transit-gateway-attachment' | 'transit-gateway-peering'> = {
  'transit-gateway': {
    create: (part, stack, { Options }) => {
      const { AmazonSideAsn, AutoAcceptSharedAttachments, ...others } = Options
      return [
        ...makeTagged(stack, part, {
          thing: 'TransitGateway',
          parameters: { Options: { AmazonSideAsn, AutoAcceptSharedAttachments, ...others } },
          state: ['state', ['pending', 'available', 'modifying']],
        }),
        waitFor('available', readGateway(stack, part.key, 'State')),
      ]
    },
    remove: [
      persist(
        'InvalidTransitGatewayID.NotFound',
        recordedCall('ec2 delete-transit-gateway', { TransitGatewayId: held('id') }),
      ),
      waitFor(
        '|None|deleted',
        recordedCall('ec2 describe-transit-gateways', { TransitGatewayIds: [held('id')] }, 'TransitGateways[0].State'),
        { done: 'InvalidTransitGatewayID.NotFound' },
      ),
    ],
  },
  'transit-share': {
    create: (part, stack, settings) =>
      shareOnce(stack, part, { call: readGateway(stack, part.gateway, 'TransitGatewayArn') }, settings),
    remove: REMOVE_SHARE,
  },
  'transit-attachment': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, {
        thing: 'TransitGatewayVpcAttachment',
        parameters: settings,
        type: 'transit-gateway-attachment',
        query: 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId',
        found: [
          'describe-transit-gateway-vpc-attachments',
          'TransitGatewayVpcAttachments[].TransitGatewayAttachmentId',
        ],
        state: STATE,
      }),
      waitFor(
        'available',
        call(
          stack,
          'ec2 describe-transit-gateway-vpc-attachments',
          { TransitGatewayAttachmentIds: [idOf(part.key)] },
          'TransitGatewayVpcAttachments[0].State',
        ),
      ),
    ],
    remove: removal('vpc', 'TransitGatewayVpcAttachments'),
  },
  'transit-peering': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, {
        thing: 'TransitGatewayPeeringAttachment',
        parameters: {
          ...settings,
          PeerAccountId: settings.PeerAccountId === '' ? held('account') : settings.PeerAccountId,
        },
        type: 'transit-gateway-attachment',
        query: 'TransitGatewayPeeringAttachment.TransitGatewayAttachmentId',
        found: [
          'describe-transit-gateway-peering-attachments',
          'TransitGatewayPeeringAttachments[].TransitGatewayAttachmentId',
        ],
        state: STATE,
      }),
      waitFor('pendingAcceptance|pending|available', peeringState(stack, part.key)),
    ],
    remove: removal('peering', 'TransitGatewayPeeringAttachments'),
  },
  'transit-peering-acceptance': {
    create: (part, stack) => [
      acceptOnce(part, stack) ??
        confirmOnce(stack, part, part.attachment, [
          // In the Region of the peer, once the request has arrived there
          waitFor('pendingAcceptance|pending|available', peeringState(stack, part.attachment), {
            retryOn: NO_ATTACHMENT,
          }),
          run(acceptPeeringCall(part, stack)),
          waitFor('available', peeringState(stack, part.attachment)),
        ]),
    ],
    remove: [{ line: 'nothing', why: 'goes with the attachment' }],
  },
}
