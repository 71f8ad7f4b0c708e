import { type Option, printCommand } from '../commands/command.ts'
import { expression, idOf, type Piece } from '../commands/word.ts'
import type { Part, PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { tagText } from '../text/tagText.ts'
import { clientToken } from './clientToken.ts'
import { createEndpoint, REMOVE_ENDPOINT } from './endpointSteps.ts'
import { idWords, makeOnce, type StepPrinters, shortName, tagNameOf } from './step.ts'

export const resourceEndpoint: StepPrinters<'resource-endpoint'> = {
  'resource-endpoint': {
    create: (part, stack) =>
      create(part, stack, 'Resource', [
        '--resource-configuration-arn',
        part.configuration === null ? part.construct.resourceConfigurationArn : idOf(part.configuration),
      ]),
    remove: REMOVE_ENDPOINT,
  },
}

export const serviceNetwork: StepPrinters<'service-network'> = {
  'service-network': {
    create: (part, stack) => {
      const name = shortName(part)
      return makeOnce(stack, part, {
        find: printCommand(stack, 'vpc-lattice list-service-networks', [
          ['--query', ["items[?name=='", name, "'].arn"]],
          ['--output', 'text'],
        ]),
        operation: 'vpc-lattice create-service-network',
        options: [
          ['--name', name],
          ['--auth-type', 'NONE'],
          clientToken(part),
          ['--tags', expression(`"$(tag_map ${part.key} ${quoteShell(tagText(tagNameOf(part)))})"`)],
        ],
        query: 'arn',
      })
    },
    remove:
      'persist ResourceNotFoundException aws vpc-lattice delete-service-network --region "$region" --service-network-identifier "$id"',
  },
}

export const serviceNetworkEndpoint: StepPrinters<'service-network-endpoint'> = {
  'service-network-endpoint': {
    create: (part, stack) =>
      create(part, stack, 'ServiceNetwork', [
        '--service-network-arn',
        part.network === null ? part.construct.serviceNetworkArn : idOf(part.network.key),
      ]),
    remove: REMOVE_ENDPOINT,
  },
}

function create(
  part: Part & { readonly vpc: PartKey; readonly subnets: readonly PartKey[]; readonly groups: readonly PartKey[] },
  stack: StackPlan,
  type: 'Resource' | 'ServiceNetwork',
  target: readonly [`--${string}`, Piece],
): string {
  const options: Option[] = [['--vpc-endpoint-type', type], ['--vpc-id', idOf(part.vpc)], target]
  if (part.subnets.length > 0) options.push(['--subnet-ids', ...idWords(part.subnets)])
  if (part.groups.length > 0) options.push(['--security-group-ids', ...idWords(part.groups)])
  return createEndpoint(stack, part, [...options, ['--no-private-dns-enabled']])
}
