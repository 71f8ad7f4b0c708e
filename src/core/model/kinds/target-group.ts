import * as z from 'zod/mini'
import { base, choice, flag, list, optional, port, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { line } from './lines.ts'
import { inVpc, ofVpc, optionsOf } from './parts.ts'

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
  summary: 'The targets of a load balancer’s listener: instances, addresses, or an Application Load Balancer.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  parent: inVpc,
  container: false,
  stands: { area: 'below', rank: 3 },
  colour: 'warn',
  imported: 'TargetGroups',
  detail: ({ protocol, port, targets }) => joined(`${protocol} ${port}`, count(targets.length, 'target')),
  *lines({ id, port: own, targets }) {
    for (const { target, port } of targets) yield* line(id, target, 'target', `port ${port ?? own}`)
  },
  references: [
    ofVpc,
    { path: 'targets[].target', kinds: ['client', 'application-load-balancer'], onDelete: 'remove-entry' },
  ],
  fields: [
    {
      key: 'targetType',
      label: 'Target type',
      input: 'select',
      options: optionsOf(['instance', 'ip', 'alb'], {
        instance: 'Instances',
        ip: 'IP addresses',
        alb: 'Application Load Balancer',
      }),
    },
    {
      key: 'protocol',
      label: 'Protocol',
      input: 'select',
      options: ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE'].map((value) => ({
        value,
        label: value.replace('_', ' and '),
      })),
    },
    { key: 'port', label: 'Port', input: 'number', min: 0, max: 65535 },
    {
      key: 'targets',
      label: 'Targets',
      input: 'rows',
      rowLabel: 'Target',
      most: 1000,
      blank: { target: null, address: null, port: null, health: 'healthy' },
      of: [
        {
          key: 'target',
          label: 'Target',
          input: 'reference',
          kinds: ['client', 'application-load-balancer'],
          optional: true,
          noneLabel: 'A bare address',
        },
        { key: 'address', label: 'Address', input: 'address', optional: true, help: 'For targets by IP address.' },
        {
          key: 'port',
          label: 'Port',
          input: 'number',
          min: 0,
          max: 65535,
          optional: true,
          help: 'Empty: the port of the group.',
        },
        {
          key: 'health',
          label: 'Health',
          input: 'select',
          options: optionsOf(TARGET_HEALTH),
          help: 'Connections go to healthy targets; to all of them when none is healthy.',
        },
      ],
    },
    {
      key: 'preserveClientIp',
      label: 'Preserve client IP addresses',
      input: 'boolean',
      noneLabel: 'As AWS has it by type',
      help: 'On: targets see the client’s address. Through PrivateLink they see that of the load balancer in any case.',
    },
    {
      key: 'proxyProtocol',
      label: 'Proxy Protocol v2',
      input: 'boolean',
      help: 'On: a header tells the target the client’s address and the endpoint’s id.',
    },
    {
      key: 'crossZone',
      label: 'Cross-zone load balancing',
      input: 'boolean',
      noneLabel: 'As its load balancer has it',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'target-group',
    id,
    name,
    vpc: parent,
    targetType: 'instance',
    protocol: 'TCP',
    port: 443,
    preserveClientIp: null,
    proxyProtocol: false,
    crossZone: null,
    targets: [],
  }),
}
