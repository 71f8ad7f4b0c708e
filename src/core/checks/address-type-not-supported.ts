import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, CheckContext, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { consumersIn } from './parts/consumers.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

type AddressType = 'ipv4' | 'dualstack' | 'ipv6'
const WORDS = { ipv4: 'IPv4', ipv6: 'IPv6', dualstack: 'IPv4 and IPv6' } as const
const familiesOf = (type: AddressType) => (type === 'dualstack' ? (['ipv4', 'ipv6'] as const) : [type])

/** Sources: AWS PrivateLink guide, IP address types of endpoints and of endpoint services; DynamoDB guide: gateway endpoints carry IPv4. */
export const addressTypeNotSupported: Check = {
  id: 'address-type-not-supported',
  severity: 'error',
  title: 'Address type that does not fit',
  why: 'An endpoint has IPv6 addresses only where all of its subnets have IPv6 blocks and its service supports IPv6, and IPv6 addresses alone only in IPv6-only subnets; a service does where its load balancers are dual-stack.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find(context) {
    yield* subnetsWithout(context.design)
    yield* servicesWithout(context)
    yield* balancersWithout(context.design)
    for (const { id, service, ipAddressType } of listOfKind(context.design, 'gateway-endpoint'))
      if (ipAddressType !== 'ipv4' && service.endsWith('.dynamodb'))
        yield {
          at: [place(id, 'ipAddressType')],
          message: `The ${called(context.design, id)} is for ${WORDS[ipAddressType]}, but gateway endpoints for DynamoDB carry IPv4 only.`,
          fixes: [toIpv4('gateway-endpoint', id)],
        }
  },
  examples: { bad: () => example(null), good: () => example('2001:db8::/64') },
}

const toIpv4 = (kind: 'gateway-endpoint' | 'interface-endpoint' | 'gateway-load-balancer-endpoint', id: ConstructId) =>
  ({ title: 'Use IPv4', safety: 'review', edits: [change(kind, id, { ipAddressType: 'ipv4' })] }) as const

function* subnetsWithout(design: Design): Iterable<Sighting> {
  const interfaces = listOfKind(design, 'interface-endpoint')
    .filter(lives)
    .map((one) => ({ ...one, subnets: one.subnets.map(({ subnet }) => subnet) }))
  const inspections = listOfKind(design, 'gateway-load-balancer-endpoint')
    .filter(lives)
    .map((one) => ({ ...one, subnets: [one.subnet] }))
  for (const { kind, id, ipAddressType, subnets } of [...interfaces, ...inspections]) {
    if (ipAddressType === 'ipv4') continue
    const without = subnets.find((subnet) => constructOfKind(design, subnet, 'subnet')?.ipv6Cidr === null)
    if (without === undefined) {
      const both = subnets.find((subnet) => (constructOfKind(design, subnet, 'subnet')?.cidr ?? null) !== null)
      if (ipAddressType === 'ipv6' && both !== undefined)
        yield {
          at: [place(id, 'ipAddressType'), place(both, 'cidr')],
          message: `The ${called(design, id)} is to have IPv6 addresses alone, but the ${called(design, both)} has an IPv4 block too: that type is for IPv6-only subnets.`,
          fixes: [
            { title: 'Use both families', safety: 'review', edits: [change(kind, id, { ipAddressType: 'dualstack' })] },
          ],
        }
      continue
    }
    yield {
      at: [place(id, 'ipAddressType'), place(without, 'ipv6Cidr')],
      message: `The ${called(design, id)} is to have ${WORDS[ipAddressType]} addresses, but the ${called(design, without)} has no IPv6 block.`,
      fixes: [toIpv4(kind, id)],
    }
  }
}

function* servicesWithout({ design, topology }: CheckContext): Iterable<Sighting> {
  for (const { id, kind, provider } of consumersIn(design, topology)) {
    const type = constructOfKind(design, id, kind)!.ipAddressType
    const supported = constructOfKind(design, provider.id, 'endpoint-service')?.supportedIpAddressTypes ?? []
    if (supported.length === 0 || familiesOf(type).every((family) => supported.includes(family))) continue
    yield {
      at: [place(id, 'ipAddressType'), place(provider.id, 'supportedIpAddressTypes')],
      message: `The ${called(design, id)} is to have ${WORDS[type]} addresses, but the ${called(design, provider.id)} supports ${supported.map((one) => WORDS[one]).join(' and ')} only.`,
      fixes: supported.includes('ipv4') ? [toIpv4(kind, id)] : [],
    }
  }
}

function* balancersWithout(design: Design): Iterable<Sighting> {
  for (const { id, supportedIpAddressTypes, loadBalancers } of listOfKind(design, 'endpoint-service')) {
    if (!supportedIpAddressTypes.includes('ipv6')) continue
    const without = loadBalancers.find(
      (one) => constructOfKind(design, one, 'network-load-balancer')?.ipAddressType === 'ipv4',
    )
    if (without === undefined) continue
    yield {
      at: [place(id, 'supportedIpAddressTypes'), place(without, 'ipAddressType')],
      message: `The ${called(design, id)} supports IPv6, but the ${called(design, without)} has IPv4 addresses only.`,
      fixes: [
        {
          title: 'Support IPv4 only',
          safety: 'review',
          edits: [change('endpoint-service', id, { supportedIpAddressTypes: ['ipv4'] })],
        },
      ],
    }
  }
}

const example = (ipv6Cidr: string | null) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true, ipv6Cidrs: ['2001:db8::/56'] })
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr })]
    b.interfaceEndpoint(vpc, 'sqs', { subnets, ipAddressType: 'dualstack' })
  })
