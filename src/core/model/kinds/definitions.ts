import type { Facts } from './definition.ts'
import type { Construct, ConstructKind } from './registry.ts'
import { sheets } from './sheets.ts'

/** What is true of one kind. */
export interface Definition<K extends ConstructKind> extends Facts<Construct> {
  readonly kind: K
}

/** Every construct kind's definition, in the order of the palette. */
export const definitions: { readonly [K in ConstructKind]: Definition<K> } = sheets

/** The definition of one kind. */
export const definitionOf = <K extends ConstructKind>(kind: K): Definition<K> => definitions[kind]

/** Every kind, in the order of the palette. */
export const constructKinds = Object.keys(definitions) as readonly ConstructKind[]
