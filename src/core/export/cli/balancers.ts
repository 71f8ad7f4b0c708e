import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import type { PlannedBalancer, PlannedListener } from '../plan/balancingShapes.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { address } from './address.ts'
import { idWords, makeOnce, type Step, type StepPrinters, shortName } from './step.ts'
import { tagList } from './tagList.ts'

const removeBalancer = [
  'persist LoadBalancerNotFound aws elbv2 delete-load-balancer --region "$region" --load-balancer-arn "$id"',
  'aws elbv2 wait load-balancers-deleted --region "$region" --load-balancer-arns "$id"',
].join('\n')

/** Makes a balancer, sets what creation does not take, and waits until it is there. */
function createBalancer(
  part: Part & PlannedBalancer,
  stack: StackPlan,
  type: 'network' | 'application' | 'gateway',
  settings: readonly string[],
): string {
  const hasAddresses = part.nodes.some((node) => node.privateIp !== null || node.address !== null)
  const mappings = part.nodes.map((node) => ({
    SubnetId: { piece: idOf(node.subnet) },
    ...(node.privateIp !== null && { PrivateIPv4Address: node.privateIp }),
    ...(node.address !== null && { AllocationId: { piece: idOf(node.address) } }),
  }))
  const options: Option[] = [
    ['--name', shortName(part)],
    ['--type', type],
    ['--ip-address-type', part.addressType],
    hasAddresses
      ? ['--subnet-mappings', jsonWord(mappings)]
      : ['--subnets', ...idWords(part.nodes.map((node) => node.subnet))],
  ]
  if (part.scheme !== null) options.push(['--scheme', part.scheme])
  if (part.groups !== null && part.groups.length > 0) options.push(['--security-groups', ...idWords(part.groups)])
  const find = printCommand(stack, 'elbv2 describe-load-balancers', [
    ['--names', shortName(part)],
    ...answer('LoadBalancers[].LoadBalancerArn'),
  ])
  return [
    makeOnce(stack, part, {
      find: `allow LoadBalancerNotFound ${find}`,
      operation: 'elbv2 create-load-balancer',
      options: [...options, ['--tags', tagList(part, 'Key', 'Value')]],
      query: 'LoadBalancers[0].LoadBalancerArn',
    }),
    ...settings,
    printCommand(stack, 'elbv2 wait load-balancer-available', [['--load-balancer-arns', idOf(part.key)]]),
  ].join('\n')
}

const setCrossZone = (part: Part, stack: StackPlan, isOn: boolean): string =>
  runQuietly(stack, 'elbv2 modify-load-balancer-attributes', [
    ['--load-balancer-arn', idOf(part.key)],
    ['--attributes', `Key=load_balancing.cross_zone.enabled,Value=${isOn}`],
  ])

const listener: Step<Part & PlannedListener> = {
  create: (part, stack) => {
    const query =
      part.port === null
        ? 'Listeners[].ListenerArn'
        : `Listeners[?to_string(Port)=='${part.port}' && Protocol=='${part.protocol}'].ListenerArn`
    const action =
      part.group === null
        ? { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }
        : { Type: 'forward', TargetGroupArn: { piece: idOf(part.group) } }
    const options: Option[] = [['--load-balancer-arn', idOf(part.balancer)]]
    if (part.protocol !== null) options.push(['--protocol', part.protocol])
    if (part.port !== null) options.push(['--port', `${part.port}`])
    if (part.certificate !== null) options.push(['--certificates', ['CertificateArn=', idOf(part.certificate)]])
    return makeOnce(stack, part, {
      find: printCommand(stack, 'elbv2 describe-listeners', [
        ['--load-balancer-arn', idOf(part.balancer)],
        ...answer(query),
      ]),
      operation: 'elbv2 create-listener',
      options: [...options, ['--default-actions', jsonWord([action])], ['--tags', tagList(part, 'Key', 'Value')]],
      query: 'Listeners[0].ListenerArn',
    })
  },
  remove: 'allow ListenerNotFound aws elbv2 delete-listener --region "$region" --listener-arn "$id"',
}

export const networkLoadBalancer: StepPrinters<'network-load-balancer'> = {
  'network-balancer-address': address,
  'network-balancer': {
    create: (part, stack) => {
      const { crossZone, enforceInboundRulesOnPrivateLink } = part.construct
      const settings = [setCrossZone(part, stack, crossZone)]
      if (part.groups !== null)
        settings.push(
          runQuietly(stack, 'elbv2 set-security-groups', [
            ['--load-balancer-arn', idOf(part.key)],
            ['--security-groups', ...idWords(part.groups)],
            [
              '--enforce-security-group-inbound-rules-on-private-link-traffic',
              enforceInboundRulesOnPrivateLink ? 'on' : 'off',
            ],
          ]),
        )
      return createBalancer(part, stack, 'network', settings)
    },
    remove: removeBalancer,
  },
  'network-listener': listener,
}

export const applicationLoadBalancer: StepPrinters<'application-load-balancer'> = {
  'application-balancer': {
    create: (part, stack) => createBalancer(part, stack, 'application', []),
    remove: removeBalancer,
  },
  'application-listener': listener,
}

export const gatewayLoadBalancer: StepPrinters<'gateway-load-balancer'> = {
  'gateway-balancer': {
    create: (part, stack) =>
      createBalancer(part, stack, 'gateway', [setCrossZone(part, stack, part.construct.crossZone)]),
    remove: removeBalancer,
  },
  'gateway-listener': listener,
}
