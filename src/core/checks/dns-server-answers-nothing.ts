import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatAddress } from '../net/address.ts'
import type { Origin } from '../topology/origin.ts'
import type { Eni, Topology } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createAddressFinder } from './parts/createAddressFinder.ts'
import { place } from './parts/place.ts'

/** Sources: Route 53 guide, forwarding outbound queries: outbound endpoints send, inbound ones answer; aws-network-hub-for-terraform issue 25. */
export const dnsServerAnswersNothing: Check = {
  id: 'dns-server-answers-nothing',
  severity: 'warning',
  title: 'DNS server that is none',
  why: 'Names are asked of an address whose owner answers no such questions: an outbound Resolver endpoint only sends, and endpoints of AWS’s services, gateways and functions do not listen for them. Every name that is sent there stays unresolved.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html',
  *find({ design, topology }) {
    const findEni = createAddressFinder(topology)
    for (const { at, by, from, address } of namedServers(design, topology)) {
      const eni = findEni(address, from)
      const what = eni && whyNoServer(topology, eni)
      if (eni && what)
        yield {
          at: [at, place(eni.owner)],
          message: `The ${called(design, by)} names ${address} as a DNS server, which is an address of the ${called(design, eni.owner)}: ${what}.`,
          fixes: fixesFor(design, topology, by, eni),
        }
    }
  },
  examples: { bad: () => example('10.0.1.60'), good: () => example('10.0.1.70') },
}

interface Named {
  readonly at: Origin
  readonly by: ConstructId
  /** The network in which the question starts out. */
  readonly from: ConstructId | null
  readonly address: string
}

function* namedServers(design: Design, topology: Topology): Iterable<Named> {
  for (const rule of listOfKind(design, 'resolver-rule')) {
    const from = topology.resolverEndpoints.get(rule.resolverEndpoint ?? '')?.vpc.id ?? null
    if (rule.ruleType === 'forward')
      for (const [i, { address }] of rule.targets.entries())
        yield { at: place(rule.id, 'targets', i), by: rule.id, from, address }
  }
  for (const { id, dnsServers } of topology.vpcs.values())
    for (const address of dnsServers ?? [])
      yield { at: place(id, 'dhcpDnsServers'), by: id, from: id, address: formatAddress(address) }
  for (const { id, dnsServer, forwards } of listOfKind(design, 'on-premises-network')) {
    if (dnsServer !== null) yield { at: place(id, 'dnsServer'), by: id, from: id, address: dnsServer }
    for (const [i, { servers }] of forwards.entries())
      for (const address of servers) yield { at: place(id, 'forwards', i), by: id, from: id, address }
  }
}

/** Why nobody answers questions at an interface; null where somebody may. */
function whyNoServer(topology: Topology, { role, owner, isFunction, endpoint, balancer }: Eni): string | null {
  switch (role) {
    case 'client':
      return isFunction ? 'nothing can connect to a function' : null
    case 'resolver':
      return topology.resolverEndpoints.get(owner)?.direction === 'outbound'
        ? 'an outbound endpoint sends questions and answers none'
        : null
    case 'endpoint':
      return endpoint && endpoint.provider === null && endpoint.ports !== null
        ? 'it takes connections for its service only'
        : null
    case 'load-balancer':
      return balancer &&
        balancer.kind !== 'gateway' &&
        balancer.gap === null &&
        !balancer.listenersGap &&
        !balancer.listeners.some(({ port, protocols }) => port === 53 && protocols.includes(UDP))
        ? 'it has no listener for UDP port 53'
        : null
    default:
      return 'nobody answers at the interfaces of a gateway'
  }
}
const UDP = 17

function fixesFor(design: Design, { resolverEndpoints }: Topology, by: ConstructId, eni: Eni): readonly Fix[] {
  const rule = constructOfKind(design, by, 'resolver-rule')
  if (constructOfKind(design, by, 'vpc'))
    return [
      {
        title: 'Let clients ask the Amazon resolver',
        safety: 'review',
        edits: [change('vpc', by, { dhcpDnsServers: ['AmazonProvidedDNS'] })],
      },
    ]
  if (!rule || eni.role !== 'resolver') return []
  // AWS refuses the rule in the VPC of the inbound endpoint itself
  const inbound = [...resolverEndpoints.values()].find(
    ({ direction, vpc }) => direction === 'inbound' && vpc === eni.subnet.vpc && !rule.vpcs.includes(vpc.id),
  )
  const targets = (inbound?.enis ?? []).flatMap(({ address, sample }) =>
    address === null || sample ? [] : [{ address: formatAddress(address), port: 53 }],
  )
  return inbound && targets.length > 0
    ? [
        {
          title: `Forward to the ${called(design, inbound.id)} instead`,
          safety: 'review',
          edits: [change('resolver-rule', by, { targets })],
        },
      ]
    : []
}

const example = (address: string) =>
  buildDesign((b) => {
    const hub = b.vpc({ cidrs: ['10.0.0.0/16'], dnsHostnames: true })
    const spoke = b.vpc({ cidrs: ['10.1.0.0/16'], dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(hub, { zone, cidr: `10.0.${i + 1}.0/24` }))
    const rows = (host: number) => subnets.map((subnet, i) => ({ subnet, privateIp: `10.0.${i + 1}.${host}` }))
    const resolverEndpoint = b.resolverEndpoint('outbound', rows(60))
    b.resolverEndpoint('inbound', rows(70))
    b.resolverRule('corp.example.com', [address], { vpcs: [spoke], resolverEndpoint })
  })
