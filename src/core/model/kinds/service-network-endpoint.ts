import * as z from 'zod/mini'
import { base, list, optional, plainText, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { joined, unusual } from './detailParts.ts'
import { latticeEndpoint } from './latticeParts.ts'
import { carried, line, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofGroups, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('service-network-endpoint'),
  vpc: reference,
  serviceNetwork: optional(reference),
  serviceNetworkArn: z._default(plainText(255), ''),
  subnets: list(reference, 20),
  securityGroups: list(reference, 16),
  ...latticeEndpoint,
})

/** An endpoint that brings a service network into a VPC. Source: AWS PrivateLink guide, access service networks. */
export const serviceNetworkEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'service-network-endpoint',
  title: 'Service network endpoint',
  noun: 'a service network endpoint',
  group: 'endpoints',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 9 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  reached: null,
  detail: ({ state }) => joined('Service network endpoint', unusual(state)),
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, subnets, securityGroups, serviceNetwork }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
    yield* line(id, serviceNetwork, 'endpoint-service', 'leads to')
  },
  references: [ofVpc, { path: 'serviceNetwork', kinds: ['service-network'], onDelete: 'clear' }, ofSubnets, ofGroups],
  blank: (parent) => ({ vpc: parent }),
}
