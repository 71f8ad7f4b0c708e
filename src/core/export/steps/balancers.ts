import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { held, pick, short } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { type Line, makeOnce, persist, run, type StepsOf, shortName, silently, tagList, waiter } from './line.ts'

type Balancer = SettingsOf<'network-balancer' | 'application-balancer' | 'gateway-balancer'>

const balancer = {
  /** Makes a balancer, sets what creation does not take, and waits until it is there. */
  create: (part: Part, stack: StackPlan, settings: Balancer): readonly Line[] => {
    const LoadBalancerArn = idOf(part.key)
    const Name = shortName(part)
    const make = makeOnce(stack, part, {
      find: {
        call: call(stack, 'elbv2 describe-load-balancers', { Names: [Name] }, 'LoadBalancers[].LoadBalancerArn'),
        done: 'LoadBalancerNotFound',
      },
      call: call(
        stack,
        'elbv2 create-load-balancer',
        {
          Name,
          ...pick(settings, 'Type', 'IpAddressType', 'SubnetMappings', 'Subnets', 'Scheme', 'SecurityGroups'),
          Tags: tagList(part, stack),
        },
        'LoadBalancers[0].LoadBalancerArn',
      ),
    })
    const attributes =
      'Attributes' in settings
        ? [
            run(
              call(stack, 'elbv2 modify-load-balancer-attributes', {
                LoadBalancerArn,
                Attributes: settings.Attributes.map(short),
              }),
            ),
          ]
        : []
    const groups =
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic' in settings && settings.SecurityGroups
        ? [
            run(
              call(stack, 'elbv2 set-security-groups', {
                LoadBalancerArn,
                ...pick(settings, 'SecurityGroups', 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic'),
              }),
            ),
          ]
        : []
    return [
      make,
      ...attributes,
      ...groups,
      waiter(stack, 'elbv2 load-balancer-available', { LoadBalancerArns: [LoadBalancerArn] }),
    ]
  },
  remove: [
    persist('LoadBalancerNotFound', recordedCall('elbv2 delete-load-balancer', { LoadBalancerArn: held('id') })),
    {
      line: 'waiter' as const,
      call: recordedCall('elbv2 load-balancers-deleted', { LoadBalancerArns: [held('id')] }),
    },
  ],
}

const listener = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'network-listener'>): readonly Line[] => {
    const { LoadBalancerArn, Protocol, Port } = settings
    const query =
      Port === undefined
        ? 'Listeners[].ListenerArn'
        : ["Listeners[?to_string(Port)=='", `${Port}`, "' && Protocol=='", `${Protocol}`, "'].ListenerArn"]
    return [
      makeOnce(stack, part, {
        find: { call: call(stack, 'elbv2 describe-listeners', { LoadBalancerArn }, query) },
        call: call(
          stack,
          'elbv2 create-listener',
          { ...settings, Certificates: settings.Certificates?.map(short), Tags: tagList(part, stack) },
          'Listeners[0].ListenerArn',
        ),
      }),
    ]
  },
  remove: [silently(recordedCall('elbv2 delete-listener', { ListenerArn: held('id') }), 'ListenerNotFound')],
}

const rule = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'listener-rule'>): readonly Line[] => {
    const { ListenerArn, Priority } = settings
    const query = `Rules[?Priority=='${Priority}'].RuleArn`
    return [
      makeOnce(stack, part, {
        find: { call: call(stack, 'elbv2 describe-rules', { ListenerArn }, query) },
        call: call(stack, 'elbv2 create-rule', { ...settings, Tags: tagList(part, stack) }, 'Rules[0].RuleArn'),
      }),
    ]
  },
  remove: [silently(recordedCall('elbv2 delete-rule', { RuleArn: held('id') }), 'RuleNotFound')],
}

export const balancers: StepsOf<'network-load-balancer' | 'application-load-balancer' | 'gateway-load-balancer'> = {
  'network-balancer-address': address,
  'network-balancer': balancer,
  'network-listener': listener,
  'application-balancer': balancer,
  'application-listener': listener,
  'listener-rule': rule,
  'gateway-balancer': balancer,
  'gateway-listener': listener,
}
