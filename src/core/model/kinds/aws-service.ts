import * as z from 'zod/mini'
import { base, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { shortServiceName } from './detailParts.ts'

const schema = z.strictObject({ ...base('aws-service'), region: reference, service: typedText })

/** A public AWS service of a Region, drawn so that arrows have somewhere to end. It answers whether drawn or not. */
export const awsService: Sheet<typeof schema> = {
  schema,
  kind: 'aws-service',
  title: 'AWS service',
  noun: 'an AWS service',
  group: 'services',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 0 },
  colour: 'group-region',
  imported: null,
  reached: 'service',
  asked: true,
  dropped: 'beside',
  keepsName: true,
  detail: ({ service, name }) => (shortServiceName(service) === name ? 'AWS service' : shortServiceName(service)),
  service: ({ service }) => service,
  references: [{ path: 'region', kinds: ['region'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ region: parent, service: 'com.amazonaws.us-east-1.kinesis-streams' }),
}
