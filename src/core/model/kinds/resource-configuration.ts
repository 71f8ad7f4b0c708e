import * as z from 'zod/mini'
import { base, choice, list, optional, plainText, port, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { line } from './lines.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('resource-configuration'),
  region: reference,
  account: reference,
  /** A group is a set of children that are shared as one. */
  type: choice(['single', 'group', 'child', 'arn'], 'single'),
  /** Of a child: its group. */
  group: optional(reference),
  resourceGateway: optional(reference),
  /** The drawn resource; what it is called then is of no matter. */
  resource: optional(reference),
  /** The address, domain name or ARN of a resource that is not drawn. */
  definition: z._default(plainText(2048), ''),
  /** Requests to other ports are not let through. */
  ports: list(z.strictObject({ from: port, to: port }), 100),
  customDomainName: optional(typedText),
  domainVerification: choice(['pendingVerification', 'verified', 'failed'], 'pendingVerification'),
  /** `rcfg-…`; null = made from the construct's id. */
  configurationId: optional(typedText),
})

/** A resource configuration (VPC Lattice): one resource, or a group of them, that other VPCs may reach. Source: VPC Lattice guide, resource configurations. */
export const resourceConfiguration: Sheet<typeof schema> = {
  schema,
  kind: 'resource-configuration',
  title: 'Resource configuration',
  noun: 'a resource configuration',
  group: 'endpoints',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 5 },
  colour: 'group-region',
  imported: 'ResourceConfigurations',
  reached: 'endpoint-service',
  asked: true,
  namedAnywhere: true,
  detail: ({ type, customDomainName, ports }) =>
    type === 'group'
      ? 'Group'
      : (customDomainName ?? ports.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ')),
  *lines({ id, resourceGateway, resource, group }) {
    yield* line(id, resourceGateway, 'endpoint-service', 'goes in by')
    yield* line(id, resource, 'target', 'leads to')
    yield* line(id, group, 'endpoint-service', 'part of')
  },
  references: [
    ofRegion,
    ofAccount,
    { path: 'group', kinds: ['resource-configuration'], onDelete: 'clear' },
    { path: 'resourceGateway', kinds: ['resource-gateway'], onDelete: 'clear' },
    {
      path: 'resource',
      kinds: ['client', 'network-load-balancer', 'application-load-balancer', 'on-premises-host'],
      onDelete: 'clear',
    },
  ],
  blank: (parent) => ({
    region: parent,
    account: 'account-1',
    definition: '10.0.0.10',
    ports: [{ from: 443, to: 443 }],
  }),
}
