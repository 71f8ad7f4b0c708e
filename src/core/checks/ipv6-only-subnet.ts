import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Sources: VPC guide, subnet types and IP addressing; AWS PrivateLink guide, IP address types; Lambda guide, IPv6 of functions in a VPC; Elastic Load Balancing guides, IP address types. */
export const ipv6OnlySubnet: Check = {
  id: 'ipv6-only-subnet',
  severity: 'error',
  title: 'IPv6-only subnet that does not do',
  why: 'A subnet without an IPv4 block is IPv6-only: its interfaces have no IPv4 address. NAT gateways, load balancers, functions and endpoints that need one cannot lie there.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  *find({ design }) {
    for (const { id, cidr, ipv6Cidr } of listOfKind(design, 'subnet'))
      if (cidr === null && ipv6Cidr === null)
        yield {
          at: [place(id, 'cidr')],
          message: `The ${called(design, id)} has neither an IPv4 nor an IPv6 block.`,
          awsError: "MissingParameter: Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.",
        }
    for (const { at, subnet, needs, fixes } of placesForIp4(design))
      if (constructOfKind(design, subnet, 'subnet')?.cidr === null)
        yield {
          at: [at, place(subnet, 'cidr')],
          message: `The ${called(design, at.construct)} lies in the ${called(design, subnet)}, which is IPv6-only: ${needs}.`,
          fixes: fixes ?? [],
        }
  },
  examples: { bad: () => example(null), good: () => example('10.0.1.0/24') },
}

interface Place4 {
  readonly at: Origin
  readonly subnet: ConstructId
  readonly needs: string
  readonly fixes?: readonly Fix[]
}

function* placesForIp4(design: Design): Iterable<Place4> {
  for (const { id, subnet } of listOfKind(design, 'nat-gateway'))
    yield { at: place(id, 'subnet'), subnet, needs: 'a NAT gateway has an IPv4 address' }
  for (const kind of ['network-load-balancer', 'application-load-balancer', 'gateway-load-balancer'] as const)
    for (const { id, subnets } of listOfKind(design, kind))
      for (const [i, { subnet }] of subnets.entries())
        yield {
          at: place(id, 'subnets', i),
          subnet,
          needs: 'a load balancer has IPv4 addresses in each of its subnets',
        }
  for (const { id, addresses } of listOfKind(design, 'resolver-endpoint'))
    for (const [i, { subnet }] of addresses.entries())
      yield { at: place(id, 'addresses', i), subnet, needs: 'a Resolver endpoint for IPv4 has an IPv4 address' }
  for (const endpoint of listOfKind(design, 'interface-endpoint').filter(lives))
    if (endpoint.ipAddressType !== 'ipv6')
      for (const [i, { subnet }] of endpoint.subnets.entries())
        yield {
          at: place(endpoint.id, 'subnets', i),
          subnet,
          needs: 'the endpoint is to have IPv4 addresses',
          fixes: endpoint.subnets.every((one) => constructOfKind(design, one.subnet, 'subnet')?.cidr === null)
            ? [
                {
                  title: 'Give it IPv6 addresses',
                  safety: 'review',
                  edits: [change('interface-endpoint', endpoint.id, { ipAddressType: 'ipv6' })],
                },
              ]
            : [],
        }
  for (const { id, runtime, interfaces } of listOfKind(design, 'client'))
    if (runtime === 'lambda')
      for (const [i, { subnet }] of interfaces.entries())
        yield { at: place(id, 'interfaces', i), subnet, needs: 'functions need subnets with an IPv4 block' }
}

const example = (cidr: string | null) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true, ipv6Cidrs: ['2001:db8::/56'] })
    b.interfaceEndpoint(vpc, 'sqs', { subnets: [b.subnet(vpc, { cidr, ipv6Cidr: '2001:db8::/64' })] })
  })
