import { idOf } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { filters, held, pick } from './argument.ts'
import { acceptCall, nameServiceCall, readNameCall, readService } from './byHand.ts'
import { type Call, call, recordedCall } from './call.ts'
import { confirmOnce, helper, makeOnce, makeTagged, read, run, runOnce, type StepsOf, token, waitFor } from './line.ts'

const connectionState = (part: PartOf<'connection-acceptance'>, stack: StackPlan): Call =>
  call(
    stack,
    'ec2 describe-vpc-endpoint-connections',
    { Filters: filters({ 'service-id': idOf(part.service), 'vpc-endpoint-id': idOf(part.endpoint) }) },
    'VpcEndpointConnections[0].VpcEndpointState',
  )

export const endpointService: StepsOf<'endpoint-service'> = {
  'endpoint-service': {
    create: (part, stack, settings) => [
      ...makeTagged(stack, part, {
        thing: 'VpcEndpointServiceConfiguration',
        parameters: {
          ...pick(
            settings,
            'NetworkLoadBalancerArns',
            'GatewayLoadBalancerArns',
            'AcceptanceRequired',
            'SupportedIpAddressTypes',
            'SupportedRegions',
          ),
          ClientToken: token(part),
        },
        type: 'vpc-endpoint-service',
        query: 'ServiceConfiguration.ServiceId',
        found: ['describe-vpc-endpoint-service-configurations', 'ServiceConfigurations[].ServiceId'],
        state: ['service-state', ['Pending', 'Available']],
      }),
      waitFor('[Aa]vailable', readService(stack, part.key, 'ServiceState')),
      ...(settings.PayerResponsibility === undefined
        ? []
        : [
            run(
              call(stack, 'ec2 modify-vpc-endpoint-service-payer-responsibility', {
                ServiceId: idOf(part.key),
                ...pick(settings, 'PayerResponsibility'),
              }),
            ),
          ]),
    ],
    // AWS deletes no service that endpoints are connected to, and only their owners delete those
    remove: [helper('remove_service', held('region'), held('id'))],
  },
  'service-permissions': {
    create: (part, stack, settings) => [
      runOnce(stack, part, [run(call(stack, 'ec2 modify-vpc-endpoint-service-permissions', settings))]),
    ],
    remove: null,
  },
  'service-notification': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: {
          call: call(
            stack,
            'ec2 describe-vpc-endpoint-connection-notifications',
            {
              Filters: filters({
                'service-id': idOf(part.service),
                'connection-notification-arn': part.topic,
              }),
            },
            'ConnectionNotificationSet[].ConnectionNotificationId',
          ),
        },
        call: call(
          stack,
          'ec2 create-vpc-endpoint-connection-notification',
          { ...settings, ClientToken: token(part) },
          'ConnectionNotification.ConnectionNotificationId',
        ),
      }),
    ],
    remove: [
      run(
        recordedCall('ec2 delete-vpc-endpoint-connection-notifications', { ConnectionNotificationIds: [held('id')] }),
        'InvalidConnectionNotification',
      ),
    ],
  },
  'service-name': {
    create: (part, stack) => [
      runOnce(stack, part, [
        run(nameServiceCall(part, stack)),
        {
          line: 'tell',
          words: 'Put this record into public DNS, then start the verification:',
          from: { call: readNameCall(part, stack) },
        },
      ]),
    ],
    remove: null,
  },
  'connection-acceptance': {
    create: (part, stack) => [
      confirmOnce(stack, part, part.endpoint, [
        waitFor('pendingAcceptance|pending|[Aa]vailable', connectionState(part, stack)),
        read('connection', null, { call: connectionState(part, stack) }),
        {
          line: 'if',
          held: 'connection',
          is: 'pendingAcceptance',
          lines: [{ line: 'check', call: acceptCall(part, stack) }],
        },
        waitFor('[Aa]vailable', connectionState(part, stack)),
      ]),
    ],
    remove: [{ line: 'nothing', why: 'goes with the endpoint' }],
  },
}
