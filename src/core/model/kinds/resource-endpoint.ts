import * as z from 'zod/mini'
import { base, list, optional, plainText, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined, unusual } from './detailParts.ts'
import { latticeEndpoint } from './latticeParts.ts'
import { carried, line, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofGroups, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('resource-endpoint'),
  vpc: reference,
  resourceConfiguration: optional(reference),
  /** Of one that is not drawn. */
  resourceConfigurationArn: z._default(plainText(255), ''),
  subnets: list(reference, 20),
  securityGroups: list(reference, 16),
  ...latticeEndpoint,
})

/** An endpoint for a resource of another VPC (VPC Lattice). Source: AWS PrivateLink guide, access VPC resources. */
export const resourceEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'resource-endpoint',
  title: 'Resource endpoint',
  noun: 'a resource endpoint',
  group: 'endpoints',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 8 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  reached: 'endpoint',
  asked: true,
  detail: ({ state }) => joined('Resource endpoint', unusual(state)),
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, resourceConfiguration, subnets, securityGroups }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
    yield* line(id, resourceConfiguration, 'endpoint-service', 'leads to')
  },
  references: [
    ofVpc,
    { path: 'resourceConfiguration', kinds: ['resource-configuration'], onDelete: 'clear' },
    ofSubnets,
    ofGroups,
  ],
  blank: (parent) => ({ vpc: parent }),
}
