import { compareText } from '../../base/index.ts'
import type { Part, PartKey, PartName } from './part.ts'

/** The order a person would make things in, where references leave it open. */
const RANKS = {
  'dhcp-options': 0,
  vpc: 1,
  'vpc-cidr': 2,
  'vpc-ipv6': 2,
  'dhcp-association': 3,
  'default-group': 4,
  subnet: 5,
  'internet-gateway': 6,
  'gateway-attachment': 7,
  'nat-address': 8,
  'nat-gateway': 9,
  'prefix-list': 10,
  'route-table': 11,
  route: 12,
  'subnet-route-table': 13,
  'security-group': 14,
  'group-clearing': 15,
  'group-rule': 16,
  'network-acl': 17,
  'acl-entry': 18,
  'subnet-network-acl': 19,
  'gateway-endpoint': 20,
  'interface-endpoint': 21,
  bucket: 22,
  table: 23,
  'client-interface': 24,
  instance: 25,
  'client-address': 26,
  'address-association': 27,
  'lambda-role': 28,
  'lambda-function': 29,
  'ecs-role': 30,
  'ecs-cluster': 31,
  'ecs-task': 32,
  'ecs-service': 33,
} as const satisfies { [N in PartName]: number }

/** Parts in the order of creation: everything after what it needs, otherwise by rank and key, whatever order they came in. */
export function orderParts(parts: readonly Part[]): readonly Part[] {
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const sorted = [...parts].sort((a, b) => RANKS[a.name] - RANKS[b.name] || compareText(a.key, b.key))
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
