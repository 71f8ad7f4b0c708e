import * as z from 'zod/mini'
import { base, choice, flag, list, listens, optional, reference, typedText } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { occupiedRows } from './occupied.ts'
import { optionsOf } from './parts.ts'

const schema = z.strictObject({
  ...base('client'),
  /** `database` and `other` are imported interfaces of RDS, OpenSearch and other services: they answer and start nothing. */
  runtime: z.enum(['ec2', 'lambda', 'ecs', 'database', 'other']),
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
  /** Ports that something listens on; null = not stated, every port is taken to answer. */
  listens,
})

const RUNTIMES = {
  ec2: 'EC2 instance',
  lambda: 'Lambda function',
  ecs: 'ECS task',
  database: 'Database',
  other: 'Interface',
} as const

type Own = Told<typeof schema>
const isLambda = (construct: Own) => construct.runtime === 'lambda'
const isServer = (construct: Own) => !isLambda(construct)
const mayForward = (construct: Own) => construct.interfaces.some(({ sourceDestCheck }) => !sourceDestCheck)

/** Something in a subnet: what makes requests (an EC2 instance, a Lambda function, an ECS task), or only answers them (a database). */
export const client: Sheet<typeof schema> = {
  schema,
  kind: 'client',
  title: 'Client',
  noun: 'a client',
  group: 'clients',
  summary: 'An EC2 instance, a Lambda function or an ECS task: what requests come from, and what can be asked in turn.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  parent: { path: 'interfaces[0].subnet', kinds: ['subnet'] },
  container: false,
  stands: { area: 'inside', rank: 0 },
  colour: 'warn',
  imported: 'Reservations',
  turnsBack: true,
  inspects: true,
  asks: ({ runtime }) => runtime !== 'database' && runtime !== 'other',
  detail: ({ runtime, interfaces }) => interfaces[0]?.privateIp ?? RUNTIMES[runtime],
  occupies: ({ interfaces }) => occupiedRows('interfaces', interfaces),
  *lines({ id, interfaces }) {
    for (const [index, { subnet, securityGroups }] of interfaces.entries()) {
      if (index > 0) yield { from: id, to: subnet, kind: 'network-interface', label: `interface ${index + 1}` }
      for (const group of securityGroups) yield { from: id, to: group, kind: 'security-group', label: 'carries' }
    }
  },
  references: [
    { path: 'interfaces[].subnet', kinds: ['subnet'], onDelete: 'remove-entry-or-holder' },
    { path: 'interfaces[].securityGroups[]', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'account', kinds: ['account'], onDelete: 'clear' },
  ],
  fields: [
    {
      key: 'runtime',
      label: 'Runs as',
      input: 'select',
      options: [
        { value: 'ec2', label: 'EC2 instance' },
        { value: 'lambda', label: 'Lambda function' },
        { value: 'ecs', label: 'ECS task' },
        { value: 'database', label: 'Database' },
        { value: 'other', label: 'Another service’s interface' },
      ],
    },
    {
      key: 'operatingSystem',
      label: 'Operating system',
      input: 'select',
      when: isServer,
      help: 'Decides which ports its requests come from, and so which answers a network ACL must let in.',
      options: [
        { value: 'linux', label: 'Linux' },
        { value: 'windows', label: 'Windows' },
      ],
    },
    {
      key: 'interfaces',
      label: 'Network interfaces',
      input: 'rows',
      rowLabel: 'Interface',
      most: 15,
      blank: {
        securityGroups: [],
        privateIp: null,
        secondaryIps: [],
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      },
      help: 'The first is the primary one; the client lies in its subnet.',
      of: [
        { key: 'subnet', label: 'Subnet', input: 'reference', kinds: ['subnet'] },
        {
          key: 'securityGroups',
          label: 'Security groups',
          input: 'references',
          kinds: ['security-group'],
          noneLabel: 'The default security group of the VPC',
        },
        {
          key: 'privateIp',
          label: 'Private IPv4 address',
          input: 'address4',
          optional: true,
          when: isServer,
          help: 'Empty: AWS chooses one of the subnet.',
        },
        {
          key: 'secondaryIps',
          label: 'Secondary private addresses',
          input: 'texts',
          of: 'address',
          when: isServer,
          help: 'Further IPv4 addresses of the same interface.',
        },
        { key: 'ipv6', label: 'IPv6 address', input: 'address6', optional: true, when: isServer },
        {
          key: 'publicIp',
          label: 'Public IPv4 address',
          input: 'public-address',
          when: isServer,
          help: 'None, one that AWS chooses, or an Elastic IP address.',
        },
        {
          key: 'sourceDestCheck',
          label: 'Source/destination check',
          input: 'boolean',
          when: isServer,
          help: 'Off: it may send and take packets that are not its own, as an appliance must.',
        },
        {
          key: 'interfaceId',
          label: 'Interface ID',
          input: 'text',
          optional: true,
          help: 'AWS’s own, such as eni-0a1b2c3d4e5f6a7b8; requests may name it.',
          rule: (text) =>
            /^eni-[0-9a-zA-Z._-]{1,60}$/.test(text) ? null : `“${text}” is not of the form eni-0a1b2c3d4e5f6a7b8`,
        },
      ],
    },
    {
      key: 'listens',
      label: 'Listens on',
      input: 'ports',
      when: isServer,
      help: 'Not stated: every port is taken to answer.',
    },
    {
      key: 'forwarding',
      label: 'Packets that are not its own',
      input: 'select',
      when: mayForward,
      options: optionsOf(['unknown', 'none', 'routes', 'translates'], {
        none: 'Dropped',
        routes: 'Passed on as they are',
        translates: 'Passed on under its own address',
      }),
      help: 'What its system does with them, where the source/destination check is off.',
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      optional: true,
      noneLabel: 'The owner of the VPC',
      help: 'A participant’s account, in a shared subnet.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'client',
    id,
    name,
    runtime: 'ec2',
    operatingSystem: 'linux',
    account: null,
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
    forwarding: 'unknown',
    listens: null,
  }),
}
