import * as z from 'zod/mini'
import { base, choice, flag, list, listens, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { line } from './lines.ts'
import { occupiedRows } from './occupied.ts'

const schema = z.strictObject({
  ...base('client'),
  /** `database` and `other` are imported interfaces of RDS, OpenSearch and other services: they answer, and start nothing unless a workload says so. */
  runtime: z.enum(['ec2', 'lambda', 'ecs', 'eks', 'database', 'other']),
  /** The account that runs it, where that is a participant of a shared subnet; null = the owner of the VPC. */
  account: optional(reference),
  operatingSystem: z._default(z.enum(['linux', 'windows']), 'linux'),
  /** The first is the primary one. A Lambda function has one for each of its subnets and uses any of them. */
  interfaces: z
    .array(
      z.strictObject({
        subnet: reference,
        securityGroups: list(reference, 16),
        /** null = chosen by AWS; the simulator takes a sample address. */
        privateIp: optional(typedText),
        ipv6: optional(typedText),
        /** `none`, `auto` (an address AWS chooses) or an Elastic IP address. */
        publicIp: z._default(typedText, 'none'),
        /** Off = the interface may send and take packets that are not its own (an appliance, a NAT instance). */
        sourceDestCheck: flag(true),
        /** Further private IPv4 addresses of the same interface. */
        secondaryIps: z.optional(z.array(typedText).check(z.maxLength(50))),
        /** AWS's id of it, `eni-…`; requests may name it. */
        interfaceId: optional(typedText),
      }),
    )
    .check(z.minLength(1), z.maxLength(15)),
  /** What its system does with packets that are not its own. */
  forwarding: choice(['unknown', 'none', 'routes', 'translates'], 'unknown'),
  /** Whether its system answers by the interface that was asked, and not by its first. */
  policyRouting: choice(['unknown', 'yes', 'no'], 'unknown'),
  /** What its system puts in the place of secondary addresses, which its containers have, in what they send out of the VPC. */
  sourceTranslation: choice(['unknown', 'none', 'first-address'], 'unknown'),
  /** Ports that something listens on; null = not stated, every port is taken to answer. */
  listens,
  /** What runs on it and asks AWS for names of its own accord: ids of `core/aws/workloads`. */
  workloads: list(typedText, 10),
  /** The role by which it calls AWS: of an instance profile, of the function, of the task, of the pod’s service account. */
  role: optional(reference),
  /** Of an ECS task: by which its images are pulled and its logs written. Source: ECS guide, task execution role. */
  executionRole: optional(reference),
  /** What AWS calls it: an instance’s id, a function’s name. */
  awsId: optional(typedText),
})

const RUNTIMES = {
  ec2: 'EC2 instance',
  lambda: 'Lambda function',
  ecs: 'ECS task',
  eks: 'EKS pod',
  database: 'Database',
  other: 'Interface',
} as const

/** Something in a subnet: what makes requests (an EC2 instance, a Lambda function, an ECS task, an EKS pod), or only answers them (a database). */
export const client: Sheet<typeof schema> = {
  schema,
  kind: 'client',
  title: 'Client',
  noun: 'a client',
  group: 'clients',
  parent: { path: 'interfaces[0].subnet', kinds: ['subnet'] },
  container: false,
  stands: { area: 'inside', rank: 0 },
  colour: 'warn',
  imported: 'Reservations',
  reached: 'interface',
  asked: true,
  turnsBack: true,
  inspects: true,
  asks: ({ runtime, workloads }) => (runtime !== 'database' && runtime !== 'other') || workloads.length > 0,
  detail: ({ runtime, interfaces }) => interfaces[0]?.privateIp ?? RUNTIMES[runtime],
  occupies: ({ interfaces }) => occupiedRows('interfaces', interfaces),
  *lines({ id, interfaces, role }) {
    yield* line(id, role, 'iam-role', 'calls by')
    for (const [index, { subnet, securityGroups }] of interfaces.entries()) {
      if (index > 0) yield { from: id, to: subnet, kind: 'network-interface', label: `interface ${index + 1}` }
      for (const group of securityGroups) yield { from: id, to: group, kind: 'security-group', label: 'carries' }
    }
  },
  references: [
    { path: 'interfaces[].subnet', kinds: ['subnet'], onDelete: 'remove-entry-or-holder' },
    { path: 'interfaces[].securityGroups[]', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'account', kinds: ['account'], onDelete: 'clear' },
    { path: 'role', kinds: ['iam-role'], onDelete: 'clear' },
    { path: 'executionRole', kinds: ['iam-role'], onDelete: 'clear' },
  ],
  blank: (parent) => ({
    runtime: 'ec2',
    interfaces: [
      {
        subnet: parent,
        securityGroups: [],
        privateIp: null,
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      },
    ],
  }),
}
