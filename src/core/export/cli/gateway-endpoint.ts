import { FULL_ACCESS } from '../fullAccess.ts'
import { createEndpoint, REMOVE_ENDPOINT } from './endpointSteps.ts'
import { idWords, type StepPrinters } from './step.ts'
import { idOf, jsonWord } from './word.ts'

export const gatewayEndpoint: StepPrinters<'gateway-endpoint'> = {
  'gateway-endpoint': {
    create: (part, stack) =>
      createEndpoint(stack, part, [
        ['--vpc-endpoint-type', 'Gateway'],
        ['--vpc-id', idOf(part.vpc)],
        ['--service-name', part.construct.service],
        ...(part.tables.length > 0 ? [['--route-table-ids', ...idWords(part.tables)] as const] : []),
        ['--no-private-dns-enabled'],
        ['--policy-document', jsonWord(FULL_ACCESS)],
      ]),
    remove: REMOVE_ENDPOINT,
  },
}
