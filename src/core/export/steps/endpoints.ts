import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held, short } from './argument.ts'
import { endpointPolicyCall } from './byHand.ts'
import { call, recordedCall } from './call.ts'
import { type Line, makeTagged, run, type StepsOf, token, waitFor } from './line.ts'

type EndpointName =
  | 'gateway-endpoint'
  | 'interface-endpoint'
  | 'balancer-endpoint'
  | 'resource-endpoint'
  | 'service-network-endpoint'

/** Makes an endpoint and waits until it is available; AWS has no waiter for that. */
const endpoint = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<EndpointName>): readonly Line[] => {
    const wanted = waitsForAcceptance(part) ? 'pendingAcceptance|[Aa]vailable' : '[Aa]vailable'
    const dns =
      'DnsOptions' in settings && settings.DnsOptions && !isOfLattice(part)
        ? { DnsOptions: short(settings.DnsOptions) }
        : {}
    return [
      ...makeTagged(stack, part, {
        thing: 'VpcEndpoint',
        parameters: { ...settings, ...dns, ClientToken: token(part) },
        state: ['vpc-endpoint-state', ['pendingAcceptance', 'pending', 'available']],
        alive: [
          'vpc-endpoint-id',
          ['pendingAcceptance', 'pending', 'available', 'rejected', 'failed', 'expired', 'partial'],
        ],
      }),
      waitFor(
        wanted,
        call(stack, 'ec2 describe-vpc-endpoints', { VpcEndpointIds: [idOf(part.key)] }, 'VpcEndpoints[0].State'),
      ),
    ]
  },
  // Deletion answers at once and says in its body what went wrong; its interfaces hold subnets and groups until it is gone
  remove: [
    {
      line: 'check' as const,
      call: recordedCall(
        'ec2 delete-vpc-endpoints',
        { VpcEndpointIds: [held('id')] },
        'Unsuccessful[].Error.[Code,Message]',
      ),
      gone: 'InvalidVpcEndpoint*NotFound*',
    },
    waitFor(
      '|[Dd]eleted',
      recordedCall('ec2 describe-vpc-endpoints', { VpcEndpointIds: [held('id')] }, 'VpcEndpoints[].State'),
      { done: 'InvalidVpcEndpointId.NotFound' },
    ),
  ],
}

/** Their options hold lists, which the short form has no way for. */
const isOfLattice = ({ name }: Part): boolean => name === 'resource-endpoint' || name === 'service-network-endpoint'

/** Whether somebody may have to accept it first: an endpoint for a drawn service, or for one of another account. */
const waitsForAcceptance = (part: Part): boolean =>
  (part.name === 'interface-endpoint' || part.name === 'balancer-endpoint') &&
  (part.service.part !== undefined || part.service.name.includes('.vpce-svc-'))

export const endpoints: StepsOf<
  | 'gateway-endpoint'
  | 'interface-endpoint'
  | 'gateway-load-balancer-endpoint'
  | 'resource-endpoint'
  | 'service-network-endpoint'
> = {
  'gateway-endpoint': endpoint,
  'interface-endpoint': endpoint,
  'endpoint-policy': {
    create: (part, stack) => [run(endpointPolicyCall(part, stack))],
    // goes with the endpoint
    remove: null,
  },
  'balancer-endpoint': endpoint,
  'resource-endpoint': endpoint,
  'service-network-endpoint': endpoint,
}
