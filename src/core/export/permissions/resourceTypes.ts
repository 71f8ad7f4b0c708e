import type { Part, PartKey, PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** The types that IAM knows tagged parts of EC2 by. Interfaces and attachments are left out: AWS makes such ones as well, without our tags. */
const TYPES: { readonly [N in PartName]?: string } = {
  'dhcp-options': 'dhcp-options',
  vpc: 'vpc',
  subnet: 'subnet',
  'internet-gateway': 'internet-gateway',
  'egress-only-gateway': 'egress-only-internet-gateway',
  'nat-address': 'elastic-ip',
  'regional-nat-address': 'elastic-ip',
  'elastic-address': 'elastic-ip',
  'client-address': 'elastic-ip',
  'network-balancer-address': 'elastic-ip',
  'nat-gateway': 'natgateway',
  'regional-nat-gateway': 'natgateway',
  'prefix-list': 'prefix-list',
  'route-table': 'route-table',
  'security-group': 'security-group',
  'default-group': 'security-group',
  'network-acl': 'network-acl',
  'gateway-endpoint': 'vpc-endpoint',
  'interface-endpoint': 'vpc-endpoint',
  'balancer-endpoint': 'vpc-endpoint',
  'resource-endpoint': 'vpc-endpoint',
  'service-network-endpoint': 'vpc-endpoint',
  'endpoint-service': 'vpc-endpoint-service',
  'transit-gateway': 'transit-gateway',
  'transit-table': 'transit-gateway-route-table',
  'vpn-gateway': 'vpn-gateway',
  'customer-gateway': 'customer-gateway',
  'vpn-connection': 'vpn-connection',
  instance: 'instance',
}

/**
 * Types of EC2 all of whose things carry the tag of the deployment, as far as the stacks of an account know them: none that exists, that
 * another account makes, or that AWS made with a VPC. `all` are the stacks of the whole export.
 */
export function taggedTypes(own: readonly StackPlan[], all: readonly StackPlan[]): ReadonlySet<string> {
  const parts = own.flatMap((stack) => stack.parts)
  const strangers = own.flatMap(({ imports, maybe, existing }) => [
    ...[...imports].map(([key, { type }]) => type ?? madeElsewhere(key, own, all)),
    ...[...maybe.values(), ...existing.values()].map(({ part }) => part),
  ])
  const untagged = new Set([...parts.filter(isFromAws).map(({ name }) => name), ...strangers].map(typeOf))
  return new Set(
    parts.map(({ name }) => typeOf(name)).filter((type) => type !== null && !untagged.has(type)) as string[],
  )
}

/** What another account makes; null where the account itself makes it in another Region. */
function madeElsewhere(key: PartKey, own: readonly StackPlan[], all: readonly StackPlan[]): PartName | null {
  if (own.some(({ byKey }) => byKey.has(key))) return null
  return all.find(({ byKey }) => byKey.has(key))?.byKey.get(key)?.name ?? null
}

/** What AWS makes with a VPC or a gateway: it stands there without tags at first. */
export function isFromAws(part: Part): boolean {
  switch (part.name) {
    case 'default-group':
      return true
    case 'route-table':
      return part.isMain || part.ofNat !== null
    case 'security-group':
    case 'network-acl':
      return part.isDefault
    default:
      return false
  }
}

/** The type of a part, or of what goes by another name than parts do; null where it is none of EC2's that carry tags. */
export const typeOf = (name: string | null): string | null =>
  name !== null && Object.hasOwn(TYPES, name) ? TYPES[name as PartName]! : null
