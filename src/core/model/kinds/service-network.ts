import * as z from 'zod/mini'
import { base, flag, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, joined } from './detailParts.ts'
import { latticeNames } from './latticeParts.ts'
import { lines } from './lines.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

const schema = z.strictObject({
  ...base('service-network'),
  region: reference,
  account: reference,
  resources: list(
    z.strictObject({
      configuration: reference,
      /** Off: no VPC of the network gets names for it, whatever the VPC says. */
      privateDns: flag(false),
      /** The name that AWS gave it in public DNS for the VPCs of the network; null = made from the ids. */
      dnsName: optional(typedText),
    }),
    500,
  ),
  /** VPCs that are associated with it. A VPC is associated with one network at most. */
  vpcs: list(
    z.strictObject({
      vpc: reference,
      /** Which clients of the VPC may use the network; empty = all. */
      securityGroups: list(reference, 5),
      ...latticeNames,
    }),
    500,
  ),
})

/** A service network (VPC Lattice): resources, and the VPCs whose clients reach them. Source: VPC Lattice guide, service networks. */
export const serviceNetwork: Sheet<typeof schema> = {
  schema,
  kind: 'service-network',
  title: 'Service network',
  noun: 'a service network',
  group: 'endpoints',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 4 },
  colour: 'group-region',
  imported: 'ServiceNetworks',
  reached: null,
  detail: ({ resources, vpcs }) =>
    joined(count(resources.length, 'resource'), vpcs.length > 0 ? count(vpcs.length, 'VPC') : null),
  *lines({ id, resources, vpcs }) {
    yield* lines(
      id,
      resources.map(({ configuration }) => configuration),
      'endpoint-service',
      'holds',
    )
    yield* lines(
      id,
      vpcs.map(({ vpc }) => vpc),
      'name-association',
      'serves',
    )
  },
  references: [
    ofRegion,
    ofAccount,
    { path: 'resources[].configuration', kinds: ['resource-configuration'], onDelete: 'remove-entry' },
    { path: 'vpcs[].vpc', kinds: ['vpc'], onDelete: 'remove-entry' },
    { path: 'vpcs[].securityGroups[]', kinds: ['security-group'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
