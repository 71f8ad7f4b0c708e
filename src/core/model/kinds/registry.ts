import * as z from 'zod/mini'
import type { DeepReadonly } from '../../base/deepReadonly.ts'
import type { ConstructKind } from './kindNames.ts'
import { sheets } from './sheets.ts'

// the first by name: a union takes one at least
const { account, ...others } = sheets

/** The file form of every construct, told apart by `kind`. */
export const constructSchema = z.discriminatedUnion('kind', [
  account.schema,
  ...Object.values(others).map(({ schema }) => schema),
])

export type Construct = DeepReadonly<z.infer<typeof constructSchema>>
export type ConstructId = string
export type { ConstructKind } from './kindNames.ts'
export type ConstructOf<K extends ConstructKind> = Extract<Construct, { kind: K }>
