import { FULL_ACCESS } from '../aws/fullAccess.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { createEndpoint, REMOVE_ENDPOINT } from './endpointSteps.ts'
import { idWords, type StepPrinters } from './step.ts'

export const gatewayEndpoint: StepPrinters<'gateway-endpoint'> = {
  'gateway-endpoint': {
    create: (part, stack) => {
      const { ipAddressType, dnsRecordIpType } = part.construct
      return createEndpoint(stack, part, [
        ['--vpc-endpoint-type', 'Gateway'],
        ['--vpc-id', idOf(part.vpc)],
        ['--service-name', part.construct.service],
        ...(part.tables.length > 0 ? [['--route-table-ids', ...idWords(part.tables)] as const] : []),
        ['--no-private-dns-enabled'],
        ...(ipAddressType === 'ipv4' ? [] : [['--ip-address-type', ipAddressType] as const]),
        ...(dnsRecordIpType === 'service-defined'
          ? []
          : [['--dns-options', `DnsRecordIpType=${dnsRecordIpType}`] as const]),
        ['--policy-document', jsonWord(FULL_ACCESS)],
      ])
    },
    remove: REMOVE_ENDPOINT,
  },
}
