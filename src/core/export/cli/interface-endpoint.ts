import { FULL_ACCESS } from '../aws/fullAccess.ts'
import { servicePrefix } from '../aws/servicePrefix.ts'
import type { Option } from '../commands/command.ts'
import { idOf, jsonWord, type Word } from '../commands/word.ts'
import type { PlannedService } from '../plan/endpointShapes.ts'
import { createEndpoint, REMOVE_ENDPOINT } from './endpointSteps.ts'
import { idWords, type StepPrinters } from './step.ts'

export const interfaceEndpoint: StepPrinters<'interface-endpoint'> = {
  'interface-endpoint': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--vpc-endpoint-type', 'Interface'],
        ['--vpc-id', idOf(part.vpc)],
        ['--service-name', serviceWord(part.service)],
      ]
      if (part.serviceRegion !== null) options.push(['--service-region', part.serviceRegion])
      if (part.subnets.length > 0) options.push(['--subnet-ids', ...idWords(part.subnets.map((one) => one.subnet))])
      const chosen = part.subnets.flatMap((one) =>
        one.privateIp === null && one.ipv6 === null
          ? []
          : [
              {
                SubnetId: { piece: idOf(one.subnet) },
                ...(one.privateIp !== null && { Ipv4: one.privateIp }),
                ...(one.ipv6 !== null && { Ipv6: one.ipv6 }),
              },
            ],
      )
      if (chosen.length > 0) options.push(['--subnet-configurations', jsonWord(chosen)])
      if (part.groups.length > 0) options.push(['--security-group-ids', ...idWords(part.groups)])
      options.push([part.privateDns ? '--private-dns-enabled' : '--no-private-dns-enabled'])
      const { dnsRecordIpType, ipAddressType } = part.construct
      const dns = [
        ...(dnsRecordIpType === 'service-defined' ? [] : [`DnsRecordIpType=${dnsRecordIpType}`]),
        ...(part.onlyInboundResolver === null
          ? []
          : [`PrivateDnsOnlyForInboundResolverEndpoint=${part.onlyInboundResolver}`]),
      ]
      if (dns.length > 0) options.push(['--dns-options', dns.join(',')])
      options.push(['--ip-address-type', ipAddressType])
      if (part.takesPolicy) options.push(['--policy-document', jsonWord(FULL_ACCESS)])
      return createEndpoint(stack, part, options)
    },
    remove: REMOVE_ENDPOINT,
  },
}

/** Name of the service; that of a drawn one is made of its id and its Region. */
const serviceWord = (service: PlannedService): Word =>
  service.part === undefined
    ? service.name
    : [`${servicePrefix(service.regionCode)}${service.regionCode}.`, idOf(service.part)]

export const balancerEndpoint: StepPrinters<'gateway-load-balancer-endpoint'> = {
  'balancer-endpoint': {
    create: (part, stack) =>
      createEndpoint(stack, part, [
        ['--vpc-endpoint-type', 'GatewayLoadBalancer'],
        ['--vpc-id', idOf(part.vpc)],
        ['--service-name', serviceWord(part.service)],
        ['--subnet-ids', idOf(part.subnet)],
        ['--ip-address-type', part.construct.ipAddressType],
      ]),
    remove: REMOVE_ENDPOINT,
  },
}
