import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { shorthand } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { makeOnce, type StepsOf, shortName } from './step.ts'
import { tagList } from './tagList.ts'

type Balancer = SettingsOf<'network-balancer' | 'application-balancer' | 'gateway-balancer'>

const balancer = {
  /** Makes a balancer, sets what creation does not take, and waits until it is there. */
  create: (part: Part, stack: StackPlan, settings: Balancer): string => {
    const LoadBalancerArn = idOf(part.key)
    const find = printCommand(stack, 'elbv2 describe-load-balancers', [
      ['--names', shortName(part)],
      ...answer('LoadBalancers[].LoadBalancerArn'),
    ])
    const make = makeOnce(stack, part, {
      find: `allow LoadBalancerNotFound ${find}`,
      operation: 'elbv2 create-load-balancer',
      options: [
        ['--name', shortName(part)],
        ...optionsOf(settings, ['Type', 'IpAddressType', 'SubnetMappings', 'Subnets', 'Scheme', 'SecurityGroups']),
        ['--tags', tagList(part, stack, 'Key', 'Value')],
      ],
      query: 'LoadBalancers[0].LoadBalancerArn',
    })
    const attributes =
      'Attributes' in settings
        ? optionsOf({ LoadBalancerArn, Attributes: settings.Attributes.map((one) => shorthand(one)) })
        : null
    const groups =
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic' in settings && settings.SecurityGroups
        ? [
            ...optionsOf({ LoadBalancerArn }),
            ...optionsOf(settings, ['SecurityGroups', 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic']),
          ]
        : null
    return [
      make,
      ...(attributes ? [runQuietly(stack, 'elbv2 modify-load-balancer-attributes', attributes)] : []),
      ...(groups ? [runQuietly(stack, 'elbv2 set-security-groups', groups)] : []),
      printCommand(stack, 'elbv2 wait load-balancer-available', [['--load-balancer-arns', LoadBalancerArn]]),
    ].join('\n')
  },
  remove: [
    'persist LoadBalancerNotFound aws elbv2 delete-load-balancer --region "$region" --load-balancer-arn "$id"',
    'aws elbv2 wait load-balancers-deleted --region "$region" --load-balancer-arns "$id"',
  ].join('\n'),
}

const listener = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'network-listener'>): string => {
    const { LoadBalancerArn, Protocol, Port } = settings
    const query =
      Port === undefined
        ? 'Listeners[].ListenerArn'
        : `Listeners[?to_string(Port)=='${Port}' && Protocol=='${Protocol}'].ListenerArn`
    const Certificates = settings.Certificates?.map((one) => shorthand(one))
    return makeOnce(stack, part, {
      find: printCommand(stack, 'elbv2 describe-listeners', [...optionsOf({ LoadBalancerArn }), ...answer(query)]),
      operation: 'elbv2 create-listener',
      options: [...optionsOf({ ...settings, Certificates }), ['--tags', tagList(part, stack, 'Key', 'Value')]],
      query: 'Listeners[0].ListenerArn',
    })
  },
  remove: 'allow ListenerNotFound aws elbv2 delete-listener --region "$region" --listener-arn "$id"',
}

export const balancers: StepsOf<'network-load-balancer' | 'application-load-balancer' | 'gateway-load-balancer'> = {
  'network-balancer-address': address,
  'network-balancer': balancer,
  'network-listener': listener,
  'application-balancer': balancer,
  'application-listener': listener,
  'gateway-balancer': balancer,
  'gateway-listener': listener,
}
