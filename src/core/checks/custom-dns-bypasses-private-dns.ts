import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatAddress } from '../net/address.ts'
import { dnsOf } from '../topology/dnsNet.ts'
import type { Topology } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, private hosted zones with your own DNS servers; VPC guide, DHCP option sets. */
export const customDnsBypassesPrivateDns: Check = {
  id: 'custom-dns-bypasses-private-dns',
  severity: 'warning',
  title: 'Own DNS servers pass private DNS by',
  why: 'Private DNS lives in the Amazon resolver of the VPC. Clients told to ask other servers get the public answers, unless those servers forward to the resolver.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  *find({ design, topology }) {
    const [inboundAddresses, forwards] = [once(() => readInbound(topology)), once(() => readForwards(topology))]
    for (const vpc of topology.vpcs.values()) {
      const endpoints = vpc.endpoints.filter((endpoint) => endpoint.privateDns === 'on')
      if (vpc.dnsServers === null || endpoints.length === 0) continue
      // the VPC's own inbound endpoint answers as its resolver does, and so does a server that passes questions on to it
      const inbound = inboundAddresses().get(vpc.id)
      const asked = vpc.dnsServers.map(formatAddress)
      if (
        inbound &&
        asked.some(
          (server) =>
            inbound.has(server) ||
            forwards()
              .get(server)
              ?.some((to) => inbound.has(to)),
        )
      )
        continue
      const ids = endpoints.map((endpoint) => endpoint.id)
      yield {
        at: [place(vpc.id, 'dhcpDnsServers'), ...ids.map((id) => place(id, 'privateDns'))],
        message: `Clients of the ${called(design, vpc.id)} ask ${vpc.dnsServers.map(formatAddress).join(', ')} for names, so the private DNS of ${calledAll(design, ids)} does not apply.`,
        fixes: [
          {
            title: 'Let clients ask the Amazon resolver',
            safety: 'review',
            edits: [change('vpc', vpc.id, { dhcpDnsServers: ['AmazonProvidedDNS'] })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example('10.0.0.53'), good: () => example('AmazonProvidedDNS') },
}

/** Addresses of the inbound Resolver endpoints of each VPC. */
function readInbound({ resolverEndpoints }: Topology): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { direction, vpc, enis } of resolverEndpoints.values()) {
    if (direction !== 'inbound') continue
    const own = found.get(vpc.id) ?? new Set()
    for (const { address } of enis) if (address !== null) own.add(formatAddress(address))
    found.set(vpc.id, own)
  }
  return found
}

/** What the drawn DNS servers of on-premises networks pass questions on to, by their addresses. */
const readForwards = (topology: Topology): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...topology.onPremises.values()].flatMap((network) => {
      const { server } = dnsOf(topology, network)
      if (!server) return []
      const servers = [...server.forwards.values()].flatMap((forward) => forward.servers)
      return [[formatAddress(server.address), servers.map(({ address }) => formatAddress(address))] as const]
    }),
  )

const example = (server: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true, dhcpDnsServers: [server] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
