import * as z from 'zod/mini'
import { base, choice, ipAddressType, list, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { count } from './detailParts.ts'
import { carried, lines } from './lines.ts'
import { occupiedIds } from './occupied.ts'
import { inVpc, ofGroups, ofSubnets, ofVpc } from './parts.ts'

const schema = z.strictObject({
  ...base('resource-gateway'),
  vpc: reference,
  subnets: list(reference, 20),
  /** Their outbound rules count: what comes out of it to the resources. */
  securityGroups: list(reference, 16),
  ipAddressType,
  /** Where names of resources are looked up: in public DNS, or as the VPC's own resolver answers. */
  dnsResolution: choice(['public', 'in-vpc'], 'public'),
})

/** A resource gateway (VPC Lattice): where requests for resources come into the VPC that has them. Source: VPC Lattice guide, resource gateways. */
export const resourceGateway: Sheet<typeof schema> = {
  schema,
  kind: 'resource-gateway',
  title: 'Resource gateway',
  noun: 'a resource gateway',
  group: 'endpoints',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 15 },
  colour: 'group-vpc',
  imported: 'ResourceGateways',
  reached: null,
  detail: ({ subnets }) => count(subnets.length, 'subnet'),
  occupies: ({ subnets }) => occupiedIds(subnets),
  *lines({ id, subnets, securityGroups }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
  },
  references: [ofVpc, ofSubnets, ofGroups],
  blank: (parent) => ({ vpc: parent }),
}
