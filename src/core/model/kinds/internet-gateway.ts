import * as z from 'zod/mini'
import { base, reference } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({ ...base('internet-gateway'), vpc: reference })

/** The door of a VPC to the internet. */
export const internetGateway: Sheet<typeof schema> = {
  schema,
  kind: 'internet-gateway',
  title: 'Internet gateway',
  noun: 'an internet gateway',
  group: 'gateways',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'side', rank: 0 },
  colour: 'group-vpc',
  imported: 'InternetGateways',
  reached: null,
  alone: true,
  detail: () => 'Internet gateway',
  references: [{ path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ vpc: parent }),
}
