import type { Eni, LoadBalancerNet, Topology } from '../../topology/topology.ts'
import { chooseTargets } from '../travel/balance/chooseTargets.ts'
import type { Note } from '../verdict.ts'
import { type Answer, addressesOf, type NameAnswer, NO_ANSWER } from './nameAnswer.ts'

/**
 * The public name of a load balancer: the addresses of its nodes, public ones where it is internet-facing. A Network Load Balancer also has a name
 * for each zone. null = no drawn load balancer's. Source: Elastic Load Balancing guides, DNS names.
 */
export function resolveBalancerName(topology: Topology, name: string): NameAnswer | null {
  if (!name.includes('.elb.')) return null
  for (const balancer of topology.balancers.values()) {
    if (balancer.dnsName === '' || !name.endsWith(balancer.dnsName)) continue
    if (name === balancer.dnsName) return answer(balancer, ...nodesInDns(topology, balancer))
    const zone = name.slice(0, -balancer.dnsName.length - 1)
    const nodes = balancer.enis.filter(({ subnet }) => subnet.zoneName === zone)
    if (balancer.kind === 'network' && name === `${zone}.${balancer.dnsName}`) return answer(balancer, nodes, null)
  }
  return null
}

function answer(balancer: LoadBalancerNet, nodes: readonly Eni[], doubt: Note | null): NameAnswer {
  const answers = nodes.flatMap((node) => addressesOfNode(balancer, node))
  const unread = nodes.find(({ gaps }) => (balancer.internetFacing ? gaps.publicAddress : gaps.address))?.gaps
  const base: NameAnswer = {
    ...NO_ANSWER,
    source: 'public-dns',
    owner: balancer.id,
    decidedBy: { construct: balancer.id, path: ['subnets'] },
    gap: balancer.gap ?? unread?.publicAddress ?? unread?.address ?? null,
    doubt,
  }
  return answers.length > 0 ? { ...base, outcome: 'answered', answers } : { ...base, code: 'DNS_NAME_NOT_PUBLISHED' }
}

/** IPv6 addresses are public in themselves. */
const addressesOfNode = ({ internetFacing }: LoadBalancerNet, node: Eni): readonly Answer[] => {
  if (!internetFacing) return addressesOf([node], [4, 6])
  const own: readonly Answer[] = node.publicAddress === null ? [] : [{ address: node.publicAddress, eni: node }]
  return [...own, ...addressesOf([node], [6])]
}

type ZoneHealth = 'healthy' | 'unknown' | 'none'

/**
 * Nodes whose zone has no healthy target for some listener are left out of the name, unless that leaves none at all.
 * Source: Network Load Balancer guide, target group health (DNS failover).
 */
function nodesInDns(topology: Topology, balancer: LoadBalancerNet): [readonly Eni[], Note | null] {
  const health = new Map(balancer.enis.map((node) => [node, healthAt(topology, balancer, node)]))
  const of = (...kinds: readonly ZoneHealth[]) => balancer.enis.filter((node) => kinds.includes(health.get(node)!))
  const [healthy, unknown] = [of('healthy'), of('unknown')]
  if (healthy.length === balancer.enis.length) return [balancer.enis, null]
  if (unknown.length === 0) return [healthy.length > 0 ? healthy : balancer.enis, null]
  if (balancer.enis.length === 1) return [balancer.enis, null]
  return [
    of('healthy', 'unknown'),
    {
      code: 'CHOICE_NOT_KNOWN',
      at: { construct: balancer.id, path: ['subnets'] },
      values: { message: 'which zones’ addresses the name has hangs on the health of targets, which is not said' },
    },
  ]
}

function healthAt(topology: Topology, balancer: LoadBalancerNet, node: Eni): ZoneHealth {
  let health: ZoneHealth = 'healthy'
  for (const group of balancer.listeners.flatMap(({ usual }) => usual.groups)) {
    const { sure, maybe } = chooseTargets(topology, group, node, false)
    if (sure.some(({ target }) => target.health === 'healthy')) continue
    if (!maybe.some(({ target }) => target.health === 'unknown')) return 'none'
    health = 'unknown'
  }
  return health
}
