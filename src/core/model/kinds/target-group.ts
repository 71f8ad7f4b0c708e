import * as z from 'zod/mini'
import { base, choice, flag, list, optional, port, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { line } from './lines.ts'
import { inVpc, ofVpc } from './parts.ts'

export const TARGET_HEALTH = ['healthy', 'unhealthy', 'initial', 'draining', 'unused', 'unknown'] as const

const schema = z.strictObject({
  ...base('target-group'),
  vpc: reference,
  targetType: choice(['instance', 'ip', 'alb'], 'instance'),
  protocol: choice(['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE'], 'TCP'),
  port,
  /** null = as AWS has it by type: on for instances and for UDP, off for addresses by TCP or TLS. */
  preserveClientIp: optional(z.boolean()),
  /** Proxy protocol version 2: targets read the client's address and the endpoint's id in a header. */
  proxyProtocol: flag(false),
  /** Where load balancers ask whether a target is well; null = on the port that it gets connections on, by GENEVE on port 80. */
  healthCheckPort: optional(port),
  healthCheckProtocol: choice(['default', 'TCP', 'HTTP', 'HTTPS'], 'default'),
  /** null = as its load balancer has it. */
  crossZone: optional(z.boolean()),
  targets: list(
    z.strictObject({
      /** A client (by its primary interface) or an application load balancer; null for a bare address. */
      target: optional(reference),
      /** For type ip: the address. */
      address: optional(typedText),
      /** null = the group's port. */
      port: optional(port),
      health: choice(TARGET_HEALTH, 'healthy'),
    }),
    1000,
  ),
})

/** A target group: what a load balancer hands connections to. */
export const targetGroup: Sheet<typeof schema> = {
  schema,
  kind: 'target-group',
  title: 'Target group',
  noun: 'a target group',
  group: 'load-balancing',
  parent: inVpc,
  container: false,
  stands: { area: 'below', rank: 3 },
  colour: 'warn',
  imported: 'TargetGroups',
  reached: null,
  detail: ({ protocol, port, targets }) => joined(`${protocol} ${port}`, count(targets.length, 'target')),
  *lines({ id, port: own, targets }) {
    for (const { target, port } of targets) yield* line(id, target, 'target', `port ${port ?? own}`)
  },
  references: [
    ofVpc,
    { path: 'targets[].target', kinds: ['client', 'application-load-balancer'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ vpc: parent, port: 443 }),
}
