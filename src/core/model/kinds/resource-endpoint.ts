import * as z from 'zod/mini'
import { base, list, plainText, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { carried, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofGroups, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('resource-endpoint'),
  vpc: reference,
  resourceConfigurationArn: z._default(plainText(255), ''),
  subnets: list(reference, 20),
  securityGroups: list(reference, 16),
})

/** An endpoint for a resource of another VPC (VPC Lattice): drawn and exported, not simulated. */
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
  reached: null,
  detail: () => 'Resource endpoint',
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, subnets, securityGroups }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
  },
  references: [ofVpc, ofSubnets, ofGroups],
  blank: (parent) => ({ vpc: parent }),
}
