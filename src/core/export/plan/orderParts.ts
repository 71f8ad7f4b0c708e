import { compareText } from '../../base/order.ts'
import type { Part, PartKey, PartName } from './part.ts'

/** The order a person would make things in, where references leave it open. */
const ORDER = [
  'dhcp-options',
  'vpc',
  'vpc-cidr',
  'vpc-ipv6',
  'dhcp-association',
  'default-group',
  'subnet',
  'subnet-share',
  'internet-gateway',
  'gateway-attachment',
  'egress-only-gateway',
  'vpn-gateway',
  'vpn-gateway-attachment',
  'elastic-address',
  'nat-address',
  'nat-gateway',
  'regional-nat-address',
  'regional-nat-gateway',
  'prefix-list',
  'peering-role',
  'peering',
  'peering-acceptance',
  'peering-dns',
  'transit-gateway',
  'transit-share',
  'transit-attachment',
  'transit-peering',
  'transit-peering-acceptance',
  'customer-gateway',
  'vpn-connection',
  'vpn-route',
  'vpn-attachment',
  'transit-table',
  'transit-association',
  'transit-propagation',
  'transit-route',
  'transit-list-route',
  'route-table',
  'route',
  'route-propagation',
  'edge-association',
  'subnet-route-table',
  'security-group',
  'group-clearing',
  'group-rule',
  'group-share',
  'network-acl',
  'acl-entry',
  'subnet-network-acl',
  'target-group',
  'network-balancer-address',
  'network-balancer',
  'network-listener',
  'application-balancer',
  'application-listener',
  'listener-rule',
  'gateway-balancer',
  'gateway-listener',
  'endpoint-service',
  'service-permissions',
  'service-name',
  'gateway-endpoint',
  'interface-endpoint',
  'balancer-endpoint',
  'connection-acceptance',
  'firewall-rule-group',
  'firewall-policy',
  'network-firewall',
  'firewall-endpoint',
  'resolver-endpoint',
  'resolver-rule',
  'rule-share',
  'rule-association',
  'hosted-zone',
  'zone-vpc',
  'zone-authorization',
  'zone-association',
  'dns-record',
  'filter-list',
  'filter-group',
  'filter-rule',
  'filter-share',
  'filter-association',
  'profile',
  'profile-share',
  'profile-association',
  'profile-resource',
  'bucket',
  'table',
  'api',
  'client-interface',
  'instance-role',
  'instance-profile',
  'instance',
  'client-address',
  'address-association',
  'elastic-association',
  'lambda-role',
  'lambda-function',
  'ecs-role',
  'ecs-cluster',
  'ecs-task',
  'ecs-service',
  'target-registration',
  'resource-gateway',
  'domain-verification',
  'resource-configuration',
  'configuration-share',
  'service-network',
  'network-share',
  'network-resource',
  'network-vpc',
  'service-network-endpoint',
  'resource-endpoint',
  'service-notification',
  'block-exclusion',
  'block-public-access',
] as const satisfies readonly PartName[]
const RANKS = new Map<string, number>(ORDER.map((name, rank) => [name, rank]))
/** The compiler refuses a part that the order leaves out. */
const rankOf = (name: (typeof ORDER)[number]): number => RANKS.get(name)!

/** Parts in the order of creation: everything after what it needs, otherwise by rank and key, whatever order they came in. */
export function orderParts(parts: readonly Part[]): readonly Part[] {
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const sorted = [...parts].sort((a, b) => rankOf(a.name) - rankOf(b.name) || compareText(a.key, b.key))
  const state = new Map<PartKey, 'open' | 'done'>()
  const ordered: Part[] = []
  const visit = (part: Part): void => {
    if (state.get(part.key) === 'done') return
    if (state.get(part.key) === 'open') throw new Error(`The export plan is circular at ${part.key}`)
    state.set(part.key, 'open')
    for (const key of [...part.needs].sort(compareText)) {
      const needed = byKey.get(key)
      if (needed) visit(needed)
    }
    state.set(part.key, 'done')
    ordered.push(part)
  }
  for (const part of sorted) visit(part)
  return ordered
}
