import { createConstruct } from '../kinds/createConstruct.ts'
import type { ConstructKind } from '../kinds/registry.ts'
import { balancing } from './fillIn/balancing.ts'
import { basics } from './fillIn/basics.ts'
import { connecting } from './fillIn/connecting.ts'
import { endpoints } from './fillIn/endpoints.ts'
import type { Filled, Filler, Opening } from './fillIn/filling.ts'
import { lattice } from './fillIn/lattice.ts'
import { names } from './fillIn/names.ts'
import { places } from './fillIn/places.ts'

const fillers: { readonly [K in ConstructKind]: Filler<K> } = {
  ...places,
  ...basics,
  ...endpoints,
  ...balancing,
  ...lattice,
  ...connecting,
  ...names,
}

/** Fills in a new construct of that kind. */
export function fillIn<K extends ConstructKind>(kind: K, opening: Opening): Filled {
  const filler: Filler<K> = fillers[kind]
  return filler(opening, createConstruct(kind, opening.id, opening.name, opening.container?.id ?? ''))
}
