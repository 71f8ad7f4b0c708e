import * as z from 'zod/mini'
import { base, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({ ...base('region'), code: typedText })

/** An AWS Region. */
export const region: Sheet<typeof schema> = {
  schema,
  kind: 'region',
  title: 'Region',
  noun: 'a Region',
  group: 'places',
  parent: null,
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 460, height: 300 } },
  colour: 'group-region',
  imported: 'along',
  reached: null,
  keepsName: true,
  unconnected: true,
  detail: ({ code, name }) => (code === name ? '' : code),
  references: [],
  blank: () => ({ code: 'us-east-1' }),
}
