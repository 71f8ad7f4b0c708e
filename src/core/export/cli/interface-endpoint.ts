import { FULL_ACCESS } from '../fullAccess.ts'
import type { Option } from './command.ts'
import { createEndpoint, REMOVE_ENDPOINT } from './endpointSteps.ts'
import { idWords, type StepPrinters } from './step.ts'
import { idOf, jsonWord } from './word.ts'

export const interfaceEndpoint: StepPrinters<'interface-endpoint'> = {
  'interface-endpoint': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--vpc-endpoint-type', 'Interface'],
        ['--vpc-id', idOf(part.vpc)],
        ['--service-name', part.construct.service],
      ]
      if (part.serviceRegion !== null) options.push(['--service-region', part.serviceRegion])
      if (part.subnets.length > 0) options.push(['--subnet-ids', ...idWords(part.subnets.map((one) => one.subnet))])
      const chosen = part.subnets.flatMap((one) =>
        one.privateIp === null ? [] : [{ SubnetId: { piece: idOf(one.subnet) }, Ipv4: one.privateIp }],
      )
      if (chosen.length > 0) options.push(['--subnet-configurations', jsonWord(chosen)])
      if (part.groups.length > 0) options.push(['--security-group-ids', ...idWords(part.groups)])
      options.push([part.privateDns ? '--private-dns-enabled' : '--no-private-dns-enabled'])
      if (part.onlyInboundResolver !== null)
        options.push(['--dns-options', `PrivateDnsOnlyForInboundResolverEndpoint=${part.onlyInboundResolver}`])
      options.push(['--ip-address-type', 'ipv4'])
      if (part.takesPolicy) options.push(['--policy-document', jsonWord(FULL_ACCESS)])
      return createEndpoint(stack, part, options)
    },
    remove: REMOVE_ENDPOINT,
  },
}
