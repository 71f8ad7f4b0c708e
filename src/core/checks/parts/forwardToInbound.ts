import { constructOfKind } from '../../model/containment.ts'
import type { Edit } from '../../model/edit.ts'
import { createConstruct } from '../../model/kinds/createConstruct.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { newId } from '../../model/newId.ts'
import { formatAddress } from '../../net/address.ts'
import { nextFreeAddress } from '../../net/subnetAddresses.ts'
import type { SubnetNet, Topology, VpcNet } from '../../topology/topology.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'
import { change } from './change.ts'

/** Lets the DNS server of an on-premises network pass names on to a VPC: to the inbound Resolver endpoint that is there, or to a new one in two of the subnets. */
export function forwardToInbound(
  topology: Topology,
  to: VpcNet,
  network: ConstructId,
  domains: readonly string[],
  subnets: readonly SubnetNet[],
): readonly Fix[] {
  const { design } = topology
  const drawn = constructOfKind(design, network, 'on-premises-network')
  // without a server of its own there is nobody to pass them on
  if (!drawn || drawn.dnsServer === null) return []
  const there = [...topology.resolverEndpoints.values()].find(
    ({ direction, vpc, enis, gap }) =>
      direction === 'inbound' && vpc === to && gap === null && enis.length > 0 && enis.every(({ sample }) => !sample),
  )
  const made = there ? null : makeInbound(topology, to, drawn, subnets)
  const servers = there
    ? there.enis.flatMap(({ address }) => (address === null ? [] : formatAddress(address)))
    : (made?.servers ?? [])
  if (servers.length === 0) return []
  const kept = drawn.forwards.filter(({ domain }) => !domains.includes(domain))
  const forwards = [...kept, ...domains.map((domain) => ({ domain, servers }))]
  const [first, ...more]: readonly Edit[] = [
    ...(made?.edits ?? []),
    change('on-premises-network', network, { forwards }),
  ]
  const where = there
    ? `the ${called(design, there.id)}`
    : `a new inbound Resolver endpoint in the ${called(design, to.id)}`
  return first
    ? [{ title: `Forward ${domains.join(', ')} to ${where}`, safety: 'review', edits: [first, ...more] }]
    : []
}

/** Two addresses, in two subnets where there are two, and a group that lets the network ask. */
function makeInbound(
  { design }: Topology,
  vpc: VpcNet,
  { cidrs }: ConstructOf<'on-premises-network'>,
  subnets: readonly SubnetNet[],
): { readonly edits: readonly Edit[]; readonly servers: readonly string[] } | null {
  const taken = vpc.enis.flatMap(({ address }) => address ?? [])
  const addresses: ConstructOf<'resolver-endpoint'>['addresses'][number][] = []
  for (const subnet of [...subnets, ...subnets].slice(0, Math.max(2, Math.min(subnets.length, 3)))) {
    const address = subnet.block && nextFreeAddress(subnet.block, taken)
    if (typeof address !== 'number') continue
    taken.push(address)
    addresses.push({ subnet: subnet.id, privateIp: formatAddress(address) })
  }
  if (addresses.length < 2) return null
  const group = newId(design, 'security-group')
  const rules = (['udp', 'tcp'] as const).flatMap((protocol) =>
    cidrs.map((cidr) => ({
      protocol,
      ports: { from: 53, to: 53 },
      icmp: null,
      peer: { cidr },
      description: 'DNS from on premises',
    })),
  )
  const endpoint = createConstruct('resolver-endpoint', newId(design, 'resolver-endpoint'), 'inbound', vpc.id)
  return {
    edits: [
      {
        kind: 'add',
        construct: { ...createConstruct('security-group', group, 'inbound-resolver', vpc.id), ingress: rules },
      },
      { kind: 'add', construct: { ...endpoint, direction: 'inbound', addresses, securityGroups: [group] } },
    ],
    servers: addresses.map(({ privateIp }) => privateIp!),
  }
}
