import { idOf } from '../aws/value.ts'
import { acceptCommand, nameServiceCommand, readNameCommand, readService } from '../commands/byHand.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { confirmOnce, makeOnce, makeTagged, runOnce, type StepsOf } from './step.ts'

const connectionState = (part: PartOf<'connection-acceptance'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 describe-vpc-endpoint-connections', [
    [
      '--filters',
      ['Name=service-id,Values=', idOf(part.service)],
      ['Name=vpc-endpoint-id,Values=', idOf(part.endpoint)],
    ],
    ...answer('VpcEndpointConnections[0].VpcEndpointState'),
  ])

export const endpointService: StepsOf<'endpoint-service'> = {
  'endpoint-service': {
    create: (part, stack, settings) => {
      const pays = [...optionsOf({ ServiceId: idOf(part.key) }), ...optionsOf(settings, ['PayerResponsibility'])]
      return [
        makeTagged(stack, part, {
          thing: 'VpcEndpointServiceConfiguration',
          options: [
            ...optionsOf(settings, [
              'NetworkLoadBalancerArns',
              'GatewayLoadBalancerArns',
              'AcceptanceRequired',
              'SupportedIpAddressTypes',
              'SupportedRegions',
            ]),
            clientToken(part),
          ],
          type: 'vpc-endpoint-service',
          query: 'ServiceConfiguration.ServiceId',
          found: ['describe-vpc-endpoint-service-configurations', 'ServiceConfigurations[].ServiceId'],
          state: 'Name=service-state,Values=Pending,Available',
        }),
        `wait_for '[Aa]vailable' ${readService(stack, part.key, 'ServiceState')}`,
        ...(settings.PayerResponsibility === undefined
          ? []
          : [runQuietly(stack, 'ec2 modify-vpc-endpoint-service-payer-responsibility', pays)]),
      ].join('\n')
    },
    // AWS deletes no service that endpoints are connected to, and only their owners delete those
    remove: [
      'reject_endpoints "$region" "$id"',
      'problem=$(persist InvalidVpcEndpointServiceId.NotFound aws ec2 delete-vpc-endpoint-service-configurations --region "$region" --service-ids "$id" --query \'Unsuccessful[].Error.[Code,Message]\' --output text)',
      '[[ -z $problem || $problem == None || $problem == InvalidVpcEndpointService*NotFound* ]] || fail "$problem"',
    ].join('\n'),
  },
  'service-permissions': {
    create: (part, stack, settings) =>
      runOnce(stack, part, [runQuietly(stack, 'ec2 modify-vpc-endpoint-service-permissions', optionsOf(settings))]),
    remove: null,
  },
  'service-notification': {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: printCommand(stack, 'ec2 describe-vpc-endpoint-connection-notifications', [
          [
            '--filters',
            ['Name=service-id,Values=', idOf(part.service)],
            `Name=connection-notification-arn,Values=${part.topic}`,
          ],
          ...answer('ConnectionNotificationSet[].ConnectionNotificationId'),
        ]),
        operation: 'ec2 create-vpc-endpoint-connection-notification',
        options: [...optionsOf(settings), clientToken(part)],
        query: 'ConnectionNotification.ConnectionNotificationId',
      }),
    remove:
      'allow InvalidConnectionNotification aws ec2 delete-vpc-endpoint-connection-notifications --region "$region" --connection-notification-ids "$id" >/dev/null',
  },
  'service-name': {
    create: (part, stack) =>
      runOnce(stack, part, [
        nameServiceCommand(part, stack),
        `say "Put this record into public DNS, then start the verification: $(${readNameCommand(part, stack)})"`,
      ]),
    remove: null,
  },
  'connection-acceptance': {
    create: (part, stack) =>
      confirmOnce(stack, part, part.endpoint, [
        `wait_for 'pendingAcceptance|pending|[Aa]vailable' ${connectionState(part, stack)}`,
        `connection=$(${connectionState(part, stack)})`,
        'if [[ $connection == pendingAcceptance ]]; then',
        `  problem=$(${acceptCommand(part, stack).replaceAll('\n', '\n  ')})`,
        '  [[ -z $problem || $problem == None ]] || fail "$problem"',
        'fi',
        `wait_for '[Aa]vailable' ${connectionState(part, stack)}`,
      ]),
    remove: ': # goes with the endpoint',
  },
}
