import { remember } from '../../../base/remember.ts'
import { type Address, isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type {
  Eni,
  LoadBalancerNet,
  SubnetNet,
  TargetGroupNet,
  TargetNet,
  Topology,
} from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'
import { findEni } from '../findEni.ts'

/** A target as one node sees it. */
export interface Choice {
  readonly target: TargetNet
  /** null where it is meant and not known: `target.gap`, or a gap of the interface, says why. */
  readonly address: Address | null
  /** Its interface, where the VPC of the load balancer, or the design, knows one. */
  readonly eni: Eni | null
  /** Its zone; null = outside the VPC, where nodes of every zone send to it. */
  readonly zone: string | null
}
export interface Choices {
  /** Targets that connections are sent to for certain. */
  readonly sure: readonly Choice[]
  /** Targets whose health nobody has said. */
  readonly maybe: readonly Choice[]
}

/**
 * The targets that a node hands connections to: healthy ones in enabled zones, those of its own zone unless cross-zone load balancing is on;
 * with none healthy all that are registered ("fail open"). Source: Elastic Load Balancing guides, target health and cross-zone load balancing.
 */
export function chooseTargets(topology: Topology, group: TargetGroupNet, node: Eni, six: boolean): Choices {
  const ofNode = remember(memory, group, () => new Map<Eni, Choices[]>())
  const ofFamily = remember(ofNode, node, () => [])
  ofFamily[Number(six)] ??= choose(group, node, node.balancer!, topology.subnets.values(), six)
  return ofFamily[Number(six)]!
}

const memory = new WeakMap<TargetGroupNet, Map<Eni, Choices[]>>()

function choose(
  group: TargetGroupNet,
  node: Eni,
  balancer: LoadBalancerNet,
  subnets: Iterable<SubnetNet>,
  six: boolean,
): Choices {
  const registered = listInReach(group, node, balancer, subnets, six).filter(
    ({ target }) => !LEAVING.has(target.health),
  )
  const healthy = registered.filter(({ target }) => target.health === 'healthy')
  const unsaid = registered.filter(({ target }) => target.health === 'unknown')
  if (healthy.length > 0) return { sure: healthy, maybe: unsaid }
  return unsaid.length > 0 ? { sure: [], maybe: registered } : { sure: registered, maybe: [] }
}

/** All that is registered, of the zones that a node sends to: its own, or with cross-zone load balancing every one that is enabled. */
export function listInReach(
  group: TargetGroupNet,
  node: Eni,
  balancer: LoadBalancerNet,
  subnets: Iterable<SubnetNet>,
  six: boolean,
): readonly Choice[] {
  const enabled = new Set(balancer.enis.map(({ subnet }) => zoneKey(subnet)))
  const own = zoneKey(node.subnet)
  const everywhere = isCrossZone(group, balancer)
  return group.targets
    .flatMap((target) => expand(target, balancer, subnets, six))
    .filter(({ zone }) => zone === null || (everywhere ? enabled.has(zone) : zone === own))
}

/** A draining target takes no new connections, and an unused one none at all. Source: Network Load Balancer guide, target health status. */
const LEAVING: ReadonlySet<TargetNet['health']> = new Set(['draining', 'unused'])

/** What stands in the way where a node has nobody to send to: no target is registered, or none in a zone that counts. Source: Reachability Analyzer, explanation codes. */
export const lackOfTargets = (group: TargetGroupNet): 'ELBV2_LISTENER_HAS_NO_TG' | 'ELBV2_NO_TARGETS_IN_AZ' =>
  group.targets.every(({ health }) => LEAVING.has(health)) ? 'ELBV2_LISTENER_HAS_NO_TG' : 'ELBV2_NO_TARGETS_IN_AZ'

/** Whether nodes send to targets of other zones: the group's own setting counts before that of the load balancer. */
const isCrossZone = (group: TargetGroupNet, balancer: LoadBalancerNet): boolean => group.crossZone ?? balancer.crossZone

function expand(
  target: TargetNet,
  { vpc }: LoadBalancerNet,
  subnets: Iterable<SubnetNet>,
  six: boolean,
): readonly Choice[] {
  if (target.balancer)
    return target.balancer.enis.map((eni) => ({ target, eni, address: addressOf(eni, six), zone: zoneKey(eni.subnet) }))
  if (target.eni) {
    const { subnet } = target.eni
    const zone = subnet.vpc === vpc ? zoneKey(subnet) : null
    return [{ target, eni: target.eni, address: addressOf(target.eni, six), zone }]
  }
  const { address } = target
  if (address === null) return [{ target, address, eni: null, zone: null }]
  const eni = findEni(vpc, address) ?? null
  const subnet = eni?.subnet ?? findSubnet(subnets, vpc.id, address)
  return [{ target, address, eni, zone: subnet ? zoneKey(subnet) : null }]
}

/** Target groups hold addresses of one family: IPv4, where the target has one. */
const addressOf = (eni: Eni, six: boolean): Address | null =>
  six && eni.role === 'load-balancer' ? (eni.address6 ?? eni.address) : (eni.address ?? eni.address6)

function findSubnet(subnets: Iterable<SubnetNet>, vpc: string, address: Address): SubnetNet | null {
  for (const subnet of subnets) {
    const block = isIp4(address) ? subnet.block : subnet.block6
    if (subnet.vpc.id === vpc && block !== null && contains(block, address)) return subnet
  }
  return null
}
