import { acceptCommand, readService, serviceNameCommands } from '../commands/byHand.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { idOf } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { byTag, confirmOnce, idWords, makeOnce, runOnce, type StepPrinters, taggedAs } from './step.ts'

const connectionState = (part: PartOf<'connection-acceptance'>, stack: StackPlan): string =>
  printCommand(stack, 'ec2 describe-vpc-endpoint-connections', [
    [
      '--filters',
      ['Name=service-id,Values=', idOf(part.service)],
      ['Name=vpc-endpoint-id,Values=', idOf(part.endpoint)],
    ],
    ...answer('VpcEndpointConnections[0].VpcEndpointState'),
  ])

export const endpointService: StepPrinters<'endpoint-service'> = {
  'endpoint-service': {
    create: (part, stack) => {
      const { acceptanceRequired, supportedIpAddressTypes, supportedRegions, payer } = part.construct
      const options: Option[] = [
        [`--${part.balancerKind}-load-balancer-arns`, ...idWords(part.balancers)],
        [acceptanceRequired ? '--acceptance-required' : '--no-acceptance-required'],
      ]
      if (supportedIpAddressTypes.length > 0) options.push(['--supported-ip-address-types', ...supportedIpAddressTypes])
      if (supportedRegions.length > 0) options.push(['--supported-regions', ...supportedRegions])
      const pays: Option[] = [
        ['--service-id', idOf(part.key)],
        ['--payer-responsibility', 'ServiceOwner'],
      ]
      return [
        makeOnce(stack, part, {
          find: byTag(
            stack,
            part,
            'ServiceConfigurations[].ServiceId',
            'describe-vpc-endpoint-service-configurations',
            '--filters',
            ['Name=service-state,Values=Pending,Available'],
          ),
          operation: 'ec2 create-vpc-endpoint-service-configuration',
          options: [...options, clientToken(part), taggedAs(part, 'vpc-endpoint-service')],
          query: 'ServiceConfiguration.ServiceId',
        }),
        `wait_for '[Aa]vailable' ${readService(stack, part.key, 'ServiceState')}`,
        ...(payer === 'service-owner'
          ? [runQuietly(stack, 'ec2 modify-vpc-endpoint-service-payer-responsibility', pays)]
          : []),
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
    create: (part, stack) => {
      const options: Option[] = [
        ['--service-id', idOf(part.service)],
        ['--add-allowed-principals', ...part.principals],
      ]
      return runOnce(stack, part, [runQuietly(stack, 'ec2 modify-vpc-endpoint-service-permissions', options)])
    },
    remove: null,
  },
  'service-notification': {
    create: (part, stack) =>
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
        options: [
          ['--service-id', idOf(part.service)],
          ['--connection-notification-arn', part.topic],
          ['--connection-events', ...part.events],
          clientToken(part),
        ],
        query: 'ConnectionNotification.ConnectionNotificationId',
      }),
    remove:
      'allow InvalidConnectionNotification aws ec2 delete-vpc-endpoint-connection-notifications --region "$region" --connection-notification-ids "$id" >/dev/null',
  },
  'service-name': {
    create: (part, stack) => {
      const [set, show] = serviceNameCommands(part, stack)
      return runOnce(stack, part, [
        set!,
        `say "Put this record into public DNS, then start the verification: $(${show})"`,
      ])
    },
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
