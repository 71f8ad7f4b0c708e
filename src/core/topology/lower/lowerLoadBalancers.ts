import { hexOf } from '../../base/hash.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import type { Origin } from '../origin.ts'
import {
  type Eni,
  type ListenerNet,
  type LoadBalancerNet,
  PROTOCOL,
  type TargetGroupNet,
  type TargetNet,
  type TopologyGap,
} from '../topology.ts'
import { addGap, type Building, type EniBuild, type LoadBalancerBuild, type Lower, type VpcBuild } from './building.ts'
import { type FindGroup, lowerAction, lowerListenerRules } from './lowerListenerRules.ts'

const KINDS = ['network-load-balancer', 'application-load-balancer', 'gateway-load-balancer'] as const
type Kind = (typeof KINDS)[number]
type TargetGroup = ConstructOf<'target-group'>

/** Load balancers with their nodes, whose interfaces are there already. Source: Elastic Load Balancing guides. */
export const lowerLoadBalancers: Lower<Kind> = (building, balancers) => {
  for (const balancer of balancers) {
    const vpc = building.vpcs.get(balancer.vpc)
    const at = { construct: balancer.id, path: ['vpc'] }
    if (vpc) createBalancer(building, balancer, vpc)
    else addGap(building, 'dangling-reference', at, `no VPC “${balancer.vpc}”`)
  }
}

/** Listeners with their target groups. Groups may name load balancers, so that these are there already. */
export const lowerTargetGroups: Lower<'target-group'> = (building, targetGroups) => {
  const groups = new Map(targetGroups.map((group) => [group.id, group]))
  const lowered = new Map<string, TargetGroupNet>()
  for (const kind of KINDS)
    for (const balancer of building.byKind[kind]) {
      const net = building.balancers.get(balancer.id)
      if (net) net.listeners = listenersOf(building, balancer, groups, lowered)
    }
}

function createBalancer(building: Building, balancer: ConstructOf<Kind>, vpc: VpcBuild): void {
  const network = balancer.kind === 'network-load-balancer' ? balancer : null
  const enis = (building.enisOf.get(balancer.id) ?? []) as EniBuild[]
  const net: LoadBalancerBuild = {
    id: balancer.id,
    kind: network ? 'network' : balancer.kind === 'gateway-load-balancer' ? 'gateway' : 'application',
    vpc,
    internetFacing: balancer.kind !== 'gateway-load-balancer' && balancer.scheme === 'internet-facing',
    enis: [...enis],
    // Source: Application Load Balancer guide: cross-zone load balancing is always on for the load balancer
    crossZone: balancer.kind === 'application-load-balancer' || balancer.crossZone,
    enforcesOnPrivateLink: network?.enforceInboundRulesOnPrivateLink ?? false,
    hasGroups: enis.some(({ groups }) => groups.length > 0),
    listeners: [],
    listenersGap:
      balancer.kind === 'gateway-load-balancer' || balancer.allListeners
        ? null
        : addGap(
            building,
            'dangling-reference',
            { construct: balancer.id, path: ['allListeners'] },
            'the design does not have all of its listeners',
          ),
    dnsName: dnsNameOf(building, balancer, vpc),
    gap: building.lostInterfaces.get(balancer.id) ?? null,
  }
  for (const eni of enis) eni.balancer = net as LoadBalancerNet
  building.balancers.set(balancer.id, net)
}

/** Source: Elastic Load Balancing guides, DNS names. Gateway Load Balancers are reached through endpoints alone. */
function dnsNameOf(building: Building, balancer: ConstructOf<Kind>, { regionCode }: VpcBuild): string {
  if (balancer.kind === 'gateway-load-balancer') return ''
  if (balancer.dnsName !== null) return balancer.dnsName.toLowerCase().replace(/\.$/, '')
  const entry = building.catalogue.regions.find(({ code }) => code === regionCode)
  const suffix = entry?.dnsSuffix ?? 'amazonaws.com'
  const own =
    balancer.name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 32)
      .replaceAll(/^-|-$/g, '') || 'lb'
  const label = `${own}-${hexOf(balancer.id, 16)}`
  if (balancer.kind === 'network-load-balancer') return `${label}.elb.${regionCode}.${suffix}`
  return `${balancer.scheme === 'internal' ? 'internal-' : ''}${label}.${regionCode}.elb.${suffix}`
}

const PROTOCOLS: Readonly<Record<string, readonly number[]>> = {
  TCP: [PROTOCOL.tcp],
  TLS: [PROTOCOL.tcp],
  HTTP: [PROTOCOL.tcp],
  HTTPS: [PROTOCOL.tcp],
  UDP: [PROTOCOL.udp],
  TCP_UDP: [PROTOCOL.tcp, PROTOCOL.udp],
}

/** A Gateway Load Balancer has one listener, for every packet whatever its port. */
function listenersOf(
  building: Building,
  balancer: ConstructOf<Kind>,
  groups: ReadonlyMap<string, TargetGroup>,
  lowered: Map<string, TargetGroupNet>,
): ListenerNet[] {
  const find: FindGroup = (id, at) => {
    const group = groups.get(id)
    if (!group) return addGap(building, 'dangling-reference', at, `no target group “${id}”`)
    if (group.vpc !== balancer.vpc) return addGap(building, 'invalid-value', at, `“${group.name}” is of another VPC`)
    const known = lowered.get(group.id) ?? lowerTargetGroup(building, group)
    lowered.set(group.id, known)
    return known
  }
  const drawn =
    balancer.kind === 'gateway-load-balancer'
      ? [{ protocol: '', port: 0, targetGroup: balancer.targetGroup, path: [] }]
      : balancer.listeners.map((one, index) => ({ ...one, path: ['listeners', index] }))
  return drawn.map(({ protocol, port, path, ...said }): ListenerNet => {
    const origin: Origin = { construct: balancer.id, path }
    const usual = lowerAction(building, said, origin, find)
    const rules = 'rules' in said ? lowerListenerRules(building, said.rules ?? [], origin, find) : []
    const all = [usual, ...rules.map(({ action }) => action)].flatMap((one) => one.groups)
    return { origin, protocols: PROTOCOLS[protocol] ?? [], port, usual, rules, groups: [...new Set(all)] }
  })
}

/**
 * What targets see, by type and protocol: the client's address, or that of the load balancer's node.
 * Source: Network Load Balancer guide, client IP preservation (on for instances; always on for UDP and before an Application Load Balancer).
 */
const preservesClient = ({ targetType, protocol, preserveClientIp }: TargetGroup): boolean => {
  if (targetType === 'alb' || protocol === 'UDP' || protocol === 'TCP_UDP') return true
  if (protocol === 'HTTP' || protocol === 'HTTPS') return false
  return preserveClientIp ?? targetType === 'instance'
}

const lowerTargetGroup = (building: Building, group: TargetGroup): TargetGroupNet => ({
  id: group.id,
  type: group.targetType,
  protocol: group.protocol,
  preservesClient: preservesClient(group),
  proxyProtocol: group.proxyProtocol,
  crossZone: group.crossZone,
  // Source: Elastic Load Balancing API, CreateTargetGroup: appliances are asked on port 80 unless told otherwise
  healthPort: group.healthCheckPort ?? (group.protocol === 'GENEVE' ? 80 : null),
  targets: group.targets.map((target, index) => {
    const origin = { construct: group.id, path: ['targets', index] }
    const base = { origin, port: target.port ?? group.port, health: target.health }
    return { ...base, ...findTarget(building, group, target, origin) }
  }),
})

function findTarget(
  building: Building,
  { targetType, vpc }: TargetGroup,
  { target, address: text }: TargetGroup['targets'][number],
  origin: Origin,
): Pick<TargetNet, 'eni' | 'balancer' | 'address' | 'gap'> {
  const none = { eni: null, balancer: null, address: null, gap: null }
  const missing = (code: TopologyGap['code'], field: string, message: string) => ({
    ...none,
    gap: addGap(building, code, { ...origin, path: [...origin.path, field] }, message),
  })
  if (targetType === 'ip' && text !== null) {
    const address: Address | null = parseAddress(text)
    return address === null ? missing('invalid-value', 'address', `“${text}” is not an address`) : { ...none, address }
  }
  if (target === null) return missing('invalid-value', 'target', 'nothing is named as the target')
  if (targetType === 'alb') {
    const balancer = building.balancers.get(target)
    return balancer?.kind === 'application'
      ? { ...none, balancer: balancer as LoadBalancerNet }
      : missing('dangling-reference', 'target', `no Application Load Balancer “${target}”`)
  }
  // an instance is reached by its primary interface
  const eni = building.enisOf.get(target)?.find((one) => one.role === 'client' && (one.origin.path[1] ?? 0) === 0)
  if (!eni)
    return missing('dangling-reference', 'target', `“${target}” has no primary interface in a subnet of the design`)
  // Source: Network Load Balancer guide, register targets: those of other VPCs by their addresses only
  return targetType === 'instance' && eni.subnet.vpc.id !== vpc
    ? missing('invalid-value', 'target', `“${target}” is an instance of another VPC than its target group`)
    : { ...none, eni: eni as Eni }
}
