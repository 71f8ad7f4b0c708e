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
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 260, height: 140 } },
  colour: 'group-zone',
  imported: 'along',
  reached: null,
  keepsName: true,
  unconnected: true,
  detail: ({ zoneName, name }) => (zoneName === name ? '' : zoneName),
  references: [{ path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ vpc: parent, zoneName: 'us-east-1a' }),
}
