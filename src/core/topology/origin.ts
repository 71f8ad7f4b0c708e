import type { ConstructId } from '../model/kinds/registry.ts'

/** Where in the design an entry stands: the construct and the way to the entry inside it, e.g. `['routes', 2]`. */
export interface Origin {
  readonly construct: ConstructId
  readonly path: readonly (string | number)[]
}
