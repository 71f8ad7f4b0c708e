import * as z from 'zod/mini'
import { base, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({ ...base('availability-zone'), vpc: reference, zoneName: typedText })

/** The part of a VPC that lies in one Availability Zone. */
export const availabilityZone: Sheet<typeof schema> = {
  schema,
  kind: 'availability-zone',
  title: 'Availability Zone',
  noun: 'an Availability Zone',
  group: 'places',
  summary:
    'One of the separate locations of a Region. A subnet lies in exactly one; an interface endpoint takes one subnet in each.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 260, height: 180 } },
  colour: 'group-zone',
  imported: 'along',
  keepsName: true,
  unconnected: true,
  detail: ({ zoneName, name }) => (zoneName === name ? '' : zoneName),
  references: [{ path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' }],
  fields: [
    {
      key: 'zoneName',
      label: 'Zone name',
      input: 'zone-name',
      help: 'Such as us-east-1a. Which physical zone that is depends on the account.',
    },
  ],
  create: (id, name, parent) => ({ kind: 'availability-zone', id, name, vpc: parent, zoneName: 'us-east-1a' }),
}
