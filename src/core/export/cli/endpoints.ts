import type { SettingsOf } from '../aws/settings.ts'
import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { shorthand } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { makeTagged, type StepsOf } from './step.ts'

type EndpointName =
  | 'gateway-endpoint'
  | 'interface-endpoint'
  | 'balancer-endpoint'
  | 'resource-endpoint'
  | 'service-network-endpoint'

/** Makes an endpoint and waits until it is available; AWS has no waiter for that. */
const endpoint = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<EndpointName>): string => {
    const read: Option[] = [['--vpc-endpoint-ids', idOf(part.key)], ...answer('VpcEndpoints[0].State')]
    const wanted = waitsForAcceptance(part) ? 'pendingAcceptance|[Aa]vailable' : '[Aa]vailable'
    const dns =
      'DnsOptions' in settings && settings.DnsOptions && !isOfLattice(part)
        ? { DnsOptions: shorthand(settings.DnsOptions) }
        : {}
    return [
      makeTagged(stack, part, {
        thing: 'VpcEndpoint',
        options: [...optionsOf({ ...settings, ...dns }), clientToken(part)],
        state: 'Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available',
        alive: [
          'vpc-endpoint-id',
          'Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available,rejected,failed,expired,partial',
        ],
      }),
      `wait_for '${wanted}' ${printCommand(stack, 'ec2 describe-vpc-endpoints', read)}`,
    ].join('\n')
  },
  // Deletion answers at once and says in its body what went wrong; its interfaces hold subnets and groups until it is gone
  remove: [
    'problem=$(aws ec2 delete-vpc-endpoints --region "$region" --vpc-endpoint-ids "$id" --query \'Unsuccessful[].Error.[Code,Message]\' --output text)',
    '[[ -z $problem || $problem == None || $problem == InvalidVpcEndpoint*NotFound* ]] || fail "$problem"',
    'wait_for \'|[Dd]eleted\' allow InvalidVpcEndpointId.NotFound aws ec2 describe-vpc-endpoints --region "$region" --vpc-endpoint-ids "$id" --query \'VpcEndpoints[].State\' --output text',
  ].join('\n'),
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
  'balancer-endpoint': endpoint,
  'resource-endpoint': endpoint,
  'service-network-endpoint': endpoint,
}
