import * as z from 'zod/mini'
import { parseDnsName } from '../../net/index.ts'
import { base, choice, list, optional, port, reference, typedText } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { joined } from './detailParts.ts'
import { line, lines } from './lines.ts'
import { inRegion, ofRegion, optionsOf } from './parts.ts'

const schema = z.strictObject({
  ...base('resolver-rule'),
  region: reference,
  ruleType: choice(['forward', 'system'], 'forward'),
  /** `.` for every name. */
  domain: typedText,
  /** DNS servers that a forward rule asks. */
  targets: list(z.strictObject({ address: typedText, port: z._default(port, 53) }), 6),
  /** The outbound endpoint that sends the queries. */
  resolverEndpoint: optional(reference),
  vpcs: list(reference, 300),
})

type Own = Told<typeof schema>
const forwards = (construct: Own) => construct.ruleType === 'forward'

/** A rule of VPC Resolver. */
export const resolverRule: Sheet<typeof schema> = {
  schema,
  kind: 'resolver-rule',
  title: 'Resolver rule',
  noun: 'a Resolver rule',
  group: 'dns',
  summary: 'Sends queries for a domain to other DNS servers, or (a system rule) keeps a part of it with VPC Resolver.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 5 },
  colour: 'group-account',
  imported: 'ResolverRules',
  detail: ({ domain, ruleType }) => joined(ruleType, domain),
  *lines({ id, vpcs, resolverEndpoint }) {
    yield* lines(id, vpcs, 'name-association', 'applies to')
    yield* line(id, resolverEndpoint, 'name-target', 'sends through')
  },
  references: [
    ofRegion,
    { path: 'resolverEndpoint', kinds: ['resolver-endpoint'], onDelete: 'clear' },
    { path: 'vpcs[]', kinds: ['vpc'], onDelete: 'remove-entry' },
  ],
  fields: [
    { key: 'ruleType', label: 'Type', input: 'select', options: optionsOf(['forward', 'system']) },
    {
      key: 'domain',
      label: 'Domain',
      input: 'text',
      help: 'Names in this domain; a dot alone stands for every name.',
      rule: (text) => (text === '.' || parseDnsName(text) !== null ? null : `“${text}” is not a domain`),
    },
    {
      key: 'targets',
      label: 'DNS servers',
      input: 'rows',
      rowLabel: 'Server',
      most: 6,
      blank: { address: '192.168.0.2', port: 53 },
      when: forwards,
      of: [
        { key: 'address', label: 'Address', input: 'address' },
        { key: 'port', label: 'Port', input: 'number', min: 0, max: 65535 },
      ],
    },
    {
      key: 'resolverEndpoint',
      label: 'Outbound endpoint',
      input: 'reference',
      kinds: ['resolver-endpoint'],
      optional: true,
      noneLabel: 'None',
      when: forwards,
      help: 'Where the queries leave for the servers.',
    },
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'references',
      kinds: ['vpc'],
      noneLabel: 'None: it applies nowhere',
      help: 'Of the same Region.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'resolver-rule',
    id,
    name,
    region: parent,
    ruleType: 'forward',
    domain: 'example.internal',
    targets: [],
    resolverEndpoint: null,
    vpcs: [],
  }),
}
