import { answer, type Option, printCommand } from '../commands/command.ts'
import { idOf } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { byTag, makeOnce, taggedAs } from './step.ts'

/** Makes an endpoint and waits until it is available; AWS has no waiter for that. */
export const createEndpoint = (stack: StackPlan, part: Part, options: readonly Option[]): string =>
  [
    makeOnce(stack, part, {
      find: byTag(stack, part, 'VpcEndpoints[].VpcEndpointId', 'describe-vpc-endpoints', '--filters', [
        'Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available',
      ]),
      operation: 'ec2 create-vpc-endpoint',
      options: [...options, clientToken(part), taggedAs(part, 'vpc-endpoint')],
      query: 'VpcEndpoint.VpcEndpointId',
    }),
    `wait_for '${waitsForAcceptance(part) ? 'pendingAcceptance|[Aa]vailable' : '[Aa]vailable'}' ${printCommand(stack, 'ec2 describe-vpc-endpoints', [['--vpc-endpoint-ids', idOf(part.key)], ...answer('VpcEndpoints[0].State')])}`,
  ].join('\n')

/** Deletion answers at once and says in its body what went wrong; its interfaces hold subnets and groups until it is gone. */
export const REMOVE_ENDPOINT = [
  'problem=$(aws ec2 delete-vpc-endpoints --region "$region" --vpc-endpoint-ids "$id" --query \'Unsuccessful[].Error.[Code,Message]\' --output text)',
  '[[ -z $problem || $problem == None || $problem == InvalidVpcEndpoint*NotFound* ]] || fail "$problem"',
  'wait_for \'|[Dd]eleted\' allow InvalidVpcEndpointId.NotFound aws ec2 describe-vpc-endpoints --region "$region" --vpc-endpoint-ids "$id" --query \'VpcEndpoints[].State\' --output text',
].join('\n')

/** Whether somebody may have to accept it first: an endpoint for a drawn service, or for one of another account. */
const waitsForAcceptance = (part: Part): boolean =>
  'service' in part &&
  typeof part.service === 'object' &&
  (part.service.part !== undefined || part.service.name.includes('.vpce-svc-'))
